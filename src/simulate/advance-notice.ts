import type { AdvanceNotice } from '../contract/schema.generated.ts';
import { latestNoticeDay, type NoticeLimit } from '../time/clock.ts';
import { addDays, nextDay } from '../time/day.ts';
import { dayOf } from '../time/instant.ts';
import { type Delivery, deliveredOn, deliveriesOf, destinationsOf, formsOf, noticeOn } from './notices.ts';
import { officeTime, type Random } from './random.ts';
import {
  type Duty,
  type Judged,
  type Month,
  nextId,
  type Row,
  rngOf,
  rows,
  type Simulator,
  someTime,
  type World,
} from './world.ts';

const parties = ['customer', 'carrier'] as const;
const methods = ['email', 'phone', 'hand', 'fax', 'courier', 'registered'] as const;

/** The days on which a notice must be delivered under these parameters, both included; undefined: the calendar does not know. */
function windowOf(p: AdvanceNotice, event: string, { calendar }: World): { first: string; last: string } | undefined {
  const latest = latestNoticeDay(event, p.limit as NoticeLimit, calendar);
  if (latest === undefined) return undefined;
  return p.window === 'within' ? { first: latest, last: addDays(dayOf(event), -1) } : { first: '', last: latest };
}

const concerns = (p: AdvanceNotice, { obligation }: Duty, event: Row): boolean =>
  p.event === event.type && (obligation.bearer === 'both' || obligation.bearer === (event.party ?? obligation.bearer));

const openings: Simulator['openings'] = (_parameters, _duty, { months }) => months.map((month) => month.label);

const begin: Simulator['begin'] = (duties, world) => {
  const events = rows(world, 'events');
  rows(world, 'notices');
  for (const duty of duties) {
    const rng = rngOf(world, duty.obligation.id);
    for (const month of world.months) {
      if (!rng.chance(40) && duty.broken !== month.label) continue;
      const event = happen(duty, month, world, rng);
      if (event === undefined) continue;
      events.push(event);
      if (duty.broken === month.label) world.spoiled.set(String(event.id), duty.obligation.id);
    }
  }
};

/** Whatever made the event happen: who must announce it does, except where a breach is wanted. */
const generate: Simulator['generate'] = (duties, world) => {
  for (const event of rows(world, 'events')) {
    const victim = duties.find(({ obligation }) => world.spoiled.get(String(event.id)) === obligation.id);
    const rng = rngOf(world, `notice/${event.id}`);
    if (victim) announceBadly(victim, event, world, rng);
    else announce(duties, event, world, rng);
  }
};

function happen({ obligation, readings }: Duty, month: Month, world: World, rng: Random): Row | undefined {
  const [p] = readings as AdvanceNotice[];
  const day = choosesFreeMonth(obligation.id, world) ? month.from : dayOf(someTime(month, world, rng));
  const at = `${day} 09:00:00`;
  if (!p || windowOf(p, at, world) === undefined) return undefined;
  if (deliveriesOf(formsOf(p, obligation, world), world).length === 0) return undefined;
  const party = obligation.bearer === 'both' ? rng.pick(parties) : obligation.bearer;
  return { id: nextId('E', rows(world, 'events')), type: p.event, occurred_at: at, party };
}

/** Whether the obligation is about choosing a free month, which begins on its first day. */
const choosesFreeMonth = (id: string, { contract }: World): boolean =>
  contract.charges.some((charge) => 'free_months' in charge && charge.free_months?.obligation === id);

interface Asked {
  p: AdvanceNotice;
  forms: readonly string[];
}

const askedOf = (duties: readonly Duty[], event: Row, world: World): Asked[] =>
  duties.flatMap((duty) =>
    (duty.readings as AdvanceNotice[])
      .filter((p) => concerns(p, duty, event))
      .map((p) => ({ p, forms: formsOf(p, duty.obligation, world) })),
  );

/** A notice that every obligation about this event accepts, under all its readings where that is possible. */
function announce(duties: readonly Duty[], event: Row, world: World, rng: Random): void {
  const asked = askedOf(duties, event, world);
  const windows = asked.flatMap(({ p }) => windowOf(p, String(event.occurred_at), world) ?? []);
  const last = windows.map((one) => one.last).sort()[0];
  const first =
    windows
      .map((one) => one.first)
      .sort()
      .at(-1) ?? '';
  const accepted = world.contract.notices.delivery.filter(({ method }) =>
    asked.every(({ forms }) => forms.includes(method)),
  );
  if (last === undefined || accepted.length === 0) return;
  const early = addDays(last, -rng.int(0, 3) * rng.int(0, 4));
  send(event, early < first ? last : early, rng.pick(accepted), world, rng);
}

/** No notice at all, one in a form that does not count, or one that comes a day too late. */
function announceBadly(duty: Duty, event: Row, world: World, rng: Random): void {
  const asked = askedOf([duty], event, world);
  const refused = methods.find((method) => asked.every(({ forms }) => !forms.includes(method)));
  const accepted = world.contract.notices.delivery.filter(({ method }) =>
    asked.some(({ forms }) => forms.includes(method)),
  );
  const last = asked
    .flatMap(({ p }) => windowOf(p, String(event.occurred_at), world)?.last ?? [])
    .sort()
    .at(-1);
  const way = rng.pick(['late', 'late', 'form', 'none']);
  if (way === 'none' || last === undefined) return;
  if (way === 'form' && refused) send(event, last, { method: refused, on: 'sending', clause: '' }, world, rng);
  else send(event, nextDay(last), rng.pick(accepted), world, rng);
}

/** A notice that counts as delivered on that day. */
function send(event: Row, delivered: string, delivery: Delivery, world: World, rng: Random): void {
  const notices = rows(world, 'notices');
  const destination = rng.pick(destinationsOf(delivery));
  notices.push(
    noticeOn(delivered, delivery, destination, {
      ...{ id: nextId('N', notices), topic: String(event.type), from: String(event.party), ref: String(event.id) },
      ...{ sentAt: officeTime(delivered, rng).slice(11), receivedAt: '23:59:59' },
    }),
  );
}

const judge: Simulator['judge'] = (parameters, duty, month, world): Judged => {
  const p = parameters as AdvanceNotice;
  const events = (world.tables.get('events') ?? []).filter(
    (event) => concerns(p, duty, event) && String(event.occurred_at).slice(0, 7) === month.label,
  );
  const known = events.filter((event) => windowOf(p, String(event.occurred_at), world) !== undefined);
  const missed = known.filter((event) => announced(event, p, duty, world) === undefined);
  if (events.length === 0) return { verdict: 'not-triggered', records: [] };
  if (missed.length > 0) {
    return { verdict: 'breached', records: missed.map(({ id }) => ({ table: 'events', id: String(id) })) };
  }
  return { verdict: known.length < events.length ? 'undetermined' : 'fulfilled', records: [] };
};

/** The day on which a notice of the event first arrived that meets the obligation; undefined where none did. */
export function announced(
  event: Row,
  p: AdvanceNotice,
  { obligation }: Pick<Duty, 'obligation'>,
  world: World,
): string | undefined {
  const wanted = windowOf(p, String(event.occurred_at), world);
  const forms = formsOf(p, obligation, world);
  const days = (world.tables.get('notices') ?? []).flatMap((notice) => {
    if (notice.ref !== event.id || notice.topic !== event.type) return [];
    if (!forms.includes(String(notice.method))) return [];
    if (notice.from !== (obligation.bearer === 'both' ? event.party : obligation.bearer)) return [];
    const day = deliveredOn(notice, world);
    return day !== undefined && wanted !== undefined && day >= wanted.first && day <= wanted.last ? [day] : [];
  });
  return days.sort()[0];
}

export const advanceNotice: Simulator = { openings, begin, generate, judge };
