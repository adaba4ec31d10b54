import { isLimit, isMap } from '../contract/values.ts';
import { explainWords } from '../locale/explain.ts';
import { reportWords } from '../locale/report.ts';
import { firstOf, type Lang } from '../locale/text.ts';
import { partyNames } from '../locale/verdicts.ts';
import { durationWords, limitWords } from '../locale/words.ts';
import { schemaAt } from '../yaml/schema.ts';
import { tableWord } from './evidence.ts';

/** A parameter or a fact in the reader's words. */
export interface Told {
  /** As the contract or the rule file names it; the parts of a name joined by a dot. */
  key: string;
  name: string;
  value: string;
}

interface Schema {
  $id?: string;
  $ref?: string;
  description?: string | undefined;
  properties?: Record<string, Schema>;
  items?: Schema;
}

/** Parameters as the contract writes them, told with the words of their schema. */
export function termsTold(kind: string, parameters: object, lang: Lang): Told[] {
  const root = (schemaAt(`obligations/${kind}.schema.json`) ?? {}) as Schema;
  return Object.entries(parameters).flatMap(([key, value]) => told(key, value, root.properties?.[key], root, lang));
}

function told(key: string, value: unknown, given: Schema | undefined, root: Schema, lang: Lang): Told[] {
  const schema = resolved(given, root);
  const own = Object.hasOwn(reportWords[lang].facts, key) ? reportWords[lang].facts[key] : undefined;
  const other = Object.hasOwn(explainWords[lang].facts, key) ? explainWords[lang].facts[key] : undefined;
  // What a shared type says of itself is no name for the parameter.
  const name = own ?? firstWords(given?.description, lang) ?? other ?? spaced(key);
  if (isMap(value) && !isPlain(value)) {
    const entries = Object.entries(value);
    // Siblings of one description, such as grades, are told apart by their keys.
    const said = entries.map(([inner]) => schema.properties?.[inner]?.description);
    const alike = said.length > 1 && new Set(said).size === 1;
    return entries.flatMap(([inner, each]) => {
      const own = schema.properties?.[inner];
      return told(inner, each, alike ? { ...own, description: undefined } : own, root, lang).map((one) => ({
        key: `${key}.${one.key}`,
        name: `${name}${lang === 'zh' ? '·' : ' / '}${one.name}`,
        value: one.value,
      }));
    });
  }
  if (Array.isArray(value) && value.some(isMap)) {
    const each = value.map((one) => valueTold(one, resolved(schema.items, root), root, lang));
    return each.map((one, i) => ({ key: `${key}.${i}`, name: `${name} ${i + 1}`, value: one }));
  }
  return [{ key, name, value: valueTold(value, schema, root, lang) }];
}

function valueTold(value: unknown, schema: Schema, root: Schema, lang: Lang): string {
  const { labels, say } = reportWords[lang];
  if (Array.isArray(value)) {
    if (value.length === 0) return labels.none;
    const items = resolved(schema.items, root);
    return say.list(value.map((one) => valueTold(one, items.description ? items : schema, root, lang)));
  }
  if (isMap(value)) {
    if ('blank' in value) return explainWords[lang].blank;
    const [[unit = '', amount] = []] = Object.entries(value);
    if (isLimit(value)) return limitWords(Number(amount), unit)[lang];
    if (isText(value)) return String(value[lang]);
    const inner = Object.entries(value).flatMap(([key, one]) => told(key, one, schema.properties?.[key], root, lang));
    return say.list(inner.map((one) => `${one.name} ${one.value}`));
  }
  if (typeof value === 'boolean') return value ? labels.yes : labels.no;
  return word(String(value), lang, schema.description);
}

/** A fact: its name and value in the words that reports use. */
export function factTold(key: string, value: unknown, unit: unknown, lang: Lang): Told {
  const { facts, labels, say } = reportWords[lang];
  const own = [facts, explainWords[lang].facts].find((words) => Object.hasOwn(words, key));
  const name = own?.[key] ?? spaced(key);
  const shown = (): string => {
    if (key === 'limit' && typeof value === 'number') return limitWords(value, String(unit))[lang];
    if (typeof value === 'number') return /(^|_)seconds$/.test(key) ? durationWords(value)[lang] : String(value);
    if (typeof value === 'boolean') return value ? labels.yes : labels.no;
    const list = [value].flat().map((one) => word(String(one), lang));
    return list.length === 0 ? labels.none : say.list(list);
  };
  return { key, name, value: shown() };
}

/** A word of the rule files or of the schema: its Chinese stands in the schema's own description. */
export function word(value: string, lang: Lang, description = ''): string {
  const { values, say } = reportWords[lang];
  // Several words that count as one, such as the classes of messages that share a port.
  if (/^[a-z-]+(,[a-z-]+)+$/.test(value))
    return value
      .split(',')
      .map((one) => word(one, lang))
      .join(say.and);
  const own = explainWords[lang].values;
  const pair = new RegExp(`(?:^|[：、，])${escaped(value)} ([^\\s：、，；（]+)`);
  const said = lang === 'zh' ? pair.exec(description)?.[1] : undefined;
  // The schema's own word where it is one: "general 一般", not "each 每件都不得超过".
  if (said !== undefined && said.length <= 4) return said;
  if (Object.hasOwn(values, value)) return values[value] ?? value;
  if (value in partyNames) return partyNames[value as keyof typeof partyNames][lang];
  if (!/^[a-z]+([_-][a-z]+)*$/.test(value)) return value;
  return said ?? (Object.hasOwn(own, value) ? own[value] : undefined) ?? tableWord(value, lang);
}

const escaped = (text: string): string => text.replace(/[^\w-]/g, '\\$&');

/** A part of the contract that a clause names, such as `settlement.tolerance`: the first words of its schema. */
export function placeTold(place: string, lang: Lang): string {
  const root = (schemaAt('contract.schema.json') ?? {}) as Schema;
  const found = place.split('.').reduce<Schema>((at, key) => resolved(at.properties?.[key], root, ''), root);
  // What must be written there is no part of its name.
  return firstWords(found.description, lang)?.split(/[，,]/)[0] ?? place;
}

/** "只看这些类别；不写则看全部 / Only these categories; all when absent": the first words in the reader's language. */
function firstWords(description: string | undefined, lang: Lang): string | undefined {
  const words = firstOf(description ?? '', lang, /[：；:;]/);
  // A list of the values is no name.
  return words === '' || (lang === 'zh' && /^[a-z]/.test(words)) ? undefined : words;
}

function resolved(schema: Schema | undefined, root: Schema, folder = 'obligations/'): Schema {
  if (!schema?.$ref) return schema ?? {};
  const [file = '', path = ''] = schema.$ref.split('#');
  const whole = file === '' ? root : schemaAt(file, folder);
  const found = path
    .split('/')
    .filter(Boolean)
    .reduce<unknown>((at, key) => (isMap(at) ? at[key] : undefined), whole);
  return { ...((found ?? {}) as Schema), ...(schema.description !== undefined && { description: schema.description }) };
}

const spaced = (key: string): string => key.replaceAll('_', ' ');

const isText = (value: Record<string, unknown>): boolean => typeof value.zh === 'string' && 'en' in value;

/** A map that is one value. */
const isPlain = (value: Record<string, unknown>): boolean => 'blank' in value || isLimit(value) || isText(value);
