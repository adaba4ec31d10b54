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

/** Values of aggregates by the first day of each stretch (a month, or what the cuts leave of one), in the order asked for. */
export async function countBy(
  store: Store,
  table: string,
  time: string,
  aggregates: readonly string[],
  bound: Bound,
  { from, to, asOf, cuts, distinct, shift = 0 }: Asked,
): Promise<Map<string, unknown[]>> {
  // Readings and causes ask for the same count many times over.
  const columns = [...new Set(aggregates)];
  const moment = shift === 0 ? time : `${time} - to_hours(${bound.of(shift)}::integer)`;
  const month = `date_trunc('month', ${moment})::date`;
  const cases = [...cuts].sort().reverse();
  const whens = cases.map(
    (day) => `when ${moment} >= ${bound.of(`${day} 00:00:00`)}::timestamp then ${bound.of(day)}::date`,
  );
  const stretch = cases.length === 0 ? month : `greatest(${month}, case ${whens.join(' ')} end)`;
  const first = distinct ? ` qualify row_number() over (partition by id order by ${time}) = 1` : '';
  const [start, end] = [bound.of(`${from} 00:00:00`), bound.of(`${nextDay(to)} 00:00:00`)];
  const rows = await store.query(
    `select ${stretch} as stretch, ${columns.map((one, i) => `${one} as c${i}`).join(', ')} from (select * from ${table}${first})
     where ${moment} >= ${start}::timestamp and ${moment} < ${end}::timestamp and ${time} <= ${bound.of(asOf)}::timestamp
     group by stretch order by stretch`,
    bound.parameters,
  );
  return new Map(rows.map((row) => [String(row.stretch), aggregates.map((one) => row[`c${columns.indexOf(one)}`])]));
}
