import { versionsWithin } from '../contract/versions.ts';
import type { Text } from '../locale/text.ts';
import { addDays, earliest } from '../time/day.ts';
import { dayOf } from '../time/instant.ts';
import type { Bucket, Days } from './buckets.ts';
import { RuleDefect } from './decide.ts';
import { filled } from './explain.ts';
import type { Finding } from './finding.ts';
import type { Inputs } from './inputs.ts';
import { questions } from './judge.ts';
import { known } from './parameters.ts';
import { bucketFor, counts, isRunning, type Placed, type Point, pointsOf } from './points.ts';
import type { SeriesRule, SeriesUnit } from './rule.ts';
import { type Span, spansOf } from './spans.ts';
import type { Case } from './statement.ts';
import { storeTerms } from './terms.ts';

/** What of an obligation is drawn over time, with the threshold that held at each time. Whole numbers only. */
export interface Series {
  name: string;
  title: Text;
  /** How to read it; empty where it needs no words. */
  note: Text;
  unit: SeriesUnit;
  bucket: Bucket;
  /** Each day is that of its calendar month so far. */
  running: boolean;
  /** Something is counted: the buckets add up, and one without rows is 0. */
  counts: boolean;
  wrong: 'above' | 'below' | null;
  /** The threshold in words, and the days, inclusive, on which it was so. */
  agreed: readonly (Days & { words: Text })[];
  /** Buckets in order; one in which terms changed is cut there. */
  points: readonly Point[];
  /** Rows that cannot be judged and do not even say when they were. */
  unplaced: number;
  /** Days of the period that could not be asked about: a table or a term is missing. */
  undetermined: readonly Days[];
}

/**
 * The series of each obligation whose rule has any, by id: of the reading that its finding shows, under the terms in force
 * on each day, up to as-of. A blank term or a missing table gives none, and so does what is too little to be drawn.
 * Throws RuleDefect where a rule file is broken, or where a series does not add up to the fact that it names.
 */
export async function seriesOf(input: Inputs, findings: readonly Finding[]): Promise<Map<string, Series[]>> {
  const versions = versionsWithin(input.loaded.contract, input.period);
  const found = new Map<string, Series[]>();
  for (const finding of findings) {
    const drawn: Series[] = [];
    const spans = spansOf(finding.obligation, versions, [], input.period);
    for (const entry of input.rules.byKind.get(finding.kind)?.series ?? []) {
      if (isTooFew(entry, finding)) continue;
      const series = put(entry, await asked(entry, finding, spans, input), input);
      if (entry.fact !== undefined) addUp(series, entry.fact, finding);
      if (isDrawn(series, entry)) drawn.push(series);
    }
    if (drawn.length > 0) found.set(finding.obligation, drawn);
  }
  return found;
}

/** What one span says of an entry; no case where it could not be asked. */
interface Part extends Placed {
  days: Days;
  case?: Case;
}

/** Asks each span in turn. */
async function asked(entry: SeriesRule, finding: Finding, spans: readonly Span[], input: Inputs): Promise<Part[]> {
  const { records, rules, asOf } = input;
  const parts: Part[] = [];
  for (const span of spans) {
    const obligation = span.contract.obligations.find(({ id }) => id === finding.obligation);
    if (obligation?.kind !== finding.kind || span.from > dayOf(asOf)) continue;
    const all = questions(span.contract, obligation, rules, records);
    const one = (all.find(({ reading }) => reading?.id === finding.reading) ?? all[0])?.case;
    if (one && !fits(entry, one)) continue;
    const days = { from: span.from, to: earliest(span.to, dayOf(asOf)) };
    if (!one) {
      parts.push({ days, points: [], unplaced: 0 });
      continue;
    }
    await storeTerms(records.store, span.contract, { from: span.from, to: span.to, label: '' });
    parts.push({ days, case: one, ...(await pointsOf(entry, one, span, input)) });
  }
  return parts;
}

const fits = (entry: SeriesRule, { parameters }: Case): boolean =>
  Object.entries(entry.for ?? {}).every(([name, value]) => parameters[name] === value);

function put(entry: SeriesRule, parts: readonly Part[], input: Inputs): Series {
  const [first] = parts.flatMap((part) => part.case ?? []);
  const words = (text: Text | undefined, of: Case) => filled(text, known(of.parameters), `series ${entry.name}`);
  return {
    ...{ name: entry.name, title: entry.title, unit: entry.unit, wrong: entry.wrong ?? null },
    note: first ? words(entry.note, first) : { zh: '', en: '' },
    ...{ bucket: bucketFor(entry, input), running: isRunning(entry, input), counts: counts(entry) },
    agreed: entry.agreed
      ? merged(parts.flatMap((p) => (p.case ? [{ ...p.days, words: words(entry.agreed, p.case) }] : [])))
      : [],
    points: parts.flatMap(({ points }) => points),
    unplaced: parts.reduce((all, { unplaced }) => all + unplaced, 0),
    undetermined: parts.flatMap((part) => (part.case ? [] : [part.days])),
  };
}

/** Days that follow each other under the same words, put together. */
function merged(all: readonly Series['agreed'][number][]): Series['agreed'] {
  const found: Series['agreed'][number][] = [];
  for (const one of all) {
    const last = found.at(-1);
    const same = last && last.words.zh === one.words.zh && addDays(last.to, 1) === one.from;
    if (same) found[found.length - 1] = { ...last, to: one.to };
    else found.push(one);
  }
  return found;
}

/** Bars that a chart has at least: fewer tell no more than a sentence. */
const least = 5;

/** The facts of the whole period leave too little to draw. */
function isTooFew({ fact = 'total', by }: SeriesRule, { facts: told, spans }: Finding): boolean {
  const n = told[fact];
  return by === undefined && spans === undefined && typeof n === 'number' && n < least;
}

/** Chart and verdict tell the same. Of a period of several parts the facts are those of one. */
function addUp({ name, points, undetermined }: Series, fact: string, { kind, facts: told, spans }: Finding): void {
  if (spans !== undefined || undetermined.length > 0 || told[fact] === undefined) return;
  const sum = points.reduce((all, { value }) => all + (value ?? 0), 0);
  if (sum !== told[fact])
    throw new RuleDefect(`${kind}: series ${name} adds up to ${sum}, not to ${fact}: ${told[fact]}`);
}

/** Of months under a threshold a single bar tells how far the others stay below. */
function isDrawn({ points }: Series, { by }: SeriesRule): boolean {
  const told = points.filter(({ value, unknown }) => (value !== null && value > 0) || unknown > 0).length;
  return points.length > 2 && told >= (by === undefined ? least : 1);
}
