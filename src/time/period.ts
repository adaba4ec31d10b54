import { stop } from '../problem.ts';
import { addDays, addMonths, isDay } from './day.ts';

/** From one Beijing day to another, both included. */
export interface Period {
  from: string;
  to: string;
  /** As people write it: '2025-08', '2025Q3', '2025H2', '2025', else '2025-08-01..2025-08-15'. */
  label: string;
}

/** A period that is settled, and the last day of the one after it. */
export interface SettlementPeriod extends Period {
  next: string;
}

export type Cycle = 'month' | 'quarter' | 'half-year' | 'year';

const months = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const satisfies Record<Cycle, number>;
/** Years that anybody bills: 1000 to 2999. */
const shape = /^([12]\d{3})(?:-(0[1-9]|1[0-2])|Q([1-4])|H([12]))?$/;

/** Reads 2025-08, 2025Q3, 2025H2 or 2025. Throws Stop (`flag-invalid` of --period) for anything else. */
export function parsePeriod(text: string): Period {
  const match = shape.exec(text);
  if (!match) stop('flag-invalid', { flag: '--period', value: text, expected: '2025-08, 2025Q3, 2025H2, 2025' });
  const [, year, month, quarter, half] = match;
  const january = `${year}-01-01`;
  if (month) return stretch(january, Number(month) - 1, months.month, text);
  if (quarter) return stretch(january, 3 * (Number(quarter) - 1), months.quarter, text);
  if (half) return stretch(january, 6 * (Number(half) - 1), months['half-year'], text);
  return stretch(january, 0, months.year, text);
}

/** The period of two days, both included. Throws Stop for what is no day (`flag-invalid`), and when they are reversed (`period-reversed`). */
export function periodFromTo(from: string, to: string): Period {
  for (const [flag, value] of [['--from', from] as const, ['--to', to] as const]) {
    if (!isDay(value) || !/^[12]/.test(value)) stop('flag-invalid', { flag, value, expected: '2025-08-01' });
  }
  if (to < from) stop('period-reversed', { from, to });
  return named(from, to) ?? { from, to, label: `${from}..${to}` };
}

/** `2024-05`, `2024H1` and so on, or two days: `2024-06-01..2024-07-31`. Throws Stop likewise. */
export function periodOf(text: string): Period {
  const [from = '', to] = text.split('..');
  return to === undefined ? parsePeriod(text) : periodFromTo(from, to);
}

/** The cycle that a period is one of; undefined for any other two days. */
export function cycleOf({ label }: Pick<Period, 'label'>): Cycle | undefined {
  const [whole, , month, quarter, half] = shape.exec(label) ?? [];
  if (whole === undefined) return undefined;
  if (month) return 'month';
  if (quarter) return 'quarter';
  return half ? 'half-year' : 'year';
}

/** The calendar period that two days span, if they span one. */
function named(from: string, to: string): Period | undefined {
  const cycles = Object.keys(months) as Cycle[];
  return cycles.flatMap((cycle) => periodsWithin({ from: to, to, label: '' }, cycle)).find((one) => one.from === from);
}

/**
 * The settlement periods whose last day lies in the given period, in order. Without anchor they are those of the calendar.
 * With one, the first begins on that day and each next on its corresponding day, else the month's last (Civil Code art.
 * 202), always reckoned from the anchor itself so that a short month moves nothing after it.
 */
export function periodsWithin(period: Period, cycle: Cycle, anchor?: string): SettlementPeriod[] {
  const length = months[cycle];
  const start = anchor ?? `${period.from.slice(0, 4)}-01-01`;
  const found: SettlementPeriod[] = [];
  for (let after = 0; ; after += length) {
    const one = stretch(start, after, length);
    if (one.to > period.to) return found;
    if (one.to < period.from) continue;
    const next = stretch(start, after + length, length).to;
    found.push({ ...one, ...(anchor === undefined && { label: label(one.from, cycle) }), next });
  }
}

/** So many months long, beginning so many months after a day. */
function stretch(start: string, after: number, length: number, label?: string): Period {
  const from = addMonths(start, after);
  const to = addDays(addMonths(start, after + length), -1);
  return { from, to, label: label ?? `${from}..${to}` };
}

function label(from: string, cycle: Cycle): string {
  const year = from.slice(0, 4);
  const before = Number(from.slice(5, 7)) - 1;
  if (cycle === 'month') return from.slice(0, 7);
  if (cycle === 'quarter') return `${year}Q${before / 3 + 1}`;
  return cycle === 'half-year' ? `${year}H${before / 6 + 1}` : year;
}
