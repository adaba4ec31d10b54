import type { HarassmentShutdown } from '../contract/schema.generated.ts';
import { deadline, type Limit } from '../time/clock.ts';
import { earliest } from '../time/day.ts';
import { addSeconds } from '../time/instant.ts';
import { bearerOf, complain, quietTime, roomFor } from './complaints.ts';
import {
  type Duty,
  everyMonth,
  known,
  nextId,
  notTriggered,
  type Row,
  refs,
  rngOf,
  rows,
  type Simulator,
  type World,
} from './world.ts';

/** The harassment complaints that fall to the customer, in order. */
const complaints = (world: World): Row[] =>
  known(world, 'complaints')
    .filter((row) => row.category === 'harassment' && bearerOf(row) === 'customer')
    .toSorted((a, b) => (String(a.received_at) < String(b.received_at) ? -1 : 1));

const shutDue = (p: HarassmentShutdown, at: string, { calendar }: World) =>
  deadline(at, p.shut_within as Limit, calendar);

const resumable = (p: HarassmentShutdown, at: string, { calendar }: World) =>
  deadline(at, p.resume_after as Limit, calendar);

const at = (type: string, world: World): string[] =>
  known(world, 'events')
    .filter((event) => event.type === type)
    .map(({ occurred_at }) => String(occurred_at))
    .sort();

const begin: Simulator['begin'] = (duties, world) => {
  rows(world, 'complaints');
  rows(world, 'events');
  for (const { obligation, broken } of duties) {
    const rng = rngOf(world, obligation.id);
    for (const month of world.months) {
      const wanted = rng.chance(40) && roomFor('customer', month, world) > 0;
      if (!wanted && broken !== month.label) continue;
      const quiet = quietTime(month, world, rng);
      if (quiet === undefined) continue;
      const row = complain(quiet, { category: 'harassment', bearer: 'customer' }, world);
      if (broken === month.label) world.spoiled.set(String(row.id), obligation.id);
    }
  }
  shut(duties, world);
};

/** The service is shut for each complaint, and opened again once nobody complained for long enough. */
function shut(duties: readonly Duty[], world: World): void {
  const events = rows(world, 'events');
  const asked = duties.flatMap(({ readings }) => readings as HarassmentShutdown[]);
  const party = 'customer';
  let open = '';
  for (const row of complaints(world)) {
    const received = String(row.received_at);
    const resume = asked
      .flatMap((p) => resumable(p, received, world) ?? [])
      .sort()
      .at(-1);
    const dues = asked.flatMap((p) => shutDue(p, received, world) ?? []).sort();
    const [first, last] = [dues[0], dues.at(-1)];
    if (resume === undefined || first === undefined || last === undefined) continue;
    // The morning after the last day of rest.
    const reopened = addSeconds(resume, 9 * 3600);
    if (received < open) {
      const planned = events.findLast(({ type }) => type === 'service-resumed');
      if (planned) planned.occurred_at = reopened;
    } else {
      const late = world.spoiled.has(String(row.id));
      const closed = late ? addSeconds(last, 1) : earliest(addSeconds(received, 1200), first);
      const ref = String(row.id);
      events.push({ id: nextId('E', events), type: 'harassment-shutdown', occurred_at: closed, party, ref });
      events.push({ id: nextId('E', events), type: 'service-resumed', occurred_at: reopened, party, ref });
    }
    open = reopened;
  }
}

const judge: Simulator['judge'] = (parameters, _duty, { label }, world) => {
  const p = parameters as HarassmentShutdown;
  const all = complaints(world);
  const [shuts, opens] = [at('harassment-shutdown', world), at('service-resumed', world)];
  const isShut = (when: string) => {
    const shut = shuts.filter((one) => one < when).at(-1);
    return shut !== undefined && !opens.some((one) => one > shut && one < when);
  };
  const received = all.filter((row) => String(row.received_at).startsWith(label));
  const unshut = received.filter((row) => {
    const when = String(row.received_at);
    const shut = shuts.find((one) => one >= when) ?? world.asOf;
    return !isShut(when) && shut > (shutDue(p, when, world) ?? '');
  });
  const resumed = known(world, 'events').filter(
    ({ type, occurred_at }) => type === 'service-resumed' && String(occurred_at).startsWith(label),
  );
  const last = ({ occurred_at }: Row) =>
    all.map(({ received_at }) => String(received_at)).findLast((one) => one <= String(occurred_at));
  const counted = resumed.filter((row) => last(row) !== undefined);
  const early = counted.filter((row) => String(row.occurred_at) < (resumable(p, last(row) ?? '', world) ?? ''));
  const records = [...refs('complaints', unshut), ...refs('events', early)];
  if (received.length + counted.length === 0) return notTriggered;
  return { verdict: records.length > 0 ? 'breached' : 'fulfilled', records };
};

/** A harassment complaint shuts the service, for some time without another. */
export const harassmentShutdown: Simulator = { openings: everyMonth, begin, judge };
