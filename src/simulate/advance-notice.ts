import type { AdvanceNotice, Contract } from '../contract/schema.generated.ts';
import { latestNoticeDay, type NoticeLimit } from '../time/clock.ts';
import { addDays, nextDay } from '../time/day.ts';
import { dayOf } from '../time/instant.ts';
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

type Delivery = Contract['notices']['delivery'][number];
const parties = ['customer', 'carrier'] as const;
const methods = ['email', 'phone', 'hand', 'fax', 'courier', 'registered'] as const;

const formsOf = (p: AdvanceNotice, { contract }: World): readonly string[] => p.forms ?? contract.notices.forms;

/** The days on which a notice must be delivered under these parameters, both included; undefined: the calendar does not know. */
function windowOf(p: AdvanceNotice, event: string, { calendar }: World): { first: string; last: string } | undefined {
  const latest = latestNoticeDay(event, p.limit as NoticeLimit, calendar);
  if (latest === undefined) return undefined;
  return p.window === 'within' ? { first: latest, last: addDays(dayOf(event), -1) } : { first: '', last: latest };
}

const concerns = (p: AdvanceNotice, { obligation }: Duty, event: Row): boolean =>
  p.event === event.type && (obligation.bearer === 'both' || obligation.bearer === event.party);

const openings: Simulator['openings'] = (_parameters, _duty, { months }) => months.map((month) => month.label);

const generate: Simulator['generate'] = (duties, world) => {
  const events = rows(world, 'events');
  rows(world, 'notices');
  for (const duty of duties) {
    const rng = rngOf(world, duty.obligation.id);
    for (const month of world.months) {
      if (!rng.chance(40) && duty.broken !== month.label) continue;
      const event = happen(duty, month, world, rng);
      if (event === undefined) continue;
      events.push(event);
      if (duty.broken === month.label) announceBadly(duty, event, world, rng);
      else announce(duties, event, world, rng);
    }
  }
};

function happen({ obligation, readings }: Duty, month: Month, world: World, rng: Random): Row | undefined {
  const [p] = readings as AdvanceNotice[];
  const at = `${dayOf(someTime(month, world, rng))} 09:00:00`;
  if (!p || windowOf(p, at, world) === undefined) return undefined;
  const party = obligation.bearer === 'both' ? rng.pick(parties) : obligation.bearer;
  return { id: nextId('E', rows(world, 'events')), type: p.event, occurred_at: at, party };
}

/** A notice that every obligation about this event accepts, under all its readings where that is possible. */
function announce(duties: readonly Duty[], event: Row, world: World, rng: Random): void {
  const asked = duties.flatMap((duty) => (duty.readings as AdvanceNotice[]).filter((p) => concerns(p, duty, event)));
  const windows = asked.flatMap((p) => windowOf(p, String(event.occurred_at), world) ?? []);
  const last = windows.map((one) => one.last).sort()[0] ?? '';
  const first =
    windows
      .map((one) => one.first)
      .sort()
      .at(-1) ?? '';
  const early = addDays(last, -rng.int(0, 3) * rng.int(0, 4));
  const accepted = world.contract.notices.delivery.filter(({ method }) =>
    asked.every((p) => formsOf(p, world).includes(method)),
  );
  send(event, early < first ? last : early, rng.pick(accepted), world, rng);
}

/** No notice at all, one in a form that does not count, or one that comes a day too late. */
function announceBadly({ readings }: Duty, event: Row, world: World, rng: Random): void {
  const asked = readings as AdvanceNotice[];
  const refused = methods.find((method) => asked.every((p) => !formsOf(p, world).includes(method)));
  const accepted = world.contract.notices.delivery.filter(({ method }) =>
    asked.some((p) => formsOf(p, world).includes(method)),
  );
  const lasts = asked.flatMap((p) => windowOf(p, String(event.occurred_at), world)?.last ?? []).sort();
  const way = rng.pick(['late', 'late', 'form', 'none']);
  if (way === 'none') return;
  const last = lasts.at(-1) ?? '';
  if (way === 'form' && refused) send(event, last, { method: refused, on: 'sending', clause: '' }, world, rng);
  else send(event, nextDay(last), rng.pick(accepted), world, rng);
}

/** A notice that counts as delivered on that day. */
function send(event: Row, delivered: string, { method, on, days }: Delivery, world: World, rng: Random): void {
  const notices = rows(world, 'notices');
  const [destination, take] = rng.pick(Object.entries(days ?? { domestic: 0 }));
  notices.push({
    id: nextId('N', notices),
    topic: event.type ?? null,
    from: event.party ?? null,
    to: event.party === 'customer' ? 'carrier' : 'customer',
    sent_at: officeTime(addDays(delivered, on === 'sending' ? -take : -1), rng),
    method,
    destination,
    received_at: on === 'receipt' ? `${delivered} 23:59:59` : null,
    ref: event.id ?? null,
  });
}

const judge: Simulator['judge'] = (parameters, duty, month, world): Judged => {
  const p = parameters as AdvanceNotice;
  const events = rows(world, 'events').filter(
    (event) => concerns(p, duty, event) && String(event.occurred_at).slice(0, 7) === month.label,
  );
  const missed = events.filter((event) => !announced(event, p, duty, world));
  if (events.length === 0) return { verdict: 'not-triggered', records: [] };
  if (missed.length === 0) return { verdict: 'fulfilled', records: [] };
  return { verdict: 'breached', records: missed.map(({ id }) => ({ table: 'events', id: String(id) })) };
};

function announced(event: Row, p: AdvanceNotice, { obligation }: Duty, world: World): boolean {
  const wanted = windowOf(p, String(event.occurred_at), world);
  return rows(world, 'notices').some((notice) => {
    if (notice.ref !== event.id || notice.topic !== event.type) return false;
    if (!formsOf(p, world).includes(String(notice.method))) return false;
    if (obligation.bearer !== 'both' && notice.from !== obligation.bearer) return false;
    const day = deliveredOn(notice, world);
    return day !== undefined && wanted !== undefined && day >= wanted.first && day <= wanted.last;
  });
}

function deliveredOn(notice: Row, { contract }: World): string | undefined {
  const how = contract.notices.delivery.find(({ method }) => method === notice.method);
  if (how?.on === 'receipt') return dayOf(String(notice.received_at));
  const take = how?.days ? how.days[notice.destination as keyof typeof how.days] : 0;
  return how && take !== undefined ? addDays(dayOf(String(notice.sent_at)), take) : undefined;
}

export const advanceNotice: Simulator = { openings, generate, judge };
