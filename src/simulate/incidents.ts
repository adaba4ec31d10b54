import type { RespondWithin } from '../contract/schema.generated.ts';
import { deadline, type Limit } from '../time/clock.ts';
import { addSeconds } from '../time/instant.ts';
import { bearerOf, complaintRow } from './complaints.ts';
import { type Duty, known, type Row, type World } from './world.ts';

export type Source = RespondWithin['records'][number];

/** A made-up complaint or fault, with names of its own for what the two tables call differently. */
export interface Incident {
  table: Source;
  row: Row;
  started: string;
  bearer: string;
}

export function incidents(world: World): Incident[] {
  const complaints = known(world, 'complaints').map(
    (row): Incident => ({ table: 'complaints', row, started: String(row.received_at), bearer: bearerOf(row) }),
  );
  const faults = known(world, 'faults').map(
    (row): Incident => ({ table: 'faults', row, started: String(row.reported_at), bearer: 'carrier' }),
  );
  return [...complaints, ...faults];
}

/** When the clock of these parameters starts; undefined: a case of which it does not run. */
function startOf({ table, row, started }: Incident, p: RespondWithin): string | undefined {
  if (p.from !== 'transferred_at') return started;
  return table === 'complaints' && typeof row.transferred_at === 'string' ? row.transferred_at : undefined;
}

export const isMine = (incident: Incident, p: RespondWithin, duty: Duty): boolean =>
  startOf(incident, p) !== undefined && concerns(incident, p, duty);

export const concerns = (
  { table, row, bearer }: Incident,
  p: RespondWithin,
  { obligation }: Pick<Duty, 'obligation'>,
): boolean =>
  p.records.includes(table) &&
  (obligation.bearer === 'both' || bearer === obligation.bearer) &&
  (!p.categories?.length || p.categories.some((category) => category === row.category));

export const column = (table: Source, p: RespondWithin) => (table === 'faults' ? 'restored_at' : p.until);

export const monthOf = (incident: Incident, p: RespondWithin): string => (startOf(incident, p) ?? '').slice(0, 7);

export const doneAt = ({ table, row }: Incident, p: RespondWithin): string | undefined => {
  const at = row[column(table, p)];
  return typeof at === 'string' ? at : undefined;
};

/** Seconds that do not count under these parameters. */
const travel = ({ row }: Incident, p: RespondWithin): number =>
  p.exclude?.includes('travel') ? 60 * Number(row.travel_minutes ?? 0) : 0;

export function dueOf(incident: Incident, p: RespondWithin, { calendar }: World): string | undefined {
  const started = startOf(incident, p);
  const due = started === undefined ? undefined : deadline(started, p.limit as Limit, calendar);
  return due === undefined ? undefined : addSeconds(due, travel(incident, p));
}

/** The earliest of the last instants that any obligation sets for this column of the incident. */
export function strictest(incident: Incident, name: string, duties: readonly Duty[], world: World): string | undefined {
  const dues = duties.flatMap((duty) =>
    (duty.readings as RespondWithin[]).flatMap((p) =>
      isMine(incident, p, duty) && column(incident.table, p) === name ? (dueOf(incident, p, world) ?? []) : [],
    ),
  );
  return dues.sort()[0];
}

/** A complaint or fault that nobody has dealt with. */
export function incidentRow(
  table: Source,
  {
    id,
    category,
    started,
    bearer,
    minutes,
  }: Record<'id' | 'category' | 'started' | 'bearer', string> & {
    minutes: number | null;
  },
): Row {
  if (table === 'faults') return { id, reported_at: started, category, restored_at: null, travel_minutes: minutes };
  return complaintRow(id, started, { category, bearer, minutes });
}

/** When work on it can begin: a complaint that is passed on is first passed on. */
export const begunAt = ({ row, started }: Incident): string =>
  typeof row.transferred_at === 'string' ? row.transferred_at : started;
