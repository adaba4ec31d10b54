import type { Found, Reading } from '../extract.ts';
import { spanOf } from '../passage.ts';
import { withoutPeople } from '../people.ts';
import { template } from '../template.ts';
import { type Duty, takenFor } from './register.ts';

/** What the paper says and no rule used: a number with its unit, in the part of a sentence where it stands. */
export interface Unused {
  clause: string;
  page: number;
  figure: string;
  /** Its surroundings, without natural persons. */
  quote: string;
}

export interface Unread {
  figures: Unused[];
  /** Clauses of which nothing stands in the draft but their gist, and that hold no such figure. */
  clauses: { ref: string; page: number }[];
}

const quoteLength = 40;

/**
 * What a draft does not hold of the clauses that count: numbers that no rule used, also where it read another number of the
 * same clause, and clauses that nothing was read in.
 */
export function unreadOf(readings: readonly Reading[], found: readonly Found[], duties: readonly Duty[]): Unread {
  const holds = new Set(readings.map(({ clause }) => clause.parent));
  const read = new Set([...found, ...duties.map(({ reading }) => reading)].map(({ clause }) => clause));
  const figures: Unused[] = [];
  const clauses: Unread['clauses'] = [];
  for (const [i, reading] of readings.entries()) {
    const { clause, text, chosen } = reading;
    if (chosen === 'no' || /^(?:首部|鉴于.*|.*签署页)$/.test(clause.ref)) continue;
    const own = figuresOf(reading, found);
    figures.push(...own);
    const { ref, page } = clause;
    const said = !holds.has(i) && text.text.trim() !== '' && takenFor(reading) !== 'definition';
    if (said && own.length === 0 && !read.has(clause)) clauses.push({ ref, page });
  }
  return { figures, clauses };
}

function figuresOf({ clause, text }: Reading, found: readonly Found[]): Unused[] {
  const spans = found.filter((one) => one.clause === clause).map(({ span }) => span);
  const seen = new Set<string>();
  const open = withoutPeople(text.text);
  return [...text.text.matchAll(new RegExp(template().figure, 'gu'))].flatMap(({ 0: figure, index }): Unused[] => {
    const { from, to } = spanOf(text, index, index + figure.length);
    if (spans.some((span) => span.from <= from && to <= span.to)) return [];
    // A part cut out of a sentence may have lost the word that tells a person's name: people go before anything is cut.
    const quote = partAt(open, open === text.text ? index : Math.max(open.indexOf(figure), 0));
    if (seen.has(quote)) return [];
    seen.add(quote);
    return [{ clause: clause.ref, page: clause.page, figure, quote }];
  });
}

/** The part of a sentence around a place. */
function partAt(text: string, place: number): string {
  const from = Math.max(...[...'。；;\n'].map((end) => text.lastIndexOf(end, place - 1))) + 1;
  const ends = [...'。；;\n'].map((end) => text.indexOf(end, place)).filter((end) => end >= 0);
  const part = text.slice(from, Math.min(text.length, ...ends));
  const at = place - from;
  const begin = Math.max(0, Math.min(at - quoteLength / 2, part.length - quoteLength));
  const shown = part
    .slice(begin, begin + quoteLength)
    .replace(/\s+/g, ' ')
    .trim();
  return `${begin > 0 ? '…' : ''}${shown}${begin + quoteLength < part.length ? '…' : ''}`;
}
