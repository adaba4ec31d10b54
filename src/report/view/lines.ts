import type { Line } from '../../billing/statement.ts';
import type { Contract } from '../../contract/schema.generated.ts';
import { totalOf } from '../../money.ts';
import { grouped, type Voice } from './words.ts';

export interface LineView {
  title: string;
  clause: string;
  quantity: string;
  unitPrice: string;
  amount: string;
  explanation: string;
}

export interface MonthView {
  month: string;
  lines: readonly LineView[];
  /** Empty where it would only repeat the total. */
  subtotal: string;
}

/** Lines by settlement month, in the statement's order; months get a subtotal where there are several. */
export function monthsOf(lines: readonly Line[], voice: Voice): MonthView[] {
  const months = [...new Set(lines.map((line) => line.month))];
  return months.map((month) => {
    const own = lines.filter((line) => line.month === month);
    return {
      month,
      lines: own.map((line) => lineView(line, voice)),
      subtotal: months.length > 1 ? money(totalOf(own.map(({ amount }) => amount)), voice) : '',
    };
  });
}

/** What the contract calls a charge. */
export const chargeTitle = ({ charges }: Pick<Contract, 'charges'>, id: string, { lang }: Voice): string =>
  charges.find((charge) => charge.id === id)?.title[lang] ?? id;

/** Yuan, grouped; said to be undetermined where it is null. */
export const money = (amount: string | null, { labels }: Voice): string =>
  amount === null ? labels.unknown : grouped(amount);

const lineView = (line: Line, voice: Voice): LineView => ({
  title: line.title[voice.lang],
  clause: voice.say.clause(line.clause),
  quantity:
    line.quantity === null
      ? voice.labels.unknown
      : voice.say.quantity(grouped(line.quantity), voice.units[line.unit] ?? line.unit),
  unitPrice: grouped(line.unitPrice),
  amount: money(line.amount, voice),
  explanation: line.explanation[voice.lang],
});
