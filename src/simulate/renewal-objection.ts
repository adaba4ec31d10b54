import type { RenewalObjection } from '../contract/schema.generated.ts';
import { termEnds } from '../contract/term.ts';
import { latestNoticeDay, type NoticeLimit } from '../time/clock.ts';
import { addDays, nextDay } from '../time/day.ts';
import { dayOf } from '../time/instant.ts';
import { deliveredOn, deliveriesOf, destinationsOf, formsOf, noticeOn } from './notices.ts';
import { officeTime } from './random.ts';
import {
  type Case,
  type Duty,
  judgeCases,
  nextId,
  type Row,
  rngOf,
  rows,
  type Simulator,
  type World,
} from './world.ts';

const topic = 'renewal-objection';

const dueOf = (p: RenewalObjection, end: string, { calendar }: World): string | undefined =>
  latestNoticeDay(end, p.limit as NoticeLimit, calendar);

/** The end of the term that an objection sent then is about; undefined where the paper leaves it blank. */
const endAfter = (sent: string, { contract }: World): string | undefined =>
  termEnds(contract).find((end) => end >= dayOf(sent));

const openings: Simulator['openings'] = (parameters, { obligation }, world) => {
  const p = parameters as RenewalObjection;
  if (deliveriesOf(formsOf(p, obligation, world), world).length === 0) return [];
  return world.months
    .filter(({ from, to }) =>
      termEnds(world.contract).some((end) => end >= from && end <= to && dueOf(p, end, world) !== undefined),
    )
    .map(({ label }) => label);
};

const generate: Simulator['generate'] = (duties, world) => {
  const notices = rows(world, 'notices');
  for (const duty of duties) {
    const { obligation, readings, broken } = duty;
    const rng = rngOf(world, obligation.id);
    const months = world.months.filter(({ label }) => readings.every((p) => openings(p, duty, world).includes(label)));
    for (const month of months) {
      const end = termEnds(world.contract).find((day) => day >= month.from && day <= month.to) ?? '';
      const dues = (readings as RenewalObjection[]).flatMap((p) => dueOf(p, end, world) ?? []).sort();
      const [first = end, last = end] = [dues[0], dues.at(-1)];
      if (!rng.chance(40) && broken !== month.label) continue;
      const accepted = deliveriesOf(formsOf(readings[0] ?? {}, obligation, world), world);
      const day = broken === month.label ? nextDay(last) : addDays(first, -rng.int(0, 5));
      const delivery = rng.pick(accepted);
      const from = obligation.bearer === 'both' ? rng.pick(['customer', 'carrier']) : obligation.bearer;
      notices.push(
        noticeOn(day, delivery, rng.pick(destinationsOf(delivery)), {
          ...{ id: nextId('N', notices), topic, from, ref: null },
          ...{ sentAt: officeTime(day, rng).slice(11), receivedAt: '23:59:59' },
        }),
      );
    }
  }
};

/** An objection belongs to the month of the end that it is about, else to the month in which it was sent. */
const judge: Simulator['judge'] = (parameters, duty, month, world) => {
  const p = parameters as RenewalObjection;
  const mine = (world.tables.get('notices') ?? []).filter(
    (notice) => isMine(notice, p, duty, world) && monthOf(notice, world) === month.label,
  );
  const cases = mine.map((notice): Case => {
    const [end, done] = [endAfter(String(notice.sent_at), world), deliveredOn(notice, world)];
    const due = end === undefined || done === undefined ? undefined : dueOf(p, end, world);
    return { table: 'notices', id: String(notice.id), due, done };
  });
  return judgeCases(cases, world.asOf);
};

const isMine = (notice: Row, p: object, { obligation }: Duty, world: World): boolean =>
  notice.topic === topic &&
  (obligation.bearer === 'both' || notice.from === obligation.bearer) &&
  formsOf(p, obligation, world).includes(String(notice.method));

const monthOf = ({ sent_at }: Row, world: World): string =>
  (endAfter(String(sent_at), world) ?? String(sent_at)).slice(0, 7);

export const renewalObjection: Simulator = { openings, generate, judge };
