import type { Names } from './names.ts';
import type { IntakeRule } from './rule.ts';
import { type KindName, kindNames, patternOf } from './values/kinds.ts';

/** A pattern ready to run, and the kinds of its named values. */
interface Wording {
  pattern: RegExp;
  kinds: ReadonlyMap<string, KindName>;
}

export interface Compiled {
  rule: IntakeRule;
  family: string;
  wordings: readonly Wording[];
  /** Every wording has a time limit: a clause without one need not be looked at. */
  timed: boolean;
  under: RegExp | undefined;
  not: RegExp | undefined;
  words: ReadonlyMap<string, readonly Meaning[]>;
  /** Words of which any number may stand in a group; what they mean makes a list. */
  collect: ReadonlyMap<string, readonly Meaning[]>;
}

export interface Meaning {
  pattern: RegExp;
  means: unknown;
}

/** Parts of patterns that rules name in braces. */
export type Phrases = Readonly<Record<string, string>>;

/** A rule with its wordings as regular expressions. Throws SyntaxError for one that is none, or names a kind that there is not. */
export function compile(rule: IntakeRule, family: string, names: Names, phrases: Phrases = {}): Compiled {
  const known = { ...names.words, ...phrases };
  const wordings = rule.say.map((text) => wording(text, known));
  return {
    rule,
    family,
    wordings,
    timed: wordings.every(({ kinds }) => [...kinds.values()].includes('limit')),
    under: rule.under === undefined ? undefined : new RegExp(spelt(rule.under, known), 'mu'),
    not: rule.not === undefined ? undefined : new RegExp(spelt(rule.not, known), 'mu'),
    words: meaningsOf(rule.words, (text) => new RegExp(`^(?:${spelt(text, known)})$`, 'u')),
    collect: meaningsOf(rule.collect, (text) => new RegExp(text, 'gu')),
  };
}

const meaningsOf = (of: IntakeRule['words'] = {}, pattern: (text: string) => RegExp): Map<string, Meaning[]> =>
  new Map(
    Object.entries(of).map(([name, meanings]) => [
      name,
      Object.entries(meanings).map(([text, means]) => ({ pattern: pattern(text), means })),
    ]),
  );

/** Phrases in braces in their place, and phrases in those. */
function spelt(text: string, known: Phrases): string {
  const out = text.replace(/\{([a-z]+)\}/g, (all, name: string) =>
    known[name] === undefined ? all : `(?:${known[name]})`,
  );
  return out === text ? out : spelt(out, known);
}

function wording(text: string, known: Phrases): Wording {
  const kinds = new Map<string, KindName>();
  const source = spelt(text, known)
    .replaceAll('…', '[^。；\\n]{0,120}?')
    .replace(/\{([a-z]+)(?::([a-z_]+))?\}/g, (_, kind: string, name: string = kind) => {
      if (!kindNames.includes(kind as KindName)) throw new SyntaxError(`{${kind}}`);
      kinds.set(name, kind as KindName);
      return `(?<${name}>${patternOf(kind as KindName)})`;
    });
  return { pattern: new RegExp(source, 'gmu'), kinds };
}
