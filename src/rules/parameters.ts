import { readingParameters } from '../contract/references.ts';
import type { Contract, Obligation } from '../contract/schema.generated.ts';
import { type Facts, type FactValue, RuleDefect } from './decide.ts';
import type { Names, Rule } from './rule.ts';

/** What SQL may read as $name: numbers, text, flags, lists of text; null for what the paper leaves blank. */
export type Parameters = Readonly<Record<string, FactValue | null>>;

/** Parameters as facts: without what the paper leaves blank. */
export const known = (parameters: Parameters): Facts =>
  Object.fromEntries(Object.entries(parameters).flatMap(([name, value]) => (value === null ? [] : [[name, value]])));

/** Parameters for SQL that counts from a limit: one that the paper leaves blank has no unit either; with any unit it gives no day. */
export const withUnit = (parameters: Parameters): Parameters => ({ limit_unit: 'days', ...parameters });

const units = ['hours', 'days', 'months', 'workdays'];

/**
 * The parameters of one obligation under one reading, flat: `han: {min: 3}` is `han_min`; a limit `{hours: 24}` is
 * `limit` 24 and `limit_unit` "hours". Defaults of the rule file come first, the contract's own terms beside them as
 * `notice_forms`, `service_signature` and so on; `recorded_complaints` says whether the columns that the rule needs of
 * that table were supplied. A default `$name` takes another parameter's value.
 */
export function parametersOf(
  contract: Contract,
  obligation: Obligation,
  rule: Rule,
  supplied: Readonly<Record<string, boolean>>,
  reading?: { parameters: object },
): Parameters {
  const service = contract.services.find((s) => s.id === obligation.service);
  const terms = {
    obligation: obligation.id,
    bearer: obligation.bearer,
    notice_forms: formsFor(contract, obligation),
    ...flatten('service', service ?? {}),
    ...Object.fromEntries(Object.entries(supplied).map(([name, given]) => [`supplied_${name}`, given])),
  };
  const own = { ...flat(rule.parameters), ...flat(readingParameters(obligation, reading)) };
  const resolved = Object.entries(own).map(([name, value]) => [name, resolve(rule, value, { ...terms, ...own })]);
  const parameters: Parameters = { ...terms, ...Object.fromEntries(resolved) };
  const recorded = Object.entries(rule.needs.columns ?? {}).map(([table, list]) => [
    `recorded_${table}`,
    names(list, parameters).every((column) => supplied[`${table}_${column}`] === true),
  ]);
  return { ...parameters, ...Object.fromEntries(recorded) };
}

/** The forms in which a notice counts: those that the contract asks for where it is about this, else those of all notices. */
function formsFor({ notices }: Contract, { kind, parameters }: Obligation): readonly string[] {
  const topic = 'event' in parameters ? parameters.event : kind;
  const special = notices.topics?.find(({ topics }) => topics.some((one) => one === topic));
  return special?.forms ?? notices.forms;
}

function resolve(rule: Rule, value: FactValue | null, known: Parameters): FactValue | null {
  if (typeof value !== 'string' || !value.startsWith('$')) return value;
  const other = known[value.slice(1)];
  if (other === undefined) throw new RuleDefect(`${rule.kind}: ${value} is no parameter`);
  return other;
}

/** Table or column names of a rule's `needs`: each may be a $parameter. */
export function names(list: Names | undefined, parameters: Parameters): string[] {
  return [list ?? []].flat().flatMap((name) => {
    if (!name.startsWith('$')) return [name];
    const value = parameters[name.slice(1)];
    if (value === undefined || value === null) throw new RuleDefect(`${name} is no parameter`);
    return Array.isArray(value) ? value.map(String) : [String(value)];
  });
}

/** Parameters flat, as facts are named. */
export const flat = (values: object): Parameters =>
  Object.assign({}, ...Object.entries(values).map(([name, value]) => flatten(name, value)));

function flatten(name: string, value: unknown): Record<string, FactValue | null> {
  // A list of terms, such as the rows of a table, is for sources that read the contract itself.
  if (Array.isArray(value))
    return value.some((one) => typeof one === 'object' && !Array.isArray(one)) ? {} : { [name]: value.map(String) };
  if (typeof value !== 'object' || value === null) return { [name]: value as FactValue };
  if ('blank' in value) return { [name]: null };
  const entries = Object.entries(value);
  const [unit, amount] = entries[0] ?? [];
  if (entries.length === 1 && unit !== undefined && units.includes(unit)) {
    return { [name]: amount, [`${name}_unit`]: unit };
  }
  return Object.assign({}, ...entries.map(([key, inner]) => flatten(`${name}_${key}`, inner)));
}
