import { isMap } from '../../contract/values.ts';
import type { Doubt, ReviewKind, Risk } from '../../locale/intake.ts';
import type { Text } from '../../locale/text.ts';
import type { Anomaly } from '../clause.ts';
import type { Found } from '../extract.ts';
import { signs } from '../fill-ins.ts';
import { passageOf } from '../passage.ts';
import { withoutPeople } from '../people.ts';
import { cleaned } from '../read/glyphs.ts';
import type { Data } from '../template.ts';
import { conflictAt } from './document.ts';
import { type Draft, isAccepted } from './draft.ts';
import { type Kept, pointerTo } from './merge.ts';

/** Where on the paper something was read. */
export interface Seen {
  clause: string;
  page: number;
  /** The words there, without natural persons. */
  quote: string;
}

/** One thing that a person has to look at. */
export interface ReviewItem {
  kind: ReviewKind;
  risk: Risk;
  /** JSON pointer to it in the draft; empty where it stands in no one place. */
  pointer: string;
  /** What it is about: a rule's title; absent for a place that only the pointer names. */
  title?: Text;
  doubts?: readonly Doubt[];
  /** How sure the reading is, of 1. */
  sure?: number;
  /** What a person is to look at, as the rule says. */
  look?: Text;
  seen?: Seen;
  value?: unknown;
  /** The other place and value of a conflict. */
  other?: { seen: Seen; value: unknown };
  /** What the paper says where a person's words were kept; absent where it says nothing any more. */
  paper?: unknown;
  reason?: string;
  anomaly?: Anomaly;
}

/** By what a mistake costs, most first. */
export const risks: readonly Risk[] = ['money', 'time', 'identity', 'other'];
const kinds: readonly ReviewKind[] = ['kept', 'conflict', 'doubt', 'unfit', 'choice', 'missing', 'blank', 'numbering'];

export function seenBy({ paper }: Draft, { clause, span }: Found): Seen {
  const words = cleaned(passageOf(paper.raw.slice(span.from, span.to))).text;
  return { clause: clause.ref, page: clause.page, quote: withoutPeople(words) };
}

/** All that a person has to look at in a draft, what a mistake costs most first. */
export function reviewList(draft: Draft, anomalies: readonly Anomaly[], kept: readonly Kept[] = []): ReviewItem[] {
  const items = [
    ...conflicts(draft),
    ...doubts(draft),
    ...unfit(draft),
    ...unfilled(draft),
    ...choices(draft),
    ...missing(draft),
    ...blanks(draft),
  ];
  const odd = anomalies.map((anomaly): ReviewItem => ({ kind: 'numbering', risk: 'other', pointer: '', anomaly }));
  const changed = kept.map(
    ({ pointer, mine, paper }): ReviewItem => ({
      ...{ kind: 'kept', risk: riskOf(pointer.split('/').slice(1)), pointer, value: mine },
      ...(paper !== null && { paper }),
    }),
  );
  const rank = ({ risk, kind }: ReviewItem) => risks.indexOf(risk) * kinds.length + kinds.indexOf(kind);
  return [...changed, ...items, ...odd].sort((a, b) => rank(a) - rank(b));
}

function conflicts(draft: Draft): ReviewItem[] {
  const at = new Map(draft.origins.flatMap(({ at: steps, found }) => (found ? [[found, steps] as const] : [])));
  return draft.understood.conflicts.map((conflict) => ({
    ...{ kind: 'conflict', risk: conflict.kept.rule.risk, title: conflict.kept.rule.title },
    pointer: conflictAt(at.get(conflict.kept) ?? [], conflict),
    ...{ value: conflict.keptValue, seen: seenBy(draft, conflict.kept) },
    other: { value: conflict.otherValue, seen: seenBy(draft, conflict.other) },
  }));
}

const doubts = (draft: Draft): ReviewItem[] =>
  draft.origins.flatMap((origin): ReviewItem[] => {
    const { at, found } = origin;
    if (!found || isAccepted(origin)) return [];
    const { rule, doubts: why, data } = found;
    return [
      {
        ...{ kind: 'doubt', risk: rule.risk, title: rule.title, pointer: pointerTo(at), doubts: why },
        ...(rule.look && { look: rule.look }),
        ...{ seen: seenBy(draft, found), value: data, sure: found.sure },
      },
    ];
  });

const unfit = (draft: Draft): ReviewItem[] =>
  draft.left.map(({ found, reason }) => ({
    ...{ kind: 'unfit', risk: found.rule.risk, title: found.rule.title, pointer: '', reason },
    ...{ seen: seenBy(draft, found), value: found.data },
  }));

/** What the paper leaves blank and a contract cannot do without: it stands nowhere in the draft. */
const unfilled = (draft: Draft): ReviewItem[] =>
  draft.understood.unfilled.map((found) => ({
    ...{ kind: 'blank', risk: found.rule.risk, title: found.rule.title, pointer: '', doubts: found.doubts },
    seen: seenBy(draft, found),
  }));

/** Choices that nobody made, or that cannot be read: by numbers, or by boxes. */
function choices({ understood: { readings } }: Draft): ReviewItem[] {
  const open = new Set(readings.filter(({ chosen }) => chosen === 'unknown').map(({ clause }) => clause.parent));
  return readings.flatMap((reading, i): ReviewItem[] => {
    const { clause, text } = reading;
    // A tick before each line of a list chooses nothing, nor does one that a sentence speaks of: 选用打√的办法.
    const shown = text.text.replaceAll(`打${signs.ticked}`, '');
    const boxes = shown.includes(signs.empty)
      ? [...shown].filter((one) => one === signs.ticked || one === signs.empty)
      : [];
    const ticked = boxes.filter((one) => one === signs.ticked).length;
    if (!(open.has(i) && reading.chosen === 'yes') && (boxes.length < 2 || ticked === 1)) return [];
    const quote = withoutPeople(text.text.slice(0, 60));
    return [{ kind: 'choice', risk: 'other', pointer: '', seen: { clause: clause.ref, page: clause.page, quote } }];
  });
}

const missing = (draft: Draft): ReviewItem[] =>
  draft.origins.flatMap(({ at, found }): ReviewItem[] => {
    if (found) return [];
    const seen = around(draft, at);
    const value = valueAt(draft, at);
    return [{ kind: 'missing', risk: riskOf(at), pointer: pointerTo(at), ...(seen && { seen }), value }];
  });

const valueAt = ({ contract }: Draft, at: readonly string[]): unknown =>
  at.reduce<unknown>((one, step) => (one as Data | undefined)?.[step], contract);

/** The clause of the item that a place lies in. */
function around(draft: Draft, at: readonly string[]): Seen | undefined {
  for (let i = at.length - 1; i > 0; i--) {
    const item = valueAt(draft, at.slice(0, i));
    const ref = isMap(item) ? item.clause : undefined;
    const clause = draft.understood.readings.find((one) => one.clause.ref === ref)?.clause;
    if (clause) return { clause: clause.ref, page: clause.page, quote: '' };
  }
  return undefined;
}

const riskOf = ([part]: readonly string[]): Risk =>
  part === 'charges' || part === 'settlement'
    ? 'money'
    : part === 'term' || part === 'signed'
      ? 'time'
      : part === 'parties' || part === 'number'
        ? 'identity'
        : 'other';

/** Blanks that the paper itself has. */
function blanks(draft: Draft): ReviewItem[] {
  const ours = draft.origins.filter(({ found }) => !found).map(({ at }) => pointerTo(at));
  const walk = (value: unknown, steps: readonly string[]): ReviewItem[] => {
    const pointer = pointerTo(steps);
    if (ours.some((one) => pointer === one || pointer.startsWith(`${one}/`))) return [];
    if (Array.isArray(value)) return value.flatMap((one, i) => walk(one, [...steps, String(i)]));
    if (!isMap(value)) return [];
    if (value.blank === true) {
      const clause = draft.understood.readings.find(({ clause: { ref } }) => ref === value.clause)?.clause;
      const seen = { clause: String(value.clause), page: clause?.page ?? 1, quote: '' };
      return [{ kind: 'blank', risk: riskOf(steps), pointer, seen }];
    }
    return Object.entries(value).flatMap(([key, one]) => walk(one, [...steps, key]));
  };
  return walk(draft.contract, []);
}
