import { type Data, isData } from './template.ts';

const isFromSignature = (value: unknown): boolean => isData(value) && value.from === 'signature';

/** What runs from the signature gets the later of both days; the term's last day follows from its length. */
export function signedTerms(data: Data): Data {
  const signed = isData(data.signed) ? data.signed : {};
  const days = [signed.customer, signed.carrier].map((one) => (isData(one) ? one.date : undefined));
  const both = days.every((one): one is string => typeof one === 'string');
  const later = both ? [...(days as string[])].sort().at(-1) : undefined;
  const dated = (value: unknown, clause: unknown): unknown => {
    if (isFromSignature(value)) return later ?? { blank: true, clause };
    if (!isData(value)) return value;
    const own = value.clause ?? clause;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, dated(inner, own)]));
  };
  const result = dated(data, '首部') as Data;
  const term = isData(result.term) ? result.term : undefined;
  const months = term && isData(term.length) ? term.length.months : undefined;
  if (term && typeof term.from === 'string' && typeof months === 'number' && term.to === undefined) {
    term.to = lastDay(term.from, months);
  }
  return result;
}

/** The day before the corresponding day so many months on (Civil Code art. 202); the first day is counted. */
function lastDay(from: string, months: number): string {
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  const end = new Date(Date.UTC(year, month - 1 + months, Math.min(day, last)));
  end.setUTCDate(end.getUTCDate() - 1);
  return end.toISOString().slice(0, 10);
}
