import type { FollowUp, RespondWithin } from '../../contract/schema.generated.ts';
import { boundaryWords, leftWords } from '../../locale/boundaries.ts';
import { limitsWords } from '../../locale/limits.ts';
import { actor, whose } from '../../simulate/follow-up.ts';
import { deliveriesOf, destinationsOf, formsOf, otherParty } from '../../simulate/notices.ts';
import { column, incidentRow, sources } from '../../simulate/respond-within.ts';
import type { Row } from '../../simulate/world.ts';
import type { Limit } from '../../time/clock.ts';
import { addSeconds, formatInstant } from '../../time/instant.ts';
import { daysFor, endOf, firstOf, lastDay, type Maker, offset, spanOf, steps, type Terms } from './draft.ts';

/** Travel that does not count, in minutes, where the contract leaves it out. */
const TRAVEL = 60;
/** Where the mean counts one case is so much early and one so much late, in seconds. */
const APART = 1800;

/** A moment from which a limit runs, and its last instant. */
export const startOf = (limit: Limit, days: readonly string[], terms: Terms) =>
  firstOf(days, terms, (day) => {
    const start = `${day} 09:00:00`;
    const span = spanOf(start, limit, terms.calendar);
    return span && { value: { start, due: span.due }, days: [day, lastDay(span.due)], plain: span.plain };
  });

/** A complaint or a fault that is dealt with at the limit; two of them where the mean counts. */
export const respondWithin: Maker = (parameters, about, duty, terms) => {
  const p = parameters as RespondWithin;
  const [source] = sources(p, duty.obligation.bearer);
  if (!source) return leftWords.noCase;
  const found = startOf(p.limit as Limit, daysFor(duty, terms), terms);
  if (!found) return leftWords.noDay;
  const { table, category } = source;
  const minutes = p.exclude?.includes('travel') ? TRAVEL : null;
  const { start } = found;
  const due = addSeconds(found.due, 60 * (minutes ?? 0));
  const bearer = duty.obligation.bearer === 'customer' ? 'customer' : 'carrier';
  const transferred = p.from === 'transferred_at';
  const dealtWith = (id: string, at: string): Row => ({
    ...incidentRow(table, { id, category, started: transferred ? addSeconds(start, -APART) : start, bearer, minutes }),
    ...(transferred && { transferred_at: start }),
    [column(table, p)]: at,
  });
  const [first, second] = table === 'faults' ? ['f1', 'f2'] : ['c1', 'c2'];
  const none = Object.fromEntries(p.records.map((name) => [name, []]));
  const mean = p.measure === 'mean';
  return steps.map((step) => {
    const at = addSeconds(due, offset[step]);
    const cases = mean
      ? [dealtWith(first ?? '', addSeconds(due, -APART)), dealtWith(second ?? '', addSeconds(at, APART))]
      : [dealtWith(first ?? '', at)];
    return {
      title: boundaryWords.moment(about, p.limit, formatInstant(due, 'end'), step, mean),
      step,
      place: {
        limit: limitsWords.within(p.limit, mean, minutes !== null),
        trigger: limitsWords.reported(start, table, transferred, minutes),
        point: limitsWords.dealtWith(endOf(at), column(table, p), mean),
      },
      month: start.slice(0, 7),
      records: { ...none, [table]: cases },
    };
  });
};

/** An event, and what must follow it at the limit: another event where one will do, else a notice. */
export const followUp: Maker = (parameters, about, duty, terms) => {
  const p = parameters as FollowUp;
  const [type] = p.by_events;
  const [method] = p.by_notice ? formsOf(p, duty.obligation, terms) : [];
  if (type === undefined && method === undefined) return leftWords.noWay;
  const found = startOf(p.limit as Limit, daysFor(duty, terms), terms);
  if (!found) return leftWords.noDay;
  const party = duty.obligation.bearer === 'both' ? 'customer' : whose(p, duty);
  const event: Row = { id: 'e1', type: p.event, occurred_at: found.start, party };
  const from = actor(duty, event);
  const [delivery] = deliveriesOf(method === undefined ? [] : [method], terms);
  const destination = delivery?.days && destinationsOf(delivery)[0]?.[0];
  const notice = (at: string): Row => ({
    ...{ id: 'n1', topic: p.event, from, to: otherParty(from), sent_at: at, method: method ?? null },
    ...(destination !== undefined && { destination }),
    ref: 'e1',
  });
  const later = (at: string): Row => ({ id: 'e2', type: type ?? null, occurred_at: at, party: from, ref: 'e1' });
  return steps.map((step) => {
    const at = addSeconds(found.due, offset[step]);
    return {
      title: boundaryWords.moment(about, p.limit, formatInstant(found.due, 'end'), step),
      step,
      place: {
        limit: limitsWords.within(p.limit),
        trigger: limitsWords.event(found.start, p.event),
        point: type === undefined ? limitsWords.noticed(endOf(at)) : limitsWords.event(endOf(at), type),
      },
      month: found.start.slice(0, 7),
      records:
        type === undefined ? { events: [event], notices: [notice(at)] } : { events: [event, later(at)], notices: [] },
    };
  });
};
