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
  under: RegExp | undefined;
  not: RegExp | undefined;
  words: ReadonlyMap<string, readonly { pattern: RegExp; means: unknown }[]>;
}

/** A rule with its wordings as regular expressions. Throws SyntaxError for one that is none, or names a kind that there is not. */
export function compile(rule: IntakeRule, family: string, names: Names): Compiled {
  return {
    rule,
    family,
    wordings: rule.say.map((text) => wording(text, names.words)),
    under: rule.under === undefined ? undefined : new RegExp(rule.under, 'u'),
    not: rule.not === undefined ? undefined : new RegExp(rule.not, 'u'),
    words: new Map(
      Object.entries(rule.words ?? {}).map(([name, meanings]) => [
        name,
        Object.entries(meanings).map(([text, means]) => ({ pattern: new RegExp(`^(?:${text})$`, 'u'), means })),
      ]),
    ),
  };
}

function wording(text: string, partyWords: Readonly<Record<string, string>>): Wording {
  const kinds = new Map<string, KindName>();
  const source = text
    .replaceAll('…', '[^。；\\n]{0,120}?')
    .replace(/\{([a-z]+)(?::([a-z_]+))?\}/g, (_, kind: string, name: string = kind) => {
      const words = partyWords[kind];
      if (words !== undefined) return words;
      if (!kindNames.includes(kind as KindName)) throw new SyntaxError(`{${kind}}`);
      kinds.set(name, kind as KindName);
      return `(?<${name}>${patternOf(kind as KindName)})`;
    });
  return { pattern: new RegExp(source, 'gmu'), kinds };
}
