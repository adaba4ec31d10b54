import type { BreachGrades, ComplaintLimit, HarassmentShutdown } from '../../contract/schema.generated.ts';
import { leftWords } from '../../locale/boundaries.ts';
import { limitsWords as words } from '../../locale/limits.ts';
import type { Duty, Row } from '../../simulate/world.ts';
import { deadline, type Limit } from '../../time/clock.ts';
import { addSeconds } from '../../time/instant.ts';
import { startOf } from './cases.ts';
import { around, daysFor, endOf, type Maker, offset } from './draft.ts';
import { kept, repeated } from './rows.ts';
import { wholeMonths } from './totals.ts';

/** So many complaints of the duty's side, all at one moment. */
export const complaintsAt = (n: number, received_at: string, { obligation }: Duty, more: Row = {}, id = 'k'): Row[] => {
  const responsible = obligation.bearer === 'carrier' ? 'carrier' : 'customer';
  return repeated(n, { id, received_at, category: 'other', responsible, ...more });
};

/** As many complaints in a month as are allowed, one less and one more. */
export const complaintLimit: Maker = (parameters, about, duty, terms) => {
  const { max, channels } = parameters as ComplaintLimit;
  const [month] = wholeMonths(terms);
  if (month === undefined) return leftWords.noDay;
  const channel = channels?.[0] ?? 'user';
  return around(about, { limit: words.atMostComplaints(max), trigger: words.aMonth(month) }, (step) => {
    const n = max + offset[step];
    const complaints = complaintsAt(n, `${month}-10 09:00:00`, duty, { channel });
    const judge = (parameters: object) => {
      const p = parameters as ComplaintLimit;
      if (p.channels && !p.channels.some((one) => one === channel)) return 'not-triggered';
      return kept(n <= p.max);
    };
    return { point: words.complaints(n), month, records: { complaints }, judge };
  });
};

const grades = ['general', 'serious', 'major'] as const;

/** As many complaints of a category as still do not meet a row, one less and one more. */
export const breachGrades: Maker = (parameters, about, duty, terms) => {
  const { rows } = parameters as BreachGrades;
  const [day] = daysFor(duty, terms);
  if (day === undefined) return leftWords.noDay;
  const shown = rows.filter((row) => row.shown_by === 'complaints');
  const attestations = [{ obligation: duty.obligation.id, attested_at: `${day} 17:00:00`, role: '合规负责人' }];
  return shown.flatMap(({ clause, over = 0, category: asked }) => {
    const category = asked ?? 'other';
    return around(
      about,
      { limit: words.gradeOver(clause, over, asked), trigger: words.aMonth(day.slice(0, 7)) },
      (step) => {
        const n = over + offset[step];
        if (n < 0) return undefined;
        const met = shown.filter((row) => {
          const own = row.category === undefined || row.category === category;
          return own && n > (row.over ?? 0) && n <= (row.up_to ?? Number.POSITIVE_INFINITY);
        });
        const counts = grades.map((grade) => met.filter((row) => row.grade === grade).length);
        return {
          ...{ point: words.complaints(n), so: words.graded(counts), month: day.slice(0, 7) },
          records: { complaints: complaintsAt(n, `${day} 09:00:00`, duty, { category }), attestations },
          facts: Object.fromEntries(grades.map((grade, i) => [grade, counts[i] ?? 0])),
          judge: () => kept(met.length === 0),
        };
      },
    );
  });
};

/** A shutdown at the limit after a harassment complaint, and a resumption no earlier than it may come. */
export const harassmentShutdown: Maker = (parameters, about, duty, terms) => {
  const p = parameters as HarassmentShutdown;
  const days = daysFor(duty, terms);
  const [shut, resume] = [p.shut_within, p.resume_after].map((limit) => startOf(limit as Limit, days, terms));
  if (!shut || !resume) return leftWords.noDay;
  const complained = (at: string) =>
    complaintsAt(1, at, duty, { category: 'harassment' }, 'k1').map(({ repeat: _, ...row }) => row);
  const event = (id: string, type: string, occurred_at: string): Row => ({ id, type, occurred_at, party: 'customer' });
  const until = (start: string, limit: object) => deadline(start, limit as Limit, terms.calendar) ?? '';
  const soon = addSeconds(resume.start, 1800);
  return [
    ...around(about, { limit: words.shutWithin(p.shut_within), trigger: words.harassed(shut.start) }, (step) => {
      const at = addSeconds(shut.due, offset[step]);
      return {
        ...{ point: words.shut(endOf(at)), month: shut.start.slice(0, 7) },
        records: { complaints: complained(shut.start), events: [event('s1', 'harassment-shutdown', at)] },
        judge: (one) => kept(at <= until(shut.start, (one as HarassmentShutdown).shut_within)),
      };
    }),
    ...around(about, { limit: words.resumeAfter(p.resume_after), trigger: words.harassed(resume.start) }, (step) => {
      const at = addSeconds(resume.due, -offset[step]);
      const events = [event('s1', 'harassment-shutdown', soon), event('r1', 'service-resumed', at)];
      return {
        ...{ point: words.resumed(endOf(at)), month: resume.start.slice(0, 7) },
        records: { complaints: complained(resume.start), events },
        judge: (one) => {
          const { shut_within, resume_after } = one as HarassmentShutdown;
          return kept(soon <= until(resume.start, shut_within) && at >= until(resume.start, resume_after));
        },
      };
    }),
  ];
};
