import type { RespondWithin } from '../contract/schema.generated.ts';
import { latest } from '../time/day.ts';
import { addSeconds, secondsBetween } from '../time/instant.ts';
import { complain, complaintsOf, quietTime, roomFor } from './complaints.ts';
import {
  begunAt,
  column,
  concerns,
  doneAt,
  dueOf,
  type Incident,
  incidentRow,
  incidents,
  isMine,
  monthOf,
  type Source,
  strictest,
} from './incidents.ts';
import type { Random } from './random.ts';
import {
  type Case,
  type Duty,
  judgeCases,
  type Month,
  nextId,
  rngOf,
  rows,
  type Simulator,
  someTime,
  type World,
} from './world.ts';

export { column, incidentRow } from './incidents.ts';

const categories = {
  complaints: ['gateway', 'other', 'spam', 'harassment', 'consent'],
  faults: ['gateway', 'general', 'line'],
} as const;

const openings: Simulator['openings'] = (parameters, { obligation }, { months }) =>
  sources(parameters as RespondWithin, obligation.bearer).length > 0 ? months.map((month) => month.label) : [];

export function sources(p: RespondWithin, bearer: string): { table: Source; category: string }[] {
  return p.records.flatMap((table) =>
    table === 'faults' && (bearer === 'customer' || p.from === 'transferred_at')
      ? []
      : categories[table]
          .filter((category) => !p.categories?.length || p.categories.some((one) => one === category))
          .map((category) => ({ table, category })),
  );
}

const begin: Simulator['begin'] = (duties, world) => {
  for (const duty of duties) {
    const [p] = duty.readings as RespondWithin[];
    if (!p) continue;
    for (const table of p.records) rows(world, table);
    const rng = rngOf(world, duty.obligation.id);
    const all = sources(p, duty.obligation.bearer);
    // The gateway is the carrier's, unless nothing else is asked about.
    const others = all.filter(({ category }) => duty.obligation.bearer !== 'customer' || category !== 'gateway');
    const from = others.length > 0 ? others : all;
    for (const month of from.length > 0 ? world.months : []) {
      const count = rng.int(2, 4);
      for (let i = 0; i < count; i++) {
        const minutes = p.exclude?.includes('travel') ? rng.pick([0, 30, 60]) : null;
        happen(rng.pick(from), minutes, duty, month, world, rng);
      }
    }
  }
};

/** A complaint or a fault; a complaint only where one more breaks nothing, or where one must be answered late. */
function happen(
  { table, category }: { table: Source; category: string },
  minutes: number | null,
  { obligation, broken }: Duty,
  month: Month,
  world: World,
  rng: Random,
): void {
  const bearer = table === 'faults' || obligation.bearer === 'both' ? 'carrier' : obligation.bearer;
  if (table === 'faults') {
    const list = rows(world, table);
    const started = someTime(month, world, rng);
    list.push(incidentRow(table, { id: nextId('F', list), category, started, bearer, minutes }));
    return;
  }
  const needed = broken === month.label && complaintsOf(bearer, month, world).length === 0;
  const quiet = quietTime(month, world, rng);
  if (quiet !== undefined && (needed || roomFor(bearer, month, world) > 0)) {
    complain(quiet, { category, bearer, minutes }, world);
  }
}

/** Everything that was reported is dealt with, whoever made it happen. */
const generate: Simulator['generate'] = (duties, world) => {
  for (const incident of incidents(world)) {
    const rng = rngOf(world, `${incident.table}/${incident.row.id}`);
    transfer(incident, duties, world);
    const asked = duties.flatMap(({ obligation, readings }) =>
      (readings as RespondWithin[]).filter((p) => concerns(incident, p, { obligation })),
    );
    const names = [...new Set(asked.map((p) => column(incident.table, p)))];
    const name =
      order.find((one) => names.includes(one)) ?? (incident.table === 'faults' ? 'restored_at' : 'replied_at');
    const due = strictest(incident, name, duties, world) ?? addSeconds(incident.started, 6 * 3600);
    // Work begins after the travel; exactly at the limit is in time.
    const minutes = Number(incident.row.travel_minutes ?? 0);
    const there = name === 'transferred_at' ? incident.started : addSeconds(begunAt(incident), 60 * minutes);
    finish(incident, name, rng.chance(25) ? due : part(there, due, rng.int(5, 80)), duties, world);
  }
  for (const duty of duties) spoil(duty, world);
};

/** What is done first to a complaint or fault, where several obligations each ask for something. */
const order = ['transferred_at', 'resolved_at', 'replied_at', 'restored_at'] as const;

/** Passes a complaint to the other side, early, where a clock starts or ends with it. */
function transfer(incident: Incident, duties: readonly Duty[], world: World): void {
  const asked = duties.flatMap((duty) =>
    (duty.readings as RespondWithin[]).filter(
      (p) => concerns(incident, p, duty) && (p.from === 'transferred_at' || p.until === 'transferred_at'),
    ),
  );
  if (incident.table !== 'complaints' || asked.length === 0) return;
  const soon = addSeconds(incident.started, 600);
  const last = strictest(incident, 'transferred_at', duties, world);
  incident.row.transferred_at = last !== undefined && last < soon ? last : soon;
  incident.row.channel = 'carrier';
}

const part = (from: string, to: string, percent: number): string =>
  addSeconds(from, Math.floor((secondsBetween(from, to) * percent) / 100));

/** Answered, resolved or passed on at that instant; a complaint's other columns follow, within their own limits. */
function finish(incident: Incident, name: string, at: string, duties: readonly Duty[], world: World): void {
  const { table, row } = incident;
  row[name] = at;
  if (table === 'faults') return;
  const after = (instant: string, other: string): string => {
    const last = strictest(incident, other, duties, world);
    const soon = addSeconds(instant, 1800);
    return last !== undefined && last < soon ? latest(last, instant) : soon;
  };
  if (name === 'resolved_at') {
    const last = strictest(incident, 'replied_at', duties, world);
    const soon = part(begunAt(incident), at, 20);
    row.replied_at = last !== undefined && last < soon ? last : soon;
    return;
  }
  if (name === 'transferred_at') row.replied_at = after(at, 'replied_at');
  row.resolved_at = after(String(row.replied_at), 'resolved_at');
}

/** Makes one case of the broken month a second too late, or the sum of all cases where the mean counts. */
function spoil(duty: Duty, world: World): void {
  const readings = duty.readings as RespondWithin[];
  const [p] = readings;
  const mine = incidents(world).filter((one) => p && isMine(one, p, duty) && monthOf(one, p) === duty.broken);
  const [victim] = mine;
  if (!p || !victim) return;
  const name = column(victim.table, p);
  const last = readings
    .flatMap((reading) => dueOf(victim, reading, world) ?? [])
    .sort()
    .at(-1);
  if (last === undefined) return;
  const slack = readings.map((reading) =>
    mine.slice(1).reduce((sum, one) => {
      const due = dueOf(one, reading, world) ?? '';
      return sum + secondsBetween(doneAt(one, reading) ?? due, due);
    }, 0),
  );
  victim.row[name] = addSeconds(last, 1 + (p.measure === 'mean' ? Math.max(0, ...slack) : 0));
  const resolved = victim.row.resolved_at;
  if (name === 'replied_at' && String(resolved) < String(victim.row[name])) victim.row.resolved_at = victim.row[name];
}

const judge: Simulator['judge'] = (parameters, duty, month, world) => {
  const p = parameters as RespondWithin;
  const mine = incidents(world).filter((one) => isMine(one, p, duty) && monthOf(one, p) === month.label);
  const cases: Case[] = mine.map((one) => ({
    ...{ table: one.table, id: String(one.row.id) },
    due: dueOf(one, p, world),
    done: doneAt(one, p),
  }));
  if (p.measure === 'each' || cases.length === 0) return judgeCases(cases, world.asOf);
  if (cases.some(({ due }) => due === undefined)) return judgeCases(cases, world.asOf);
  const over = cases.reduce((sum, { due, done }) => sum + secondsBetween(due ?? '', done ?? world.asOf), 0);
  return over > 0
    ? { verdict: 'breached', records: cases.map(({ table, id }) => ({ table, id })) }
    : { verdict: 'fulfilled', records: [] };
};

export const respondWithin: Simulator = { openings, begin, generate, judge };
