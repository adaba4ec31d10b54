import type { Meaning } from '../../../src/intake/compile.ts';
import { accepted, type Found, type Reading } from '../../../src/intake/extract.ts';
import { spanOf } from '../../../src/intake/passage.ts';
import type { Understood } from '../../../src/intake/understand.ts';
import { intake } from './import.ts';
import type { Edit } from './papers.ts';

/** A value that a rule read: which, of what kind, how it is printed (fill-ins bare), and where each character stands. */
export interface Place {
  found: Found;
  name: string;
  /** Undefined for words that a rule gives a meaning, and for a text that is taken as it stands. */
  kind: string | undefined;
  /** What words mean here; what words of a list mean. */
  words: readonly Meaning[] | undefined;
  list: readonly Meaning[] | undefined;
  text: string;
  at: readonly number[];
}

/** Where the values stand that the draft took and accepts. */
export function placesOf({ readings, found, leaves }: Understood): { accepted: Place[]; all: Place[] } {
  const used = new Set([...leaves.values()].flatMap((leaf) => [leaf.found, ...leaf.also]));
  const all = found.flatMap((one) => {
    const reading = readings.find(({ clause }) => clause === one.clause);
    return reading ? valuesOf(one, reading) : [];
  });
  return { all, accepted: all.filter(({ found: one }) => used.has(one) && one.sure >= accepted) };
}

/** The values of one finding. */
export function valuesOf(found: Found, reading: Reading): Place[] {
  const rule = intake.rules.find(({ rule }) => rule === found.rule);
  const wording = rule?.wordings[found.wording];
  if (!rule || !wording) return [];
  const { text, at } = reading.text;
  for (const match of text.matchAll(new RegExp(wording.pattern.source, 'dgmu'))) {
    const span = spanOf(reading.text, match.index, match.index + match[0].length);
    if (span.from !== found.span.from || span.to !== found.span.to) continue;
    return Object.entries(match.indices?.groups ?? {}).flatMap(([name, range]) => {
      if (!range || found.values[name]?.is !== 'given') return [];
      const [from, to] = range;
      return [
        {
          found,
          name,
          kind: wording.kinds.get(name),
          words: rule.words.get(name),
          list: rule.collect.get(name),
          text: text.slice(from, to),
          at: Array.from(at).slice(from, to),
        },
      ];
    });
  }
  return [];
}

/** The edit that prints something else for a part of a value; undefined where the part does not stand together. */
export function editOf({ text, at }: Place, from: number, to: number, put: string, raw: string): Edit | undefined {
  const [first, last] = [at[from], at[to - 1]];
  if (first === undefined || last === undefined || last < first) return undefined;
  const printed = raw.slice(first, last + 1);
  const plain = (one: string): string => one.normalize('NFKC').replaceAll(/[\s【】[\]_]/g, '');
  if (plain(printed) !== plain(text.slice(from, to))) return undefined;
  return { from: first, to: last + 1, text: put };
}

/** The value's text with edits in it; undefined where none touches it. */
export function withEdits({ text, at }: Place, edits: readonly Edit[]): string | undefined {
  let out = text;
  for (const { from, to, text: put } of [...edits].sort((a, b) => b.from - a.from)) {
    const inside = at.flatMap((place, i) => (place >= from && place < to ? [i] : []));
    const [first, last] = [inside[0], inside.at(-1)];
    if (first !== undefined && last !== undefined) out = out.slice(0, first) + put + out.slice(last + 1);
  }
  return out === text ? undefined : out;
}
