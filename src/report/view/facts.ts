import { factTold, termsTold } from '../../format/terms.ts';
import type { FactValue } from '../../rules/decide.ts';
import type { Finding, Shown } from '../../rules/finding.ts';
import { grouped, type Voice } from './words.ts';

export interface Fact {
  name: string;
  value: string;
}

/** Shown elsewhere on the card, or together with another. */
const apart = new Set(['bearer', 'limit_unit', 'at_risk_percent']);

/** A list of details, such as a port's track, is no fact for the card; an empty list restricts nothing. */
const isFact = (value: Shown[string]): value is FactValue =>
  !Array.isArray(value) || (value.length > 0 && value.every((one) => typeof one === 'string'));

/** The facts of a finding in the reader's words: those of the reports, else of the kind's schema, else the name itself. */
export function factList({ kind, facts }: Pick<Finding, 'kind' | 'facts'>, { lang }: Voice): Fact[] {
  return Object.entries(facts).flatMap(([key, value]) => {
    if (apart.has(key) || !isFact(value)) return [];
    const told = factTold(key, value, facts.limit_unit, lang);
    const [term] = told.name === key.replaceAll('_', ' ') ? termsTold(kind, { [key]: value }, lang) : [];
    const { name, value: shown } = term ?? told;
    return [{ name, value: typeof value === 'number' ? grouped(shown) : shown }];
  });
}
