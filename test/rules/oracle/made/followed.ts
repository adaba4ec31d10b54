import fc from 'fast-check';
import type { Contract } from '../../../../src/contract/schema.generated.ts';
import type { Data } from '../compare.ts';
import type { Row } from '../judge.ts';
import { limitsOf, methods, otherSide, parameters, refs, rowsOf, sideOf, sides } from './parts.ts';
import { oneOf } from './rows.ts';
import * as scene from './scene.ts';

/** Events, and up to two answers to each: notices and other events. */
export const followed = (contract: Contract): fc.Arbitrary<Data> => {
  const limits = limitsOf(contract);
  const types = [...new Set(parameters(contract).map(({ event }) => String(event)))];
  const following = [
    ...new Set(parameters(contract).flatMap(({ by_events }) => by_events as string[])),
    'system-upgrade',
  ];
  const byEvent = parameters(contract).some(({ by_notice }) => by_notice === false);
  const { forms } = contract.notices;
  const answer = fc.record({
    end: scene.ends,
    how: oneOf('due', 'due', 'due', 'due', 'notice', 'event'),
    by: fc.nat(3),
    from: oneOf('own', 'own', 'own', 'other'),
    method: fc.oneof({ weight: 5, arbitrary: oneOf<string>(...forms) }, { weight: 1, arbitrary: methods }),
    topic: oneOf('own', 'own', 'own', 'bill'),
    ref: refs,
  });
  const spec = fc.record({
    start: scene.starts,
    wholeDay: oneOf(false, false, false, true),
    type: fc.nat(7),
    party: sides,
    answers: fc.array(answer, { maxLength: 2 }),
  });
  return fc
    .record({ made: rowsOf(spec), month: scene.months, flaw: scene.flaws, look: scene.lookings })
    .chain(({ made, month, flaw, look }) => {
      const events = made.map(({ start, wholeDay, type, party }, i): Row => {
        const began = scene.startIn(month, start);
        const occurred_at = wholeDay ? began.slice(0, 10) : began;
        return { id: `e${i}`, type: types[type % types.length] ?? '', occurred_at, party, ref: null };
      });
      const answers = made.flatMap(({ answers: all }, i) => all.map((one) => ({ ...one, event: events[i] ?? {} })));
      const dated = answers.flatMap((one) => {
        const time = scene.endOf(String(one.event.occurred_at), one.end, limits);
        return time === null ? [] : [{ ...one, time }];
      });
      const ref = (one: (typeof dated)[number]) =>
        ({ own: String(one.event.id), none: null, other: 'e9' })[one.ref as 'own'];
      const later = dated
        .filter(({ how }) => (how === 'due' ? byEvent : how === 'event'))
        .map((one, i): Row => {
          const type = following[one.by % following.length] ?? '';
          return { id: `f${i}`, type, occurred_at: one.time, party: one.event.party ?? null, ref: ref(one) };
        });
      const notices = dated
        .filter(({ how }) => (how === 'due' ? !byEvent : how === 'notice'))
        .map((one, i): Row => {
          const from = sideOf(contract, one.event, one.from === 'own');
          const topic = one.topic === 'own' ? one.event.type : 'bill';
          return {
            id: `n${i}`,
            topic,
            from,
            to: otherSide(from),
            sent_at: one.time,
            method: one.method,
            ref: ref(one),
          };
        });
      const tables = scene.flawed({ events: [...events, ...later], notices }, flaw, {
        events: ['party', 'ref'],
        notices: ['ref'],
      });
      const begun = events.map((row) => String(row.occurred_at));
      return scene.dataOf(tables, month, begun, look, limits);
    });
};
