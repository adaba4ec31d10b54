import type { InvoiceWithin } from '../contract/schema.generated.ts';
import { deadline, type Limit } from '../time/clock.ts';
import { addSeconds } from '../time/instant.ts';
import { type Case, during, judgeCases, type Row, rows, type Simulator, type World } from './world.ts';

const dueOf = (parameters: object, { paid_at }: Row, { calendar }: World): string | undefined =>
  deadline(String(paid_at), (parameters as InvoiceWithin).limit as Limit, calendar);

const billOf = ({ bill_id }: Row, { bills }: World) => bills.find(({ row }) => row.id === bill_id)?.row;

/** An invoice within a time of each payment; one that was made out with the bill is in time. */
export const invoiceWithin: Simulator = {
  /** Months in which bills come: they are paid soon. */
  openings: (_parameters, _duty, { bills, months }) =>
    months.map(({ label }) => label).filter((label) => bills.some(({ row }) => row.sent_at.startsWith(label))),
  generate(duties, world) {
    for (const payment of rows(world, 'payments')) {
      const bill = billOf(payment, world);
      const asked = duties.flatMap((duty) => duty.readings.map((p) => ({ duty, due: dueOf(p, payment, world) })));
      const [first] = asked.flatMap(({ due }) => due ?? []).sort();
      if (!bill || first === undefined) continue;
      const late = asked.filter(({ duty }) => duty.broken === String(payment.paid_at).slice(0, 7));
      const last = late
        .flatMap(({ due }) => due ?? [])
        .sort()
        .at(-1);
      if (last !== undefined) bill.invoice_at = addSeconds(last, 1);
      else bill.invoice_at ??= first;
    }
  },
  judge(parameters, _duty, month, world) {
    const cases = during(world, 'payments', 'paid_at', month).map(
      (payment): Case => ({
        ...{ table: 'payments', id: String(payment.id), due: dueOf(parameters, payment, world) },
        done: billOf(payment, world)?.invoice_at ?? undefined,
      }),
    );
    return judgeCases(cases, world.asOf);
  },
};
