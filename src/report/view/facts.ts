import { valueWord } from '../../format/evidence.ts';
import { factTold, termsTold } from '../../format/terms.ts';
import type { Lang } from '../../locale/text.ts';
import { limitWords } from '../../locale/words.ts';
import type { FactValue } from '../../rules/decide.ts';
import type { Finding, Shown } from '../../rules/finding.ts';
import { grouped, type Voice } from './words.ts';

export interface Fact {
  name: string;
  value: string;
}

/** Shown elsewhere on the card. */
const apart = new Set(['bearer', 'at_risk_percent']);

/** A list of details, such as a port's track, is no fact for the card; an empty list restricts nothing. */
const isFact = (value: Shown[string]): value is FactValue =>
  !Array.isArray(value) || (value.length > 0 && value.every((one) => typeof one === 'string'));

/** The facts of a finding in the reader's words: those of the reports, else of the kind's schema, else the name itself. */
export function factList({ kind, facts }: Pick<Finding, 'kind' | 'facts'>, voice: Voice): Fact[] {
  const { lang } = voice;
  return Object.entries(facts).flatMap(([key, value]) => {
    const name = nameOf(key, facts, lang);
    if (name === undefined || apart.has(key) || !isFact(value)) return [];
    const unit = facts[`${key}_unit`];
    const told = factTold(name, value, facts.limit_unit, lang);
    const [term] = termsTold(kind, { [name]: value }, lang);
    const named = term?.name ?? told.name;
    const lists = listFact(key, value, voice);
    if (lists) return [lists];
    if (typeof value !== 'number') return [{ name: named, value: term?.value ?? told.value }];
    return [{ name: named, value: typeof unit === 'string' ? limitWords(value, unit)[lang] : grouped(told.value) }];
  });
}

/** The lists that a number must or must not be on, as the record schema names them. */
function listFact(key: string, value: FactValue, { lang, labels, say }: Voice): Fact | undefined {
  const name = { require: labels.mustBeOn, forbid: labels.mustNotBeOn }[key];
  if (name === undefined || !Array.isArray(value)) return undefined;
  return { name, value: say.list(value.map((one) => valueWord('list_entries', 'list', one, lang))) };
}

/** A unit is told with its number, a text in the reader's language only: both are no facts of their own. */
function nameOf(key: string, facts: Shown, lang: Lang): string | undefined {
  const [, base = key, ending] = /^(.+)_(unit|zh|en)$/.exec(key) ?? [];
  if (ending === 'unit') return typeof facts[base] === 'number' ? undefined : key;
  if (ending === undefined || !(`${base}_zh` in facts && `${base}_en` in facts)) return key;
  return ending === lang ? base : undefined;
}
