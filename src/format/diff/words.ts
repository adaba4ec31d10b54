import { type Fields, isMap } from '../../contract/values.ts';
import type { Change, Meaning, Step } from '../../diff/change.ts';
import { pathOf } from '../../diff/path.ts';
import type { DiffRules } from '../../diff/rules.ts';
import type { Side } from '../../diff/side.ts';
import { isText } from '../../diff/values.ts';
import { diffWords } from '../../locale/diff.ts';
import type { Lang } from '../../locale/index.ts';
import { partyNames } from '../../locale/verdicts.ts';
import { nameOf, valueTold } from './values.ts';

export interface DiffResult {
  before: Side;
  after: Side;
  changes: readonly Change[];
  rules: DiffRules;
}

/** A change in the reader's words. */
export interface Told {
  part: string;
  clause: string;
  what: string;
  /** The names that `what` is made of: whose term it is first. */
  names: readonly string[];
  before: string;
  after: string;
  effect: string;
  helps: Meaning['helps'];
  legal: boolean;
  readings: readonly { means: string; effect: string; helps: Meaning['helps'] }[];
  effects: readonly Told[];
}

/** Steps that say nothing to a reader. */
const silent = new Set(['parameters', 'readings', 'changes', 'rows']);

export function told(change: Change, result: Pick<DiffResult, 'after' | 'rules'>, lang: Lang): Told {
  const { rules, after } = result;
  const { trail, meaning } = change;
  const path = known(change.path, trail);
  const labels = trail.map((step, i) =>
    silent.has(step.name) && i < trail.length - 1
      ? ''
      : labelOf(step, known(pathOf(trail.slice(0, i + 1), after.written), trail), rules, lang),
  );
  const names = namesOf(change, labels);
  // Where only the Chinese text changed, only that shows it.
  const [was, is] = [change.before, change.after];
  const isSaidAlike = isText(was) && isText(is) && was[lang] === is[lang];
  const shown = (value: unknown) => valueTold(value, path, rules, isSaidAlike ? 'zh' : lang);
  return {
    part: trail[0]?.name ?? '',
    clause: clauseOf(trail),
    ...{ what: joined(names, lang), names },
    ...{ before: shown(change.before), after: shown(change.after) },
    ...{ effect: effectTold(meaning, rules, lang), helps: meaning.helps, legal: meaning.legal },
    readings: change.readings.map((one) => ({
      means: isText(one.reading.means) ? one.reading.means[lang] : String(one.reading.id),
      effect: effectTold(one.meaning, rules, lang),
      helps: one.meaning.helps,
    })),
    effects: change.effects.map((one) => told(one, result, lang)),
  };
}

/** The path under what the thing is, or was, where it became another kind of thing: rules then know nothing of its terms. */
function known(path: readonly string[], trail: Change['trail']): readonly string[] {
  const last = trail.at(-1);
  const thing = (last?.after === undefined ? trail[1]?.before : trail[1]?.after) as Fields | undefined;
  const kind = thing?.kind ?? thing?.model;
  return path[1] === '*' && typeof kind === 'string' ? [path[0] ?? '', kind, ...path.slice(2)] : path;
}

/** The names that lead to a change: to a thing that came or went those up to its list, else all but the part's. */
function namesOf({ trail, before, after }: Change, labels: readonly string[]): string[] {
  const last = trail.at(-1);
  const isWhole = last !== undefined && isThing(last) && (before === undefined || after === undefined);
  const all = isWhole ? labels.slice(0, -1) : labels;
  // A thing whose title changed is not told by it.
  const isTitle = last?.name === 'title' && trail.length === 3;
  const inner = all.slice(isTitle ? 2 : 1).filter((label) => label !== '' && label !== clauseOf(trail));
  return inner.length > 0 ? [...new Set(inner)] : all.slice(0, 1);
}

/** Whether it stands in a list. */
const isThing = ({ key }: Step): boolean => /^\d+$/.test(key.after ?? key.before ?? '');

/** Whose term it is, and which. */
export function joined([owner = '', ...inner]: readonly string[], lang: Lang): string {
  return inner.length === 0 ? owner : `${owner}${diffWords[lang].colon}${inner.join(lang === 'zh' ? '·' : ' / ')}`;
}

/** "涨价 12.00 %". */
function effectTold({ effect, percent }: Meaning, rules: DiffRules, lang: Lang): string {
  const words = rules.effects[effect]?.words[lang] ?? effect;
  return percent === undefined ? words : `${words} ${percent.replace('-', '')} %`;
}

/** What a step is called: of a key its name, of a thing what tells it from its like. */
function labelOf(step: Step, path: readonly string[], rules: DiffRules, lang: Lang): string {
  const { name, before, after } = step;
  if (name === 'customer' || name === 'carrier') return partyNames[name][lang];
  if (!isThing(step)) return nameOf(path, rules, lang);
  const thing = isMap(after) ? after : isMap(before) ? before : {};
  const own = [thing.title, thing.means].find(isText);
  return own ? own[lang] : thingLabel(thing, path, rules, lang);
}

function thingLabel(thing: Fields, path: readonly string[], rules: DiffRules, lang: Lang): string {
  const kind = ['kind', 'method'].find((key) => typeof thing[key] === 'string');
  if (kind !== undefined) return valueTold(thing[kind], [...path, kind], rules, lang);
  if (typeof thing.party === 'string') return valueTold(thing.party, [...path, 'party'], rules, lang);
  const name = thing.id ?? thing.ref ?? thing.name;
  return typeof name === 'string' ? name : '';
}

/** The clause nearest to the change. */
function clauseOf(trail: Change['trail']): string {
  for (const { before, after } of trail.toReversed()) {
    for (const one of [after, before]) {
      const ref = isMap(one) ? (one.ref ?? one.clause) : undefined;
      if (typeof ref === 'string') return ref;
    }
  }
  return '';
}

/** What a change does, and whom it helps. */
export const meaningTold = ({ effect, helps }: Pick<Told, 'effect' | 'helps'>, lang: Lang): string =>
  helps === null ? effect : `${effect}${diffWords[lang].comma}${diffWords[lang].helps[helps]}`;
