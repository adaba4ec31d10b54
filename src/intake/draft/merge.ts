import { type Document, isAlias, isCollection, isMap, isSeq, type Node, type YAMLMap, type YAMLSeq } from 'yaml';
import { isMap as isData } from '../../contract/values.ts';
import type { Data } from '../template.ts';
import { commentsIn, isShared, keyOf, withComments } from './comments.ts';

export const pointerTo = (steps: readonly string[]): string => steps.map((step) => `/${step}`).join('');

/** A place that a person changed and that the paper now reads otherwise than before: the person's words stand. */
export interface Kept {
  pointer: string;
  mine: unknown;
  paper: unknown;
}

/**
 * Brings a newly read draft into a contract that people have worked on: what they left as the last import wrote it takes
 * the new value, what they changed stays. Items of lists are known by what they are and where they stand on the paper,
 * not by their place in the list or their id. What an anchor or an alias shares is a person's; so is every comment that is not
 * among `comments`, those of the last import. Changes `document` and returns what was kept against the paper.
 */
export function mergeInto(
  document: Document,
  last: Data,
  comments: readonly string[],
  fresh: Data,
  freshDocument: Document,
): Kept[] {
  const kept: Kept[] = [];
  const mine = document.toJS() as Data;
  mergeMaps({ kept, document, from: freshDocument, comments }, [], [], mine, last, fresh);
  return kept;
}

interface Work {
  kept: Kept[];
  document: Document;
  from: Document;
  comments: readonly string[];
}

type Steps = readonly (string | number)[];
const same = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isData(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
};

function mergeMaps(work: Work, at: Steps, freshAt: Steps, mine: Data, last: Data, fresh: Data): void {
  for (const key of new Set([...Object.keys(last), ...Object.keys(fresh)])) {
    const to = [...at, key];
    const from = [...freshAt, key];
    mergeValue(work, to, from, mine[key], last[key], fresh[key]);
  }
}

function mergeValue(work: Work, at: Steps, freshAt: Steps, mine: unknown, last: unknown, fresh: unknown): void {
  if (same(last, fresh) || same(mine, fresh)) return;
  const node = nodeAt(work.document, at);
  const keep = () => work.kept.push({ pointer: pointerTo(at.map(String)), mine, paper: fresh ?? null });
  if (node && (isAlias(node) || ('anchor' in node && node.anchor))) {
    keep();
    return;
  }
  const blank = [mine, last, fresh].some((one) => isData(one) && one.blank === true);
  if (isData(mine) && isData(last) && isData(fresh) && !blank) mergeMaps(work, at, freshAt, mine, last, fresh);
  else if (isItems(mine) && isItems(last) && isItems(fresh)) mergeItems(work, at, freshAt, mine, last, fresh);
  else if (!same(mine, last) || !put(work, at, freshAt, fresh)) keep();
}

const isItems = (value: unknown): value is Data[] => Array.isArray(value) && value.length > 0 && value.every(isData);

function mergeItems(work: Work, at: Steps, freshAt: Steps, mine: Data[], last: Data[], fresh: Data[]): void {
  const [own, before, after] = [mine, last, fresh].map(byKey) as [Keyed, Keyed, Keyed];
  const gone: number[] = [];
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [i, j] = [own.get(key), after.get(key)];
    const was = before.get(key);
    const there = i === undefined ? undefined : mine[i];
    const then = was === undefined ? undefined : last[was];
    const now = j === undefined ? undefined : fresh[j];
    if (there && then && now) mergeValue(work, [...at, i ?? 0], [...freshAt, j ?? 0], there, then, now);
    else if (!there && !then && now) append(work, at, [...freshAt, j ?? 0]);
    else if (there && then && !now && same(there, then) && canGo(work, [...at, i ?? 0])) gone.push(i ?? 0);
    else if (there && then && !now)
      work.kept.push({ pointer: pointerTo([...at, i ?? 0].map(String)), mine: there, paper: null });
    else if (there && !then && now && !same(there, now)) {
      work.kept.push({ pointer: pointerTo([...at, i ?? 0].map(String)), mine: there, paper: now });
    }
  }
  for (const i of gone.sort((a, b) => b - a)) work.document.deleteIn([...at, i]);
}

type Keyed = Map<string, number>;

/** Items by what they are and where they stand; of several alike, by their order. */
function byKey(items: readonly Data[]): Keyed {
  const keyed: Keyed = new Map();
  for (const [i, item] of items.entries()) {
    const { kind, model, ref, clause, method, party, number, id } = item;
    const what =
      ref ??
      [
        kind ?? model ?? method ?? party ?? number ?? id,
        kind === 'sms' || kind === 'voice' || kind === 'line' ? '' : clause,
      ].join('@');
    let key = String(what);
    for (let n = 2; keyed.has(key); n++) key = `${what}#${n}`;
    keyed.set(key, i);
  }
  return keyed;
}

const nodeAt = (document: Document, steps: Steps): Node | undefined => {
  const node = document.getIn(steps, true);
  return node as Node | undefined;
};

/** Comments that a person wrote at a place of the contract, and below it. */
function ownComments({ document, comments }: Work, at: Steps): string[] {
  const parts = [keyOf(document, at), nodeAt(document, at)].flatMap((one) => (one ? commentsIn(one) : []));
  return parts.filter((line) => !comments.includes(line));
}

/** Whether a part may be taken away: nobody repeats it elsewhere or wrote a comment on it. */
function canGo(work: Work, at: Steps): boolean {
  const node = nodeAt(work.document, at);
  return !node || (!isShared(node) && ownComments(work, at).length === 0);
}

/** Puts what was read at a place, with its comment and those of people; what the paper no longer says goes. False where it cannot. */
function put(work: Work, at: Steps, freshAt: Steps, fresh: unknown): boolean {
  const { document, from } = work;
  const [there, next] = [nodeAt(document, at), nodeAt(from, freshAt)];
  if (fresh === undefined) return canGo(work, at) && document.deleteIn(at);
  if (there && isShared(there)) return false;
  const mine = there ? commentsIn(there).filter((line) => !work.comments.includes(line)) : [];
  document.setIn(at, next ? withComments(next.clone() as Node, mine) : fresh);
  return true;
}

function append({ document, from }: Work, at: Steps, freshAt: Steps): void {
  const list = nodeAt(document, at);
  const item = nodeAt(from, freshAt);
  if (isCollection(list) && isSeq(list) && item && isMap(item))
    (list as YAMLSeq<YAMLMap>).items.push(item.clone() as YAMLMap);
}
