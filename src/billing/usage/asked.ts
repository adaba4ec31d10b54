import type { Param, Store } from '../../records/store.ts';
import { nextDay } from '../../time/day.ts';

/** Values that a statement binds, each once: charges that are counted alike are then the same SQL, computed once. */
export class Bound {
  readonly parameters: Record<string, Param> = {};

  /** The parameter that stands for the value. */
  of(value: Param): string {
    const known = Object.keys(this.parameters).find((name) => this.parameters[name] === value);
    const name = known ?? `p${Object.keys(this.parameters).length}`;
    this.parameters[name] = value;
    return `$${name}`;
  }
}

/** Which rows are counted, and into which stretches of days. */
export interface Asked {
  /** Inclusive Beijing days. */
  from: string;
  to: string;
  /** Beijing time; later rows are not known yet. */
  asOf: string;
  /** Days other than the first of a month at which a stretch begins. */
  cuts: readonly string[];
  /** Of rows with the same id only the first counts. */
  distinct: boolean;
  /** Hours by which the days begin late: 8 cuts them at midnight UTC. */
  shift?: number;
}

/** The first day of the stretch in which a moment lies: its month, or what the cuts leave of one. */
export function stretchAt(moment: string, cuts: readonly string[], bound: Bound): string {
  const month = `date_trunc('month', ${moment})::date`;
  const whens = [...cuts]
    .sort()
    .reverse()
    .map((day) => `when ${moment} >= ${bound.of(`${day} 00:00:00`)}::timestamp then ${bound.of(day)}::date`);
  return whens.length === 0 ? month : `greatest(${month}, case ${whens.join(' ')} end)`;
}

/** Whether a moment lies in the days and, by the time of its row, was known at as-of. */
export function isAsked(
  moment: string,
  time: string,
  { from, to, asOf }: Pick<Asked, 'from' | 'to' | 'asOf'>,
  bound: Bound,
): string {
  const [start, end] = [bound.of(`${from} 00:00:00`), bound.of(`${nextDay(to)} 00:00:00`)];
  return `${moment} >= ${start}::timestamp and ${moment} < ${end}::timestamp and ${time} <= ${bound.of(asOf)}::timestamp`;
}

/** Values of aggregates by the first day of each stretch (a month, or what the cuts leave of one), in the order asked for. */
export async function countBy(
  store: Store,
  table: string,
  time: string,
  aggregates: readonly string[],
  bound: Bound,
  asked: Asked,
): Promise<Map<string, unknown[]>> {
  const { cuts, distinct, shift = 0 } = asked;
  // Readings and causes ask for the same count many times over.
  const columns = [...new Set(aggregates)];
  const moment = shift === 0 ? time : `${time} - to_hours(${bound.of(shift)}::integer)`;
  const stretch = stretchAt(moment, cuts, bound);
  const first = distinct ? ` qualify row_number() over (partition by id order by ${time}) = 1` : '';
  const rows = await store.query(
    `select ${stretch} as stretch, ${columns.map((one, i) => `${one} as c${i}`).join(', ')} from (select * from ${table}${first})
     where ${isAsked(moment, time, asked, bound)} group by stretch order by stretch`,
    bound.parameters,
  );
  return new Map(rows.map((row) => [String(row.stretch), aggregates.map((one) => row[`c${columns.indexOf(one)}`])]));
}
