import type { Doubt } from '../locale/intake.ts';
import type { Clause } from './clause.ts';
import type { Compiled } from './compile.ts';
import { filled } from './fill.ts';
import type { Intake } from './load.ts';
import { given, hasUnknown, listIn, meant } from './meanings.ts';
import { blockAt, type Names, signersAt, subjectAt } from './names.ts';
import { type Passage, type Span, spanOf } from './passage.ts';
import type { Bearer } from './rule.ts';
import { absent, readAs, sameAmount, type Value } from './values/kinds.ts';

/** A clause ready to be read: its fill-ins written alike, with the titles above it. */
export interface Reading {
  clause: Clause;
  text: Passage;
  /** The clause that it lies in, itself where it lies in none. */
  parent: string;
  /** Titles of the clauses that it lies in and its own, one a line. */
  titles: string;
  /** The titles and the text. */
  whole: string;
  /** Whether it gives any time limit. */
  timed: boolean;
  /** Whether a choice above it took it, left it, or nobody can say. */
  chosen: 'yes' | 'no' | 'unknown';
  ocr: boolean;
}

/** What a rule read at one place of the paper. */
export interface Found {
  rule: Compiled['rule'];
  /** Which of the rule's wordings. */
  wording: number;
  /** The place in the draft, `$side` and the like filled in. */
  put: readonly string[];
  /** What goes there: values as data; absent values as their signs say. */
  data: unknown;
  /** The values by name, as read. */
  values: Readonly<Record<string, Value>>;
  clause: Clause;
  span: Span;
  sure: number;
  doubts: Doubt[];
}

/** Below this a finding goes onto the review list. */
export const accepted = 0.9;
/** Of a rule that says nothing else, in percent. */
const usualSure = 97;
/** Where there is a doubt. */
const doubtful = 0.6;

/** Everything that the rules read in the clauses, in the order of the paper; `has` tells what the draft holds at a path. */
export function extract(
  intake: Intake,
  readings: readonly Reading[],
  has: (path: string) => unknown = () => undefined,
): Found[] {
  return readings.flatMap((reading) =>
    reading.chosen === 'no' ? [] : intake.rules.flatMap((rule) => apply(rule, reading, intake.names, has)),
  );
}

/** What one rule reads in one clause. */
export function apply(compiled: Compiled, reading: Reading, names: Names, has: (path: string) => unknown): Found[] {
  const { rule, wordings, under, not } = compiled;
  const { text } = reading.text;
  if (compiled.timed && !reading.timed) return [];
  if (rule.about && !rule.about.some((word) => text.includes(word))) return [];
  if (text === '' || (under && !under.test(reading.whole)) || not?.test(text)) return [];
  if (rule.if && !Object.entries(rule.if).every(([path, values]) => values.includes(has(path)))) return [];
  const found: Found[] = [];
  for (const [i, { pattern, kinds }] of wordings.entries()) {
    for (const match of text.matchAll(pattern)) {
      const taken = found.some(({ span }) =>
        overlaps(span, spanOf(reading.text, match.index, match.index + match[0].length)),
      );
      const read = taken ? [] : readAt(compiled, i, kinds, match, reading, names);
      found.push(...read);
      if (read.length > 0 && !rule.each) return found;
    }
  }
  return found;
}

const overlaps = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to;

function readAt(
  compiled: Compiled,
  wording: number,
  kinds: Compiled['wordings'][number]['kinds'],
  match: RegExpMatchArray,
  reading: Reading,
  names: Names,
): Found[] {
  const { rule } = compiled;
  const read = valuesIn(compiled, kinds, match, reading);
  // A stroke says that the clause does not apply: nothing was agreed.
  if (!read || Object.values(read.values).some(({ is }) => is === 'stroke' || is === 'none')) return [];
  const { values } = read;
  const { bearer, sides } = partiesAt(rule, values, match, reading, names);
  const doubts = doubtsAbout(rule, values, reading);
  if (read.partly) doubts.push('partly');
  if (rule.bearer && !bearer) doubts.push('bearer');
  const { clause, parent } = reading;
  const place = match.index ?? 0;
  return sides.flatMap((side) => {
    const context = { clause: clause.ref, table: tableOf(clause.ref), parent, bearer: bearer ?? 'both', side };
    const data = filled(rule.as, values, context);
    if (data === undefined) return [];
    return {
      ...{ rule, wording, data, values, clause, doubts },
      put: rule.put.split('.').map((step) => (step === '$side' ? String(side) : step)),
      span: spanOf(reading.text, place, place + match[0].length),
      sure: doubts.length > 0 ? doubtful : (rule.sure ?? usualSure) / 100,
    };
  });
}

type Values = Record<string, Value>;

/** The values of a match by their names, and whether a list has an item that nobody understands; undefined where one is no value. */
function valuesIn(
  { words, collect }: Compiled,
  kinds: Compiled['wordings'][number]['kinds'],
  match: RegExpMatchArray,
  reading: Reading,
): { values: Values; partly: boolean } | undefined {
  const values: Values = {};
  let partly = false;
  for (const [name, text] of Object.entries(match.groups ?? {})) {
    if (text === undefined) continue;
    const [kind, meanings, listed] = [kinds.get(name), words.get(name), collect.get(name)];
    const value =
      absent(text) ??
      (meanings ? meant(meanings, text) : listed ? listIn(listed, text) : kind ? readAs(kind, text) : given(text));
    if (listed && hasUnknown(listed, text, reading.text.text[(match.index ?? 0) - 1])) partly = true;
    if (value) values[name] = value;
    else if (!listed) return undefined;
  }
  for (const [name, meanings] of collect) {
    const value = match.groups?.[name] === undefined && listIn(meanings, reading.text.text);
    if (value) values[name] = value;
  }
  return { values, partly };
}

/** Who bears what was read, and whose it is: of several each gets it. */
function partiesAt(
  rule: Compiled['rule'],
  values: Values,
  match: RegExpMatchArray,
  { text: { text }, titles }: Reading,
  names: Names,
): { bearer: Bearer | undefined; sides: readonly (Bearer | undefined)[] } {
  const at = (match.index ?? 0) + bearing(match);
  const told = (value: Value | undefined) => (value?.is === 'given' ? (value.value as Bearer) : undefined);
  const subject = () => subjectAt(names, text, at, titles);
  const bearers = {
    subject,
    anyone: () => subject() ?? 'both',
    customer: () => 'customer' as const,
    carrier: () => 'carrier' as const,
    both: () => 'both' as const,
  };
  const side = told(values.side);
  return {
    bearer: told(values.bearer) ?? (rule.bearer && bearers[rule.bearer]()),
    sides: side ? [side] : rule.side ? sidesAt[rule.side](names, text, at, titles) : [undefined],
  };
}

/** What a person should look at, whatever the wording. */
function doubtsAbout(rule: Compiled['rule'], values: Values, reading: Reading): Doubt[] {
  const doubts: Doubt[] = [];
  const amount = values.fee ?? values.amount ?? values.money;
  if (values.capitals?.is === 'given' && amount) {
    const same = amount.is === 'given' && sameAmount(String(values.capitals.value), amount.value) === true;
    if (!same) doubts.push('capitals');
  }
  for (const [name, [least, most]] of Object.entries(rule.usual ?? {})) {
    const value = values[name];
    if (value?.is === 'given' && !within(value.value, Number(least), Number(most))) doubts.push('unusual');
  }
  if (rule.needs?.some((name) => values[name]?.is === 'blank')) doubts.push('unfilled');
  if (rule.look) doubts.push('look');
  if (reading.chosen === 'unknown') doubts.push('undecided');
  if (reading.ocr && rule.risk !== 'other') doubts.push('ocr');
  return doubts;
}

/** The clause that a row of a table stands in; itself for any other. */
export const tableOf = (ref: string): string => ref.replace(/#\d+$/, '');

const one = (side: Bearer | undefined): ('customer' | 'carrier')[] =>
  side === undefined || side === 'both' ? [] : [side];
const sidesAt = {
  subject: (...where: Parameters<typeof subjectAt>) => one(subjectAt(...where) ?? blockAt(...where)),
  block: (...where: Parameters<typeof blockAt>) => one(blockAt(...where)),
  signers: signersAt,
  customer: () => one('customer'),
  carrier: () => one('carrier'),
} as const;

/** Where in a match its first value stands: who is named before that acts. */
function bearing(match: RegExpMatchArray): number {
  const first = Object.values(match.groups ?? {}).find((text) => text !== undefined);
  return first === undefined ? 0 : Math.max(match[0].indexOf(first), 0);
}

/** A number, or the one number of a time limit, within its usual range. */
function within(value: unknown, least: number, most: number): boolean {
  const one = Number(typeof value === 'object' && value !== null ? Object.values(value)[0] : value);
  return one >= least && one <= most;
}
