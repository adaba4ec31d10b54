import type { CallFrequency, CallHours } from '../../contract/schema.generated.ts';
import { leftWords } from '../../locale/boundaries.ts';
import { limitsWords as words } from '../../locale/limits.ts';
import type { Duty, Row } from '../../simulate/world.ts';
import { addSeconds } from '../../time/instant.ts';
import { around, daysFor, type Maker, offset, type Terms } from './draft.ts';
import { counted, kept, repeated } from './rows.ts';

/** The numbers of the obligation's service. */
function numbersOf({ obligation }: Duty, { contract }: Terms): string[] {
  const service = contract.services.find(({ id }) => id === obligation.service);
  return service?.kind === 'voice' ? [...service.numbers] : [];
}

/** An outbound call of that moment from one of the service's numbers. */
export function callAt(id: string, started_at: string, more: Row, duty: Duty, terms: Terms): Row {
  const caller = numbersOf(duty, terms)[0] ?? '12345';
  return { id, started_at, caller, callee: '13800000001', direction: 'out', seconds: 30, ...more };
}

/** A call just as the rest hours begin, and just as they end: both ends are still free. */
export const callHours: Maker = (parameters, about, duty, terms) => {
  const { rest } = parameters as CallHours;
  if ('blank' in rest) return leftWords.blank(['rest']);
  const [day] = daysFor(duty, terms);
  if (day === undefined) return leftWords.noDay;
  const ends = [
    { time: rest.from, limit: words.notLater(rest.from), out: 1 },
    { time: rest.to, limit: words.notEarlier(rest.to), out: -1 },
  ];
  return ends.flatMap(({ time, limit, out }) =>
    around(about, { limit, trigger: words.aCall }, (step) => {
      const at = addSeconds(`${day} ${time}:00`, out * offset[step]);
      const calls = [callAt('c1', at, { purpose: 'service' }, duty, terms)];
      const clock = at.slice(11);
      const [begin, end] = [`${rest.from}:00`, `${rest.to}:00`];
      const resting = begin < end ? clock > begin && clock < end : clock > begin || clock < end;
      return { point: words.called(at), month: day.slice(0, 7), records: { calls }, judge: () => kept(!resting) };
    }),
  );
};

/** As many calls of one number on one day as are allowed, one less and one more. */
export const callFrequency: Maker = (parameters, about, duty, terms) => {
  const p = parameters as CallFrequency;
  const [day] = daysFor(duty, terms);
  if (day === undefined) return leftWords.noDay;
  return around(about, { limit: words.perDay(p.per_day, p.by), trigger: words.aDay(day) }, (step) => {
    const n = p.per_day + offset[step];
    const calls = repeated(n, callAt('c', `${day} 10:00:00`, { purpose: 'service' }, duty, terms));
    const judge = (one: object) => kept(counted(calls) <= (one as CallFrequency).per_day);
    return { point: words.calls(n), month: day.slice(0, 7), records: { calls }, judge };
  });
};

/** Each number agreed, and the same with one digit more. */
export const callerNumbers: Maker = (_parameters, about, duty, terms) => {
  const [day] = daysFor(duty, terms);
  if (day === undefined) return leftWords.noDay;
  const agreed = numbersOf(duty, terms);
  if (agreed.length === 0) return leftWords.noLimit;
  return agreed.flatMap((number) =>
    around(about, { limit: words.numbers, trigger: words.aCall }, (step) => {
      if (step === 'before') return undefined;
      const caller = step === 'at' ? number : `${number}0`;
      const calls = [callAt('c1', `${day} 10:00:00`, { caller }, duty, terms)];
      return {
        ...{ point: words.caller(caller), month: day.slice(0, 7), records: { calls } },
        judge: () => kept(agreed.includes(caller)),
      };
    }),
  );
};
