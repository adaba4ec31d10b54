import { type Kind, type Marker, rank } from './marker.ts';
import type { Expected } from './node.ts';

/** An enumeration that goes on. */
export interface Level {
  kind: Kind;
  /** Its last clause. */
  node: number;
  last: number;
  /** The parts of a decimal before its last. */
  prefix: readonly number[];
  /** It began within a line. */
  running: boolean;
  note: boolean;
}

/** Where a marker goes on or begins: the levels that stay open, and what was expected where it is not that number. */
export interface Place {
  /** Levels below the marker's own. */
  keep: number;
  expected?: Expected;
}

/** What is known of the place of a marker. */
export interface Around {
  /** A sentence or a heading ends before it. */
  fresh: boolean;
  /** The text so far ends with a colon or is a heading, so that a list may follow. */
  lead: boolean;
  /** The text so far ends with a full stop, so that an enumeration within it is over. */
  closed: boolean;
  running: boolean;
  /** The last article so far: they count on through chapters. */
  articles: number;
}

const isSame = (a: readonly number[], b: readonly number[]) => a.length === b.length && a.every((n, i) => n === b[i]);

/** How far a number may leap where numbers are missing. */
const leap = 4;

/** Where a marker belongs among the open levels; nothing where it is none, but a number in a text. */
export function placeOf(marker: Marker, levels: readonly Level[], around: Around): Place | undefined {
  const number = marker.numbers.at(-1) ?? 0;
  const prefix = marker.numbers.slice(0, -1);
  const same: { at: number; last: number; running: boolean }[] = [];
  for (const [at, { kind, last, running, prefix: own }] of levels.entries()) {
    if (kind === marker.kind && isSame(own, prefix)) same.unshift({ at, last, running });
  }
  const next = same.filter(({ last }) => last + 1 === number);
  const outer = around.closed && !around.running ? next.find(({ running }) => !running) : undefined;
  const best = outer ?? next[0];
  if (best !== undefined) return { keep: best.at };
  if (marker.kind === 'article' && number === around.articles + 1) return { keep: below(marker, levels) };
  if (number === 1) return begun(marker, levels, around, same[0]?.at);
  if (!around.fresh || around.running) return undefined;
  const over = same.find(({ last }) => number > last && number - last <= leap);
  if (over !== undefined) return { keep: over.at, expected: { missing: true, numbers: [...prefix, over.last + 1] } };
  const back = same[0];
  if (back !== undefined) {
    return number <= back.last
      ? { keep: back.at, expected: { missing: false, numbers: [...prefix, back.last + 1] } }
      : undefined;
  }
  if (number > (marker.kind === 'decimal' ? leap : 2)) return undefined;
  const keep = below(marker, levels);
  return { keep, expected: { missing: true, numbers: [...prefix, 1] } };
}

/** Where an enumeration begins: below all that is open behind a colon or a heading, by rank, or anew where it is the last. */
function begun(marker: Marker, levels: readonly Level[], around: Around, same: number | undefined): Place | undefined {
  const isLast = same === levels.length - 1;
  const isDeeper = marker.kind !== 'decimal' && (around.running || (around.lead && !isLast));
  if (isDeeper) return { keep: levels.length };
  if (same === undefined) return { keep: below(marker, levels) };
  if (!around.fresh) return isLast || marker.kind === 'decimal' ? undefined : { keep: levels.length };
  const last = levels[same]?.last ?? 0;
  return { keep: same, expected: { missing: false, numbers: [...marker.numbers.slice(0, -1), last + 1] } };
}

/** The levels that hold a new one: for a decimal those up to its own prefix, else all that rank before it. */
function below(marker: Marker, levels: readonly Level[]): number {
  if (marker.kind === 'decimal') {
    const prefix = marker.numbers.slice(0, -1);
    const holder = levels.findLastIndex((level) => isSame([...level.prefix, level.last], prefix));
    if (holder >= 0) return holder + 1;
  }
  const lower = levels.findIndex((level) => rank[level.kind] > rank[marker.kind]);
  return lower < 0 ? levels.length : lower;
}
