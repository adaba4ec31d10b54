import fc from 'fast-check';
import type { Contract } from '../../../../src/contract/schema.generated.ts';
import { at } from '../clock.ts';
import type { Data } from '../compare.ts';
import type { Row } from '../judge.ts';
import { limitsOf, rowsOf, sides } from './parts.ts';
import { named, oneOf } from './rows.ts';
import * as scene from './scene.ts';

/** Complaints and faults, answered on and about the limits. */
export const incidents = (contract: Contract): fc.Arbitrary<Data> => {
  const limits = limitsOf(contract);
  const spec = fc.record({
    start: scene.starts,
    transfer: oneOf<number | null>(null, 0, 600, 3600, 90_000),
    replied: scene.ends,
    resolved: scene.ends,
    travel: oneOf<number | null>(null, 0, 30, 90),
    counted: fc.boolean(),
    category: oneOf('gateway', 'gateway', 'other', 'spam'),
    fault: oneOf('gateway', 'general', 'line'),
    responsible: sides,
  });
  return fc
    .record({
      complaints: rowsOf(spec),
      faults: rowsOf(spec),
      month: scene.months,
      flaw: scene.flaws,
      look: scene.lookings,
    })
    .chain(({ complaints, faults, month, flaw, look }) => {
      const moved = (time: string | null, minutes: number) =>
        time === null ? null : scene.written(at(time) + minutes * 60_000_000);
      const one = (made: (typeof complaints)[number]) => {
        const started = scene.startIn(month, made.start);
        const transferred_at = made.transfer === null ? null : scene.written(at(started) + made.transfer * 1_000_000);
        const clock = transferred_at ?? started;
        const minutes = made.counted ? (made.travel ?? 0) : 0;
        const replied_at = scene.endOf(clock, made.replied, limits, false);
        const resolved_at = moved(scene.endOf(started, made.resolved, limits, false), minutes);
        return { started, transferred_at, replied_at, resolved_at, travel_minutes: made.travel, made };
      };
      const heard = complaints.map(one).map(
        ({ started, made: { category, responsible }, ...row }): Row => ({
          ...row,
          received_at: started,
          category,
          responsible,
        }),
      );
      const seen = faults.map(one).map(
        ({ started, resolved_at, travel_minutes, made }): Row => ({
          ...{ reported_at: started, restored_at: resolved_at, travel_minutes, category: made.fault },
        }),
      );
      const begun = [...heard.map((row) => String(row.received_at)), ...seen.map((row) => String(row.reported_at))];
      const tables = scene.flawed(
        { complaints: named('c')(heard.map(({ made, ...row }) => row)), faults: named('f')(seen) },
        flaw,
        {
          complaints: ['replied_at', 'resolved_at', 'transferred_at', 'responsible', 'travel_minutes'],
          faults: ['restored_at', 'travel_minutes'],
        },
      );
      return scene.dataOf(tables, month, begun, look, limits);
    });
};

/** Harassment complaints, shutdowns and resumptions on and about an hour, a day and three working days. */
export const harassment = (): fc.Arbitrary<Data> => {
  const limits = [{ hours: 1 }, { days: 1 }, { workdays: 3 }];
  const complaint = fc.record({
    start: scene.starts,
    responsible: oneOf<string | null>('customer', null, 'customer', 'carrier'),
    category: oneOf('harassment', 'harassment', 'harassment', 'spam'),
    shut: scene.ends,
    resumed: scene.ends,
    switches: oneOf('both', 'both', 'shut', 'resumed', 'none'),
  });
  return fc
    .record({ made: rowsOf(complaint), month: scene.months, flaw: scene.flaws, look: scene.lookings })
    .chain(({ made, month, flaw, look }) => {
      const complaints = made.map(
        ({ start, responsible, category }, i): Row => ({
          ...{ id: `c${i}`, received_at: scene.startIn(month, start), category, responsible },
        }),
      );
      const events = made.flatMap(({ shut, resumed, switches }, i): Row[] => {
        const began = String(complaints[i]?.received_at);
        const one = (type: string, wanted: boolean, time: string | null) =>
          wanted && time !== null ? [{ type, occurred_at: time }] : [];
        return [
          ...one('harassment-shutdown', switches === 'both' || switches === 'shut', scene.endOf(began, shut, limits)),
          ...one('service-resumed', switches === 'both' || switches === 'resumed', scene.endOf(began, resumed, limits)),
        ];
      });
      const begun = complaints.map((row) => String(row.received_at));
      const tables = scene.flawed({ complaints, events: named('e')(events) }, flaw, { complaints: ['responsible'] });
      return scene.dataOf(tables, month, begun, look, limits);
    });
};
