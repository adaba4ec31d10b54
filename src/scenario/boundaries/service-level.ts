import type { ServiceLevel } from '../../contract/schema.generated.ts';
import { leftWords } from '../../locale/boundaries.ts';
import { limitsWords as words } from '../../locale/limits.ts';
import { compare, decimal, multiply } from '../../money.ts';
import type { Row } from '../../simulate/world.ts';
import { addMonths } from '../../time/day.ts';
import { addSeconds } from '../../time/instant.ts';
import { complaintsAt } from './complaints.ts';
import { around, daysFor, type Maker, offset } from './draft.ts';
import { ordinary, shownMessage } from './messages.ts';
import { counted, kept, repeated } from './rows.ts';

const ATTEMPTS = 1000;

/**
 * The least number of messages that must be delivered, the most complaints, and the window in which they count. Where
 * one of the two suffices the other is missed, where both are needed it is met, so that the limit decides.
 */
export const serviceLevel: Maker = (parameters, about, duty, terms) => {
  const p = parameters as ServiceLevel;
  const [first] = daysFor(duty, terms);
  const later = daysFor(duty, terms).find((day) => first !== undefined && day >= addMonths(first, p.window_months));
  if (first === undefined) return leftWords.noDay;
  const least = [...Array(ATTEMPTS + 1).keys()].find((n) => reached(n, ATTEMPTS, p)) ?? ATTEMPTS;
  const month = first.slice(0, 7);
  const at = `${first} 10:00:00`;
  const [either, max] = [p.require === 'either', p.complaints_max];
  const sent = (delivered: number, when: string): Row[] => {
    const message = shownMessage(ordinary(terms.contract, when));
    const failed = { ...message, id: 'f', status: 'failed', failure_reason: 'congestion' };
    return [...repeated(delivered, { ...message, id: 'm' }), ...repeated(ATTEMPTS - delivered, failed)];
  };
  const judge = (delivered: number, complaints: number) => (parameters: object) => {
    const one = parameters as ServiceLevel;
    const [rate, quiet] = [reached(delivered, ATTEMPTS, one), complaints <= one.complaints_max];
    return kept(one.require === 'either' ? rate || quiet : rate && quiet);
  };
  const others = either ? max + 1 : 0;
  const delivered = either ? 0 : ATTEMPTS;
  const rate = words.rateIs(either ? 0 : 100);
  return [
    ...around(
      about,
      { limit: words.success(String(p.success_percent)), trigger: words.attempts(ATTEMPTS, others) },
      (step) => {
        const n = least - offset[step];
        const complaints = complaintsAt(others, at, duty);
        return {
          point: words.delivers(n),
          month,
          records: { messages: sent(n, at), complaints },
          judge: judge(n, others),
        };
      },
    ),
    ...around(about, { limit: words.inWindow(max, p.window_months), trigger: rate }, (step) => {
      const n = max + offset[step];
      const complaints = complaintsAt(n, at, duty);
      return {
        point: words.complaints(n),
        month,
        records: { messages: sent(delivered, at), complaints },
        judge: judge(delivered, n),
      };
    }),
    ...(later === undefined
      ? []
      : around(
          about,
          { limit: words.inWindow(max, p.window_months), trigger: words.windowEnds(`${later} 10:00:00`, max) },
          (step) => {
            const last = `${later} 10:00:00`;
            const edge = `${addMonths(later, -p.window_months)} 10:00:00`;
            const one = addSeconds(edge, offset[step]);
            const complaints = [...complaintsAt(1, one, duty, {}, 'e'), ...complaintsAt(max, last, duty)];
            // Of two moments a full window apart the earlier one no longer counts.
            const within = counted(complaints.filter((row) => String(row.received_at) > edge));
            return {
              ...{ point: words.oneMore(one), month: later.slice(0, 7) },
              records: { messages: sent(delivered, last), complaints },
              judge: judge(delivered, within),
            };
          },
        )),
  ];
};

/** Does the share of those delivered come up to the percentage? */
const reached = (delivered: number, attempts: number, { success_percent: percent }: ServiceLevel): boolean =>
  compare(decimal(100 * delivered), multiply(decimal(percent), decimal(attempts))) >= 0;
