import fc from 'fast-check';
import type { Contract } from '../../../../src/contract/schema.generated.ts';
import { at, dayNumber, dayOf, lastDayBefore, textOf } from '../clock.ts';
import type { Data } from '../compare.ts';
import type { Row } from '../judge.ts';
import { limitsOf, methods, otherSide, parameters, refs, rowsOf, sideOf, sides } from './parts.ts';
import { oneOf } from './rows.ts';
import * as scene from './scene.ts';

/** Events that are announced: notices which arrive on and about the last day for them. */
export const announced = (contract: Contract): fc.Arbitrary<Data> => {
  const limits = limitsOf(contract);
  const types = [...new Set(parameters(contract).map(({ event }) => String(event)))];
  const notice = fc.record({
    limit: fc.nat(7),
    days: oneOf(0, 0, 1, -1, -2, 5),
    method: methods,
    destination: oneOf<string | null>('same-city', 'domestic', 'overseas', null),
    sent: oneOf(0, 1, 3, 14),
    received: oneOf('day', 'day', 'time', 'never'),
    from: oneOf('own', 'own', 'own', 'own', 'other'),
    topic: oneOf('own', 'own', 'own', 'own', 'termination'),
    ref: refs,
  });
  const spec = fc.record({
    start: scene.starts,
    wholeDay: fc.boolean(),
    type: fc.nat(7),
    party: sides,
    notices: fc.array(notice, { maxLength: 2 }),
  });
  const look = fc.record({ of: fc.nat(9), days: oneOf(300, 300, 300, 0, 1, -1, -2, -3, -9), limit: fc.nat(7) });
  return fc
    .record({
      made: rowsOf(spec),
      month: scene.months,
      flaw: scene.flaws,
      look,
      time: oneOf('10:00:00', '00:00:00', '23:59:59'),
    })
    .chain(({ made, month, flaw, look: { of, days, limit }, time }) => {
      const events = made.map(({ start, wholeDay, type, party }, i): Row => {
        const began = scene.startIn(month, start);
        const occurred_at = wholeDay ? began.slice(0, 10) : began;
        return { id: `e${i}`, type: types[type % types.length] ?? '', occurred_at, party };
      });
      const lastFor = (event: Row | undefined, n: number) => {
        const day = dayOf(at(event?.occurred_at ?? `${month}-15`));
        return lastDayBefore(day, limits[n % limits.length] ?? {}) ?? day - 20;
      };
      const notices = made
        .flatMap(({ notices: all }, i) => all.map((one) => ({ ...one, event: events[i] ?? {} })))
        .map((one, i): Row => {
          const arrives = lastFor(one.event, one.limit) + one.days;
          const delivery = contract.notices.delivery.find(({ method }) => method === one.method);
          const given = (delivery?.days as Record<string, number> | undefined)?.[String(one.destination)] ?? one.sent;
          const sent = arrives - (delivery?.on === 'sending' && !delivery.days ? 0 : given);
          const from = sideOf(contract, one.event, one.from === 'own');
          return {
            ...{ id: `n${i}`, topic: one.topic === 'own' ? one.event.type : one.topic, from, to: otherSide(from) },
            ...{ sent_at: textOf(sent), method: one.method, destination: one.destination },
            received_at: { day: textOf(arrives), time: `${textOf(arrives)} 23:59:59`, never: null }[
              one.received as 'day'
            ],
            ref: { own: String(one.event.id), none: null, other: 'e9' }[one.ref as 'own'],
          };
        });
      const asOf = `${textOf(lastFor(events[of % Math.max(1, events.length)], limit) + days)} ${time}`;
      const tables = scene.flawed({ events, notices }, flaw, {
        events: ['party'],
        notices: ['ref', 'received_at', 'destination'],
      });
      return fc.record({ tables: fc.constant(tables), period: scene.periodsOf(month), asOf: fc.constant(asOf) });
    });
};

/** Objections to the renewal, about the end of the term and the last day for them. */
export const objections = (): fc.Arbitrary<Data> => {
  const ends = ['2025-05-30', '2026-05-30', '2027-05-30'];
  const spec = fc.record({
    end: oneOf(...ends),
    arrives: oneOf(-30, -30, -29, -31, -28, -60, 0, -3),
    sent: oneOf(0, 1, 3, 5, 40),
    method: methods,
    destination: oneOf<string | null>('same-city', 'domestic', null),
    received: oneOf('day', 'day', 'time', 'never'),
    from: oneOf('customer', 'carrier'),
    to: oneOf('other', 'other', 'other', 'same'),
    topic: oneOf('renewal-objection', 'renewal-objection', 'renewal-objection', 'termination'),
  });
  const look = fc.record({
    end: oneOf(...ends),
    days: oneOf(40, 40, -30, -29, -31, -28, -58),
    time: oneOf('00:00:00', '12:00:00'),
  });
  return fc
    .record({ made: rowsOf(spec), look, flaw: scene.flaws, period: oneOf('2025-05', '2025', '2026-05', '2026Q2') })
    .map(({ made, look: { end, days, time }, flaw, period }) => {
      const notices = made.map(({ end: about, arrives, sent, received, to, ...row }, i): Row => {
        const day = dayNumber(about) + arrives;
        const received_at = { day: textOf(day), time: `${textOf(day)} 18:00:00`, never: null }[received as 'day'];
        const party = to === 'same' ? row.from : otherSide(row.from);
        return { ...row, id: `n${i}`, to: party, sent_at: textOf(day - sent), received_at };
      });
      const tables = scene.flawed({ notices }, flaw, { notices: ['received_at', 'destination'] });
      return { tables, period, asOf: `${textOf(dayNumber(end) + days)} ${time}` };
    });
};
