import { type Fields, isBlank, isLimit, isMap } from '../../contract/values.ts';
import type { DiffRules } from '../../diff/rules.ts';
import { schemaOf } from '../../diff/schema.ts';
import { isText } from '../../diff/values.ts';
import { diffWords } from '../../locale/diff.ts';
import type { Lang } from '../../locale/index.ts';
import { halfOf } from '../../locale/text.ts';
import { limitWords } from '../../locale/words.ts';
import { decimal, price } from '../../money.ts';
import { word } from '../terms.ts';

/** What a key is called: as its rule says, or the first words of its description in the schema. */
export function nameOf(path: readonly string[], rules: DiffRules, lang: Lang): string {
  const own = rules.rulesOf(path).find(({ name }) => name !== undefined)?.name;
  const schema = schemaOf(path);
  const description = schema?.isShared ? '' : (schema?.description ?? '');
  const said =
    halfOf(description, lang)
      .split(/[：；，。:;,(（]/)[0]
      ?.trim() ?? '';
  return own?.[lang] ?? (said === '' || (lang === 'zh' && /^[a-z]/.test(said)) ? (path.at(-1) ?? '') : said);
}

/** A value as a person reads it. */
export function valueTold(value: unknown, path: readonly string[], rules: DiffRules, lang: Lang): string {
  const words = diffWords[lang];
  if (value === undefined || value === null) return words.none;
  if (isBlank(value)) return words.blank;
  if (isText(value)) return value[lang];
  if (isLimit(value)) {
    const [[unit = '', amount = 0] = []] = Object.entries(value);
    return limitWords(amount, unit)[lang];
  }
  if (isMap(value)) return thingTold(value, path, rules, lang);
  if (Array.isArray(value)) {
    if (value.length === 0) return words.none;
    return words.list(value.map((one) => valueTold(one, [...path, '*'], rules, lang)));
  }
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  const text = String(value);
  const unit = rules.rulesOf(path)[0]?.unit ?? '';
  if (/^\d+(\.\d+)?$/.test(text) && unit !== '')
    return words.amount(unit === 'yuan' ? price(decimal(text)) : text, unit);
  // What a kind of obligation is called, its parameters say.
  if (path.length === 3 && path[0] === 'obligations' && path[2] === 'kind') {
    return nameOf(['obligations', text, 'parameters'], rules, lang);
  }
  const schema = schemaOf(path);
  if (!schema?.enum && schema?.const === undefined) return text;
  // Of a list of words, the list's own description may say them.
  const telling = [schema, schemaOf(path.slice(0, -1))].find((one) => one?.description !== undefined);
  return word(text, lang, telling?.description);
}

/** A whole thing: what it is called, else what it says, its clause aside, and its note where that is no term. */
function thingTold(thing: Fields, path: readonly string[], rules: DiffRules, lang: Lang): string {
  const own = [thing.title, thing.text, thing.means, thing.gist].find(isText);
  if (own) return own[lang];
  const isContent = (key: string) => rules.rulesOf([...path, key])[0]?.changed === 'content';
  const entries = Object.entries(thing).filter(
    ([key]) => !['clause', 'ref', 'id', 'note'].includes(key) || isContent(key),
  );
  const told = entries.map(([key, one]) => {
    const at = [...path, key];
    return `${nameOf(at, rules, lang)} ${valueTold(one, at, rules, lang)}`;
  });
  return told.length > 0 ? diffWords[lang].list(told) : String(thing.ref ?? thing.clause ?? thing.id ?? '');
}
