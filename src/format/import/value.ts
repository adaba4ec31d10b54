import { half } from '../../authoring/meaning.ts';
import { isMap } from '../../contract/values.ts';
import { intakeWords } from '../../locale/intake.ts';
import type { Lang } from '../../locale/text.ts';
import { limitWords } from '../../locale/words.ts';
import type { Schema } from '../../yaml/ajv.ts';
import { word } from '../terms.ts';
import { keyName, schemaOf, stepsOf, valueAt } from './place.ts';

const units = ['hours', 'days', 'workdays', 'months'];
/** What goes without saying beside the title of an item and its clause. */
const quiet = ['id', 'clause', 'title', 'kind', 'service', 'readings'];

type Steps = readonly (string | number)[];

/** A value on one line, in the words of the schema at its place in the draft. */
export const valueText = (value: unknown, lang: Lang, contract: unknown, pointer: string): string =>
  told(value, lang, contract, stepsOf(pointer));

function told(value: unknown, lang: Lang, contract: unknown, steps: Steps): string {
  const words = intakeWords[lang];
  if (Array.isArray(value)) {
    return value.length === 0
      ? words.none
      : value.map((one, i) => told(one, lang, contract, [...steps, i])).join(words.and);
  }
  if (!isMap(value)) return wordOf(value, lang, schemaOf(contract, steps));
  if (value.blank === true) return words.kinds.blank;
  if (typeof value[lang] === 'string') return value[lang];
  const [[unit = '', amount] = [], ...more] = Object.entries(value);
  if (more.length === 0 && typeof amount === 'number' && units.includes(unit)) return limitWords(amount, unit)[lang];
  // A rule may name the one part of a whole that stands at the place.
  if (!isMap(valueAt(contract, steps))) {
    return Object.values(value)
      .map((one) => told(one, lang, contract, steps))
      .join(words.separator);
  }
  return Object.entries(value)
    .filter(([key]) => !quiet.includes(key))
    .map(([key, one]) => {
      const inner = told(one, lang, contract, [...steps, key]);
      if (key === 'parameters') return inner;
      const name = keyName(schemaOf(contract, [...steps, key]) ?? {}, lang);
      // What the schema gives a word for is understood without its name.
      return name === undefined ? (inner === String(one) ? `${key} ${inner}` : inner) : `${name} ${inner}`;
    })
    .join(words.separator);
}

/** A word of the schema as the schema itself explains it, a party by its name. */
function wordOf(value: unknown, lang: Lang, schema: Schema = {}): string {
  const words = intakeWords[lang];
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  const said = listed(schema.enumDescriptions)[listed(schema.enum).indexOf(value)];
  if (typeof said === 'string') return half(said, lang);
  return word(String(value), lang, typeof schema.description === 'string' ? schema.description : '');
}

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
