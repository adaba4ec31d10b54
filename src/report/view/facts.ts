import { tableWord } from '../../format/evidence.ts';
import { durationWords, limitWords } from '../../locale/words.ts';
import type { Facts, FactValue } from '../../rules/decide.ts';
import type { Shown } from '../../rules/finding.ts';
import { grouped, type Voice } from './words.ts';

export interface Fact {
  name: string;
  value: string;
}

/** Shown elsewhere on the card, or together with another. */
const apart = new Set(['bearer', 'limit_unit', 'at_risk_percent']);

/** An empty list restricts nothing: there is nothing to tell. */
const isEmpty = (value: FactValue) => Array.isArray(value) && value.length === 0;

/** A list of details, such as a port's track, is no fact for the card. */
const isFact = (value: Shown[string]): value is FactValue =>
  !Array.isArray(value) || value.every((one) => typeof one === 'string');

/** The facts of a finding in the reader's words; a fact without a word keeps its name. */
export function factList(all: Shown, voice: Voice): Fact[] {
  const facts: Facts = Object.fromEntries(
    Object.entries(all).flatMap(([key, value]) => (isFact(value) ? [[key, value]] : [])),
  );
  return Object.entries(facts).flatMap(([key, value]) =>
    apart.has(key) || isEmpty(value)
      ? []
      : [{ name: voice.facts[key] ?? key.replaceAll('_', ' '), value: shown(key, value, facts, voice) }],
  );
}

function shown(key: string, value: FactValue, facts: Facts, voice: Voice): string {
  if (typeof value === 'number') {
    if (key === 'limit') return limitWords(value, String(facts.limit_unit))[voice.lang];
    return /(^|_)seconds$/.test(key) ? durationWords(value)[voice.lang] : grouped(String(value));
  }
  if (typeof value === 'boolean') return value ? voice.labels.yes : voice.labels.no;
  const list = [value].flat();
  return list.length === 0 ? voice.labels.none : voice.say.list(list.map((one) => word(key, one, voice)));
}

const word = (key: string, value: string, voice: Voice): string =>
  key === 'records' || key === 'by' ? tableWord(value, voice.lang) : (voice.values[value] ?? value);
