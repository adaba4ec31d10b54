import type { Change, Meaning } from '../../diff/change.ts';
import { placeOf } from '../../diff/place.ts';
import type { Side } from '../../diff/side.ts';
import type { Lang } from '../../locale/index.ts';
import { countsOf } from './counts.ts';
import { type DiffResult, type Told, told } from './words.ts';

/** All changes with both values as written, their places, and what they mean. */
export function json(result: DiffResult, lang: Lang): string {
  const { before, after, changes } = result;
  const list = changes.map((change) => changeJson(change, told(change, result, lang), result));
  const { legal, customer, carrier, open, idle } = countsOf(changes);
  const summary = { changes: changes.length, legal, customer, carrier, open, wording: idle };
  return JSON.stringify({ before: sideJson(before), after: sideJson(after), changes: list, summary }, null, 2);
}

const sideJson = ({ label, contract, amendments }: Side) => ({
  ...{ name: label, contract: contract.id },
  amendments: amendments.map(({ id }) => id),
});

function changeJson(change: Change, words: Told, result: DiffResult): object {
  const { trail, before, after, meaning, readings, effects } = change;
  const place = (which: 'before' | 'after') => {
    const { pointer, line, column } = placeOf(trail, which, result[which]);
    return { pointer, line, column };
  };
  return {
    ...{ part: words.part, clause: words.clause || null, what: words.what },
    before: { value: before ?? null, text: words.before, ...place('before') },
    after: { value: after ?? null, text: words.after, ...place('after') },
    meaning: meaningJson(meaning, words.effect),
    readings: readings.map((one, i) => ({
      id: one.reading.id,
      means: words.readings[i]?.means,
      meaning: meaningJson(one.meaning, words.readings[i]?.effect ?? ''),
    })),
    effects: effects.map((one, i) => effectJson(one, words.effects[i] as Told)),
  };
}

/** What an amendment changes has its place with the amendment. */
const effectJson = ({ before, after, meaning }: Change, words: Told) => ({
  ...{ part: words.part, clause: words.clause || null, what: words.what },
  before: { value: before ?? null, text: words.before },
  after: { value: after ?? null, text: words.after },
  meaning: meaningJson(meaning, words.effect),
});

const meaningJson = ({ effect, helps, legal, percent }: Meaning, text: string) => ({
  ...{ effect, text, helps, legal, percent: percent ?? null },
});
