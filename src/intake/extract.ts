import type { Doubt } from '../locale/intake.ts';
import type { Clause } from './clause.ts';
import type { Compiled, Meaning } from './compile.ts';
import type { Intake } from './load.ts';
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
  { rule, words, collect }: Compiled,
  wording: number,
  kinds: Compiled['wordings'][number]['kinds'],
  match: RegExpMatchArray,
  reading: Reading,
  names: Names,
): Found[] {
  const values: Record<string, Value> = {};
  const doubts: Doubt[] = [];
  for (const [name, text] of Object.entries(match.groups ?? {})) {
    if (text === undefined) continue;
    const kind = kinds.get(name);
    const meanings = words.get(name);
    const listed = collect.get(name);
    const value =
      absent(text) ??
      (meanings ? meant(meanings, text) : listed ? listIn(listed, text) : kind ? readAs(kind, text) : given(text));
    if (listed && hasUnknown(listed, text, reading.text.text[(match.index ?? 0) - 1])) doubts.push('partly');
    if (!value && listed) continue;
    if (!value) return [];
    values[name] = value;
  }
  for (const [name, meanings] of collect) {
    const value = match.groups?.[name] === undefined && listIn(meanings, reading.text.text);
    if (value) values[name] = value;
  }
  // A stroke says that the clause does not apply: nothing was agreed.
  if (Object.values(values).some(({ is }) => is === 'stroke' || is === 'none')) return [];
  const place = match.index ?? 0;
  const at = place + bearing(match);
  const { text } = reading.text;
  const subject = () => subjectAt(names, text, at, reading.titles);
  const said = values.bearer?.is === 'given' ? (values.bearer.value as Bearer) : undefined;
  const bearer =
    said ?? (rule.bearer === 'subject' ? subject() : rule.bearer === 'anyone' ? (subject() ?? 'both') : rule.bearer);
  if (rule.bearer && !bearer) doubts.push('bearer');
  const sides =
    values.side?.is === 'given'
      ? [values.side.value as Bearer]
      : rule.side && sidesAt[rule.side](names, text, at, reading.titles);
  const { clause } = reading;
  if (values.capitals?.is === 'given') {
    const amount = values.fee ?? values.amount ?? values.money;
    const same = amount?.is === 'given' && sameAmount(String(values.capitals.value), amount.value) === true;
    if (amount && !same) doubts.push('capitals');
  }
  for (const [name, [least, most]] of Object.entries(rule.usual ?? {})) {
    const value = values[name];
    if (value?.is === 'given' && !within(value.value, Number(least), Number(most))) doubts.push('unusual');
  }
  if (rule.needs?.some((name) => values[name]?.is === 'blank')) doubts.push('unfilled');
  if (rule.look) doubts.push('look');
  if (reading.chosen === 'unknown') doubts.push('undecided');
  if (reading.ocr && rule.risk !== 'other') doubts.push('ocr');
  return (sides ?? [undefined]).flatMap((side) => {
    const context = {
      clause: clause.ref,
      table: tableOf(clause.ref),
      parent: reading.parent,
      bearer: bearer ?? 'both',
      side,
    };
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

const given = (value: unknown): Value => ({ is: 'given', value });

function meant(meanings: readonly Meaning[], text: string): Value | undefined {
  const known = meanings.find(({ pattern }) => pattern.test(text));
  return known && given(known.means === '=' ? text : known.means);
}

/** What all words in a text mean, in their order there; undefined where there is none. */
function listIn(meanings: readonly Meaning[], text: string): Value | undefined {
  const all = meanings.flatMap(({ pattern, means }) =>
    [...text.matchAll(pattern)].map(({ index, 0: word }) => ({ index, means: means === '=' ? word : means })),
  );
  const list = [...new Set(all.sort((a, b) => a.index - b.index).map(({ means }) => means))];
  return list.length > 0 ? given(list) : undefined;
}

/** Whether a list has an item in which no word is known, or goes on where nothing is known any more. */
function hasUnknown(meanings: readonly Meaning[], text: string, before = ''): boolean {
  const known = meanings.reduce((rest, { pattern }) => rest.replaceAll(pattern, '\u0000'), text);
  if (before === '、' || /(?:[、或及和与]|或者)$/.test(text)) return true;
  return known.split(/[、，,/]|或者?|以?及|和|与/).some((item) => !item.includes('\u0000') && /\p{L}/u.test(item));
}

/** A number, or the one number of a time limit, within its usual range. */
function within(value: unknown, least: number, most: number): boolean {
  const one = Number(typeof value === 'object' && value !== null ? Object.values(value)[0] : value);
  return one >= least && one <= most;
}

interface Context {
  clause: string;
  table: string;
  parent: string;
  bearer: Bearer;
  side: Bearer | undefined;
}

/** The datum of a rule with what was read in its place; what was not read is left out, a blank is the contract's blank. */
function filled(as: unknown, values: Readonly<Record<string, Value>>, context: Context): unknown {
  if (typeof as === 'string' && as.startsWith('$')) {
    const name = as.slice(1);
    if (name === 'blank') return { blank: true, clause: context.clause };
    if (name === 'clause' || name === 'table' || name === 'parent' || name === 'bearer' || name === 'side')
      return context[name];
    const value = values[name];
    if (!value) return undefined;
    return value.is === 'given' ? value.value : { blank: true, clause: context.clause };
  }
  if (Array.isArray(as)) return as.map((one) => filled(one, values, context)).filter((one) => one !== undefined);
  if (typeof as !== 'object' || as === null) return as;
  const entries = Object.entries(as).map(([key, one]) => [key, filled(one, values, context)] as const);
  return Object.fromEntries(entries.filter(([, one]) => one !== undefined));
}
