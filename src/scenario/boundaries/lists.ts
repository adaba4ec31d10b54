import type { CallLists, RecipientLists } from '../../contract/schema.generated.ts';
import { type About, leftWords } from '../../locale/boundaries.ts';
import { limitsWords as words } from '../../locale/limits.ts';
import type { Verdict } from '../../locale/verdicts.ts';
import type { Duty, Row } from '../../simulate/world.ts';
import { addSeconds } from '../../time/instant.ts';
import { callAt } from './calls.ts';
import { around, type Draft, daysFor, type Maker, offset, type Terms } from './draft.ts';
import { ordinary, shownMessage } from './messages.ts';

type Lists = Pick<RecipientLists, 'require' | 'forbid'>;

const number = '13800000001';
const other = '13800000009';

/** One contact with a number at a moment, as a row, and whether these parameters are about it. */
interface Contact {
  table: 'messages' | 'calls';
  row(at: string): Row;
  concerns(parameters: object): boolean;
}

/** A message to a number that is put on a list, or taken off it, at that moment. */
export const recipientLists: Maker = (parameters, about, duty, terms) => {
  const category = (parameters as RecipientLists).categories?.at(-1);
  return turns(parameters as Lists, about, duty, terms, {
    table: 'messages',
    row: (at) => ({ ...shownMessage(ordinary(terms.contract, at)), ...(category && { category }) }),
    concerns: (p) => {
      const { categories } = p as RecipientLists;
      return !categories || categories.some((one) => one === category);
    },
  });
};

/** A call to a number that is put on a list, or taken off it, at that moment. */
export const callLists: Maker = (parameters, about, duty, terms) => {
  const purpose = (parameters as CallLists).purposes[0] ?? '';
  return turns(parameters as Lists, about, duty, terms, {
    table: 'calls',
    row: (at) => callAt('c1', at, { purpose, callee: number }, duty, terms),
    concerns: (p) => (p as CallLists).purposes.some((one) => one === purpose),
  });
};

function turns({ require, forbid }: Lists, about: About, duty: Duty, terms: Terms, contact: Contact) {
  const [first, day] = daysFor(duty, terms);
  if (first === undefined || day === undefined) return leftWords.noDay;
  const turn = `${day} 10:00:00`;
  const earlier = `${first} 09:00:00`;
  const readings = duty.readings as Lists[];
  const all = [...new Set(readings.flatMap((p) => [...p.require, ...p.forbid]))];
  const cases = [
    ...require.map((list) => ({ list, required: true })),
    ...forbid.map((list) => ({ list, required: false })),
  ];
  return cases.flatMap(({ list, required }) =>
    (['added', 'removed'] as const).flatMap((change): Draft[] => {
      // On a required list from the moment on it is put there; free of a forbidden one from the moment it is taken off.
      const opens = required === (change === 'added');
      const entry = change === 'added' ? { added_at: turn } : { added_at: earlier, removed_at: turn };
      const needed = required ? [] : [...new Set(readings.flatMap((p) => p.require))];
      const list_entries: Row[] = [
        // Of each list somebody is on it, so that nobody takes it for missing.
        ...all.map((name) => ({ list: name, recipient: other, added_at: earlier })),
        ...needed.map((name) => ({ list: name, recipient: number, added_at: earlier })),
        { list, recipient: number, ...entry },
      ];
      const limited = {
        limit: required ? words.onlyOn(list) : words.notOn(list),
        trigger: words[change](turn),
        strict: !opens,
      };
      return around(about, limited, (step) => {
        const at = addSeconds(turn, (opens ? -1 : 1) * offset[step]);
        return {
          point: contact.table === 'calls' ? words.called(at) : words.sent(at),
          month: day.slice(0, 7),
          records: { [contact.table]: [contact.row(at)], list_entries },
          judge: (p) => (contact.concerns(p) ? judge(p as Lists, list_entries, at) : 'not-triggered'),
        };
      });
    }),
  );
}

/** On a list from the moment of being put there, and no longer from that of being taken off. */
function judge({ require, forbid }: Lists, entries: readonly Row[], at: string): Verdict {
  const on = entries
    .filter((one) => one.recipient === number && String(one.added_at) <= at && !(String(one.removed_at ?? '9') <= at))
    .map(({ list }) => list);
  const barred = forbid.some((list) => on.includes(list));
  const missing = require.length > 0 && !require.some((list) => on.includes(list));
  return barred || missing ? 'breached' : 'fulfilled';
}
