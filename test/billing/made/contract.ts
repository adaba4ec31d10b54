import fc from 'fast-check';
import { type LoadedContract, loadContract } from '../../../src/contract/load.ts';
import type { Amendment, Charge, Contract } from '../../../src/contract/schema.generated.ts';
import { oneOf } from '../../rules/oracle/made/rows.ts';
import { later, plus } from '../oracle/days.ts';

/** A month of the contract's time, in which most of what is made up happens. */
export const monthIn = (first: string) => fc.integer({ min: 0, max: 14 }).map((n) => later(first, n));

type Writable = { -readonly [key in string]: unknown };

/** Few units in a package, so that few messages fill it; blanks of the paper filled in now and then; other preferences. */
const choices = fc.record({
  included: fc.nat(4),
  prefer: fc.array(oneOf<number | undefined>(undefined, undefined, 0, 1, 2), { minLength: 3, maxLength: 3 }),
  rule: oneOf(undefined, undefined, { clause: '1', size: 70, brackets: 2, longest_signature: 8 }),
  cap: oneOf<string | undefined>(undefined, undefined, undefined, '600', '9000.05', '4300', '300.10', '250000'),
  topUp: oneOf<string | undefined>(undefined, '0.08', '0.085'),
  payIn: oneOf<object | undefined>(undefined, { days: 30 }, { workdays: 3 }),
  success: oneOf('75', '99', '50'),
  complaints: fc.nat(1),
  free: fc.integer({ min: 1, max: 2 }),
  tolerance: oneOf<number | string | undefined>(undefined, 5, 3, '0.5'),
});

const blank = (value: unknown): boolean => typeof value === 'object' && value !== null && 'blank' in value;

function varied(base: Contract, made: typeof choices extends fc.Arbitrary<infer T> ? T : never): Contract {
  const contract = structuredClone(base) as Contract & { settlement: Writable };
  contract.charges.forEach((charge, i) => {
    for (const one of [charge, ...(charge.readings ?? []).map(({ parameters }) => parameters)] as Writable[]) {
      if (typeof one.included === 'number' && one.included > 1)
        one.included = made.included * (one.per === 'term' ? 3 : 1);
    }
    const preferred = charge.readings?.[made.prefer[i] ?? 9];
    if (preferred) Object.assign(charge, { prefer: { reading: preferred.id, reason: { zh: '试', en: 'A test' } } });
    if (charge.model === 'per-unit' && charge.free_months) Object.assign(charge.free_months, { count: made.free });
    if (charge.model === 'prepaid' && charge.top_up && made.topUp) Object.assign(charge.top_up, { price: made.topUp });
  });
  for (const service of contract.services) {
    if (service.kind === 'sms' && blank(service.segments) && made.rule) Object.assign(service, { segments: made.rule });
  }
  const { settlement } = contract;
  // Credits make a cap costly to follow.
  if (made.cap && !settlement.credits) Object.assign(settlement, { cap: { clause: '1', amount: made.cap } });
  if (made.tolerance)
    Object.assign(settlement, { tolerance: { clause: '1', percent: made.tolerance, again: { workdays: 10 } } });
  contract.obligations = contract.obligations.filter(
    ({ id, kind }) =>
      ['settle-within', 'service-level'].includes(kind) || base.charges.some((one) => freeBy(one) === id),
  );
  for (const { kind, parameters } of contract.obligations) {
    const p = parameters as Writable;
    if (kind === 'settle-within' && blank(p.limit) && made.payIn) p.limit = made.payIn;
    if (kind === 'service-level')
      Object.assign(p, { success_percent: made.success, complaints_max: made.complaints, window_months: 2 });
  }
  return contract;
}

const freeBy = (charge: Charge) => (charge.model === 'per-unit' ? charge.free_months?.obligation : undefined);

/** A new price from the 1st, or in the middle of a month; another package; a package in place of what was there. */
const amendment = fc.record({
  charge: fc.nat(2),
  what: oneOf('price', 'price', 'fee', 'included', 'package', 'counts'),
  month: oneOf(0, 0, 0, -1, 1, 2),
  day: oneOf(0, 0, 0, 9, 14, 1),
  value: oneOf('0.07', '0.045', '0.123'),
});

function amended(
  contract: Contract,
  month: string,
  made: readonly (typeof amendment extends fc.Arbitrary<infer T> ? T : never)[],
): Contract {
  const amendments = made.map(({ charge: n, what, month: more, day, value }, i): Amendment => {
    const charge = contract.charges[n % contract.charges.length] as Charge;
    const effective = plus(later(month, more), day);
    // A package of messages takes the place of messages only.
    const kind = what === 'package' && !('unit' in charge) ? 'price' : what;
    const changes = { charges: changesOf(charge, kind, value, i) };
    return { id: `a${i}`, title: { zh: '补充协议', en: 'Amendment' }, clause: '1', effective, changes } as Amendment;
  });
  // No two on one day, and nothing of a charge that another takes away.
  const gone = new Set(
    made.filter(({ what }) => what === 'package').map((one) => one.charge % contract.charges.length),
  );
  const sound = amendments.filter((one, i) => {
    const { charge = 0, what } = made[i] ?? {};
    const first = amendments.findIndex(({ effective }) => effective === one.effective) === i;
    const only =
      made.findIndex((two) => two.charge % contract.charges.length === charge % contract.charges.length) === i;
    return first && (gone.has(charge % contract.charges.length) ? what === 'package' && only : true);
  });
  return sound.length > 0 ? { ...contract, amendments: sound } : contract;
}

function changesOf({ id, service, readings, model }: Charge, what: string, value: string, i: number): object {
  if (what === 'package') {
    const plan = { clause: '1', title: { zh: '新套餐', en: 'New plan' }, model: 'package', service, unit: 'message' };
    const counts = { direction: 'MT', statuses: ['delivered'] };
    return { [id]: null, [`plan-${i}`]: { ...plan, counts, per: 'month', fee: 100, included: 2, price: value } };
  }
  const number = { fee: 450, included: 6, price: value }[what as 'fee'];
  if (what === 'counts') return { [id]: model === 'fixed' ? { fee: 4100 } : { from: '2020-01-01' } };
  // A reading that states the same term is changed with it.
  const read = (readings ?? []).filter(({ parameters }) => what in (parameters as object));
  const restated = Object.fromEntries(read.map((one) => [one.id, { parameters: { [what]: number } }]));
  return { [id]: { [what]: number, ...(read.length > 0 && { readings: restated }) } };
}

/** The contract with other numbers, now and then amended about a month (its first day). */
export function contracts(loaded: LoadedContract, month: string): fc.Arbitrary<LoadedContract> {
  return fc
    .tuple(
      choices,
      fc.oneof(
        { weight: 3, arbitrary: fc.constant([]) },
        { weight: 2, arbitrary: fc.array(amendment, { minLength: 1, maxLength: 2 }) },
      ),
    )
    .map(([made, changes]) => ({ ...loaded, contract: amended(varied(loaded.contract, made), month, changes) }));
}

export const contractNamed = (id: string): LoadedContract => loadContract(`contracts/${id}`);
