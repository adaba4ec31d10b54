import type { AdvanceNotice, RenewalObjection } from '../../contract/schema.generated.ts';
import { termEnds } from '../../contract/term.ts';
import { boundaryWords, leftWords } from '../../locale/boundaries.ts';
import { limitsWords } from '../../locale/limits.ts';
import { type Delivery, deliveriesOf, destinationsOf, formsOf, noticeOn } from '../../simulate/notices.ts';
import type { Row } from '../../simulate/world.ts';
import type { Calendar } from '../../time/calendar.ts';
import { latestNoticeDay, type NoticeLimit } from '../../time/clock.ts';
import { addDays, daysFromTo } from '../../time/day.ts';
import { dayOf } from '../../time/instant.ts';
import { around, daysFor, firstOf, type Maker, offset, steps } from './draft.ts';

const times = { sentAt: '10:00:00', receivedAt: '17:00:00' };

/** A notice by the first of some ways of sending, delivered on that day. */
function notice(day: string, delivery: Delivery, topic: string, from: string, ref: string | null): Row {
  const sent = noticeOn(day, delivery, destinationsOf(delivery)[0] ?? ['domestic', 0], {
    ...{ id: 'n1', topic, from, ref },
    ...times,
  });
  return { ...sent, destination: delivery.days ? (sent.destination ?? null) : null };
}

const isPlain = (from: string, to: string, calendar: Calendar): boolean =>
  daysFromTo(from, to).every((day) => (calendar.reason(day)?.kind ?? 'weekend') === 'weekend');

/** An event, and the notice of it delivered on the last day, a day before and a day after; on the first one too where there is one. */
export const advanceNotice: Maker = (parameters, about, duty, terms) => {
  const p = parameters as AdvanceNotice;
  const { obligation } = duty;
  const [delivery] = deliveriesOf(formsOf(p, obligation, terms), terms);
  if (!delivery) return leftWords.noWay;
  const from = obligation.bearer === 'both' ? 'customer' : obligation.bearer;
  const found = firstOf(daysFor(duty, terms), terms, (day) => {
    const last = latestNoticeDay(day, p.limit as NoticeLimit, terms.calendar);
    if (last === undefined) return undefined;
    const sent = dayOf(String(notice(addDays(last, -1), delivery, p.event, from, 'e1').sent_at));
    return { value: { day, last }, days: [sent, day], plain: isPlain(last, day, terms.calendar) };
  });
  if (!found) return leftWords.noDay;
  const event: Row = { id: 'e1', type: p.event, occurred_at: `${found.day} 09:00:00`, party: from };
  const month = found.day.slice(0, 7);
  const trigger = limitsWords.eventOn(found.day, p.event);
  const recorded = (delivered: string) => ({
    ...{ point: limitsWords.delivered(delivered), month },
    records: { events: [event], notices: [notice(delivered, delivery, p.event, from, 'e1')] },
  });
  if (p.window === 'at-least') {
    return steps.map((step) => {
      const { point, ...draft } = recorded(addDays(found.last, offset[step]));
      const place = { limit: limitsWords.before(p.limit), trigger, point };
      return { ...draft, title: boundaryWords.notice(about, p.limit, found.last, step), step, place };
    });
  }
  // Inside the days before: the first of them, and the day before the event.
  const edges = [
    { limit: limitsWords.notBefore(p.limit), day: found.last, out: -1 },
    { limit: limitsWords.beforehand, day: addDays(found.day, -1), out: 1 },
  ];
  return edges.flatMap(({ limit, day, out }) =>
    around(about, { limit, trigger }, (step) => recorded(addDays(day, out * offset[step]))),
  );
};

/** An objection to the first renewal, delivered on the last day, a day before and a day after. */
export const renewalObjection: Maker = (parameters, about, duty, terms) => {
  const p = parameters as RenewalObjection;
  const { obligation } = duty;
  const [delivery] = deliveriesOf(formsOf(p, obligation, terms), terms);
  if (!delivery) return leftWords.noWay;
  const ends = termEnds(terms.contract);
  if (ends.length === 0) return leftWords.blank(['term.to']);
  const from = obligation.bearer === 'both' ? 'customer' : obligation.bearer;
  const found = firstOf(ends, terms, (end) => {
    const last = latestNoticeDay(end, p.limit as NoticeLimit, terms.calendar);
    if (last === undefined) return undefined;
    const sent = dayOf(String(notice(addDays(last, -1), delivery, obligation.kind, from, null).sent_at));
    return { value: { end, last }, days: [sent, end], plain: true };
  });
  if (!found) return leftWords.noDay;
  return steps.map((step) => ({
    title: boundaryWords.notice(about, p.limit, found.last, step),
    step,
    place: {
      limit: limitsWords.before(p.limit),
      trigger: limitsWords.termEnd(found.end),
      point: limitsWords.delivered(addDays(found.last, offset[step])),
    },
    month: found.end.slice(0, 7),
    records: { notices: [notice(addDays(found.last, offset[step]), delivery, obligation.kind, from, null)] },
    until: found.end,
  }));
};
