import type { FollowUp } from '../contract/schema.generated.ts';
import { deadline, type Limit } from '../time/clock.ts';
import { addSeconds, dayOf, secondsBetween } from '../time/instant.ts';
import { destinationsOf, formsOf, otherParty } from './notices.ts';
import type { Random } from './random.ts';
import {
  type Case,
  type Duty,
  judgeCases,
  nextId,
  type Row,
  rngOf,
  rows,
  type Simulator,
  someTime,
  type World,
} from './world.ts';

const parties = ['customer', 'carrier'] as const;

/** Whose events these parameters are about, where it is not everybody's. */
export const whose = (p: FollowUp, { obligation }: Duty): string => p.party ?? obligation.bearer;

const concerns = (p: FollowUp, duty: Duty, event: Row): boolean =>
  p.event === event.type && (duty.obligation.bearer === 'both' || (event.party ?? whose(p, duty)) === whose(p, duty));

/** Who has to follow up. */
export const actor = ({ obligation }: Duty, event: Row): string =>
  obligation.bearer === 'both' ? String(event.party) : obligation.bearer;

const dueOf = (p: FollowUp, event: Row, { calendar }: World): string | undefined =>
  deadline(String(event.occurred_at), p.limit as Limit, calendar);

/** What may follow under these parameters: types of events, and notice. */
const ways = (p: FollowUp): string[] => [...p.by_events, ...(p.by_notice ? ['notice'] : [])];

const openings: Simulator['openings'] = (parameters, duty, world) => {
  const p = parameters as FollowUp;
  const possible = ways(p).some((way) => way !== 'notice' || formsOf(p, duty.obligation, world).length > 0);
  return possible ? world.months.map((month) => month.label) : [];
};

/** Events and what follows them: that is an event too, and may call for more. */
const begin: Simulator['begin'] = (duties, world) => {
  const events = rows(world, 'events');
  if (duties.some(({ readings }) => (readings as FollowUp[]).some((p) => p.by_notice))) rows(world, 'notices');
  for (const duty of duties) happen(duty, world);
  const end = `${world.months.at(-1)?.to ?? ''} 24:00:00`;
  for (let i = 0; i < events.length; i++) {
    const event = events[i];
    if (event && String(event.occurred_at) < end) answer(event, duties, world);
  }
};

/** One event for each that the readings are about. */
function happen(duty: Duty, world: World): void {
  const rng = rngOf(world, duty.obligation.id);
  for (const month of world.months) {
    const broken = duty.broken === month.label;
    if (!rng.chance(40) && !broken) continue;
    const told = new Set<string>();
    const all = rows(world, 'events');
    const either = rng.pick(parties);
    for (const p of duty.readings as FollowUp[]) {
      const party = duty.obligation.bearer === 'both' ? either : whose(p, duty);
      const event = { id: nextId('E', all), type: p.event, occurred_at: someTime(month, world, rng), party };
      const due = dueOf(p, event, world);
      if (told.has(p.event) || ways(p).length === 0 || due === undefined || addSeconds(due, 1) >= world.asOf) continue;
      told.add(p.event);
      all.push(event);
      if (broken) world.spoiled.set(event.id, duty.obligation.id);
    }
  }
}

/** Follows an event up for every obligation about it: in time, or a second late where a breach is wanted. */
function answer(event: Row, duties: readonly Duty[], world: World): void {
  const asked = duties.flatMap((duty) => {
    const own = (duty.readings as FollowUp[]).filter((p) => concerns(p, duty, event) && ways(p).length > 0);
    const dues = own.flatMap((p) => dueOf(p, event, world) ?? []).sort();
    return dues.length > 0 ? [{ duty, own, first: dues[0] ?? '', last: dues.at(-1) ?? '' }] : [];
  });
  const victim = asked.find(({ duty }) => world.spoiled.get(String(event.id)) === duty.obligation.id);
  const taken = new Set(victim?.own.flatMap(ways));
  const rng = rngOf(world, `follow-up/${event.id}`);
  if (victim) {
    for (const p of victim.own) follow(event, p, victim.duty, addSeconds(victim.last, 1), world, rng);
  }
  for (const { duty, own, first } of asked) {
    // What follows late for one obligation must not have followed in time for another.
    if (own.flatMap(ways).some((way) => taken.has(way))) continue;
    const start = String(event.occurred_at);
    const usual = addSeconds(start, Math.floor((secondsBetween(start, first) * rng.int(5, 80)) / 100));
    const at = rng.chance(25) ? first : usual;
    for (const p of own) follow(event, p, duty, at, world, rng);
  }
}

/** Adds what these parameters call for, unless it is there already by then. */
function follow(event: Row, p: FollowUp, duty: Duty, at: string, world: World, rng: Random): void {
  const before = doneAt(event, p, duty, world);
  if (before !== undefined && before <= at) return;
  const forms = formsOf(p, duty.obligation, world);
  const way = rng.pick(ways(p));
  const [events, from] = [rows(world, 'events'), actor(duty, event)];
  if (way !== 'notice') {
    const party = event.party === null ? null : from;
    events.push({ id: nextId('E', events), type: way, occurred_at: at, party, ref: String(event.id) });
    return;
  }
  const notices = rows(world, 'notices');
  const method = rng.pick(forms);
  const delivery = world.contract.notices.delivery.find((one) => one.method === method);
  const destination = delivery ? rng.pick(destinationsOf(delivery))[0] : 'domestic';
  notices.push({
    ...{ id: nextId('N', notices), topic: p.event, from, to: otherParty(from), sent_at: at },
    ...{ method, destination, received_at: delivery?.on === 'receipt' ? at : null, ref: String(event.id) },
  });
}

/** When what these parameters call for first followed. */
function doneAt(event: Row, p: FollowUp, duty: Duty, world: World): string | undefined {
  const table = (name: string) => (world.tables.get(name) ?? []).filter(({ ref }) => ref === event.id);
  const events = table('events').filter(({ type }) => p.by_events.some((one) => one === type));
  const forms = formsOf(p, duty.obligation, world);
  const notices = table('notices').filter(
    ({ from, method }) => p.by_notice && from === actor(duty, event) && forms.includes(String(method)),
  );
  return [...events.map((one) => String(one.occurred_at)), ...notices.map((one) => String(one.sent_at))].sort()[0];
}

const judge: Simulator['judge'] = (parameters, duty, month, world) => {
  const p = parameters as FollowUp;
  const events = (world.tables.get('events') ?? []).filter(
    (event) => concerns(p, duty, event) && String(event.occurred_at).slice(0, 7) === month.label,
  );
  const cases = events.map((event): Case => {
    const done = doneAt(event, p, duty, world);
    // What stands before the day of the event says nothing of it.
    const known = done === undefined || dayOf(done) >= dayOf(String(event.occurred_at));
    return { table: 'events', id: String(event.id), due: known ? dueOf(p, event, world) : undefined, done };
  });
  return judgeCases(cases, world.asOf);
};

export const followUp: Simulator = { openings, begin, generate: () => {}, judge };
