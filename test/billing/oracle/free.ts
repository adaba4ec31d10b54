import { at, dayOf, endOf } from '../../rules/oracle/clock.ts';
import type { Row } from '../../rules/oracle/judge.ts';
import type { World } from './usage.ts';

export interface Choice {
  charge: string;
  event: string;
  month: string;
  state: string;
}

/** The months that were chosen to be free, those of which notice came first at the head. */
export function freeMonths(world: World): Choice[] {
  const { contract, tables } = world;
  return contract.charges.flatMap((charge) => {
    if (charge.model !== 'per-unit' || !charge.free_months) return [];
    const { count, obligation } = charge.free_months;
    const duty = contract.obligations.find(({ id }) => id === obligation);
    const event = duty && 'event' in duty.parameters ? duty.parameters.event : undefined;
    const limit = duty && 'limit' in duty.parameters ? (duty.parameters.limit as { days: number }) : { days: 0 };
    const chosen = (tables.events ?? []).filter(
      ({ type, party }) => type === event && (party == null || party === duty?.bearer),
    );
    const seen = chosen.map((row) => ({ row, ...noticeOf(world, row, String(duty?.bearer), limit.days) }));
    seen.sort(
      (a, b) => a.arrived - b.arrived || at(a.row.occurred_at) - at(b.row.occurred_at) || (idOf(a) < idOf(b) ? -1 : 1),
    );
    let left = count;
    return seen.map(({ row, state }): Choice => {
      const is = state !== 'in time' ? state : left > 0 ? 'free' : 'beyond';
      if (is === 'free') left -= 1;
      return { charge: charge.id, event: String(row.id), month: String(row.occurred_at).slice(0, 7), state: is };
    });
  });
}

const idOf = ({ row }: { row: Row }) => String(row.id);
const never = 1e9;

/** On which day notice of the choice arrived, and whether it was in time; the choice is a first day of a month. */
function noticeOf({ contract, tables, asOf }: World, event: Row, bearer: string, days: number) {
  const day = dayOf(at(event.occurred_at));
  const last = day - days;
  const topic = contract.notices.topics?.find(({ topics }) => topics.some((one) => one === event.type));
  const forms: readonly string[] = topic?.forms ?? contract.notices.forms;
  const sent = (tables.notices ?? []).filter(
    (row) =>
      row.topic === event.type &&
      (row.ref == null || row.ref === event.id) &&
      row.from === bearer &&
      row.to !== bearer &&
      forms.includes(String(row.method)) &&
      dayOf(at(row.sent_at)) <= dayOf(at(asOf)),
  );
  const arrivals = sent.flatMap((row) =>
    row.ref == null || row.received_at == null ? [] : [dayOf(at(row.received_at))],
  );
  const arrived = Math.min(never, ...arrivals.filter((one) => one <= last));
  const maybe = sent.some((row) => (row.ref == null || row.received_at == null) && dayOf(at(row.sent_at)) <= last);
  const isFirst = String(event.occurred_at).slice(8, 10) === '01';
  const here = arrived < never && endOf(arrived - 1) < at(asOf);
  const open = !here && at(asOf) <= endOf(last);
  if (!tables.notices || open || (arrived === never && maybe)) return { arrived, state: 'unsure' };
  // What comes too late for a day of the month comes too late for the month.
  if (!here) return { arrived, state: 'late' };
  return { arrived, state: isFirst ? 'in time' : 'unsure' };
}
