import { isMap } from '../contract/values.ts';
import { addDays, addMonths } from '../time/day.ts';
import type { Data } from './template.ts';

/** No term is longer, in months: what says so is misread. */
const longest = 1200;

const isFromSignature = (value: unknown): boolean => isMap(value) && value.from === 'signature';

/** What runs from the signature gets the later of both days; the term's last day follows from its length. */
export function signedTerms(data: Data): Data {
  const signed = isMap(data.signed) ? data.signed : {};
  const days = [signed.customer, signed.carrier].map((one) => (isMap(one) ? one.date : undefined));
  const both = days.every((one): one is string => typeof one === 'string');
  const later = both ? [...(days as string[])].sort().at(-1) : undefined;
  const dated = (value: unknown, clause: unknown): unknown => {
    if (isFromSignature(value)) return later ?? { blank: true, clause };
    if (!isMap(value)) return value;
    const own = value.clause ?? clause;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, dated(inner, own)]));
  };
  const result = dated(data, '首部') as Data;
  const term = isMap(result.term) ? result.term : undefined;
  const months = term && isMap(term.length) ? term.length.months : undefined;
  const sensible = typeof months === 'number' && months <= longest;
  if (term && typeof term.from === 'string' && sensible && term.to === undefined) {
    // The first day is counted: the term ends a day before the corresponding one (Civil Code art. 202).
    term.to = addDays(addMonths(term.from, months), -1);
  }
  return result;
}
