import Handlebars from 'handlebars';
import type { Lang, Text } from '../locale/text.ts';
import type { Verdict } from '../locale/verdicts.ts';
import { durationWords, limitWords } from '../locale/words.ts';
import { type Facts, RuleDefect } from './decide.ts';
import type { Rule } from './rule.ts';

const templates = Handlebars.create();
templates.registerHelper(
  'if_equal',
  function (this: unknown, a: unknown, b: unknown, options: Handlebars.HelperOptions) {
    return a === b ? options.fn(this) : options.inverse(this);
  },
);

/** The rule's sentence for a verdict, filled with the facts; empty where the rule has none. Throws RuleDefect when it names an unknown fact. */
export const sentence = (rule: Rule, verdict: Verdict, facts: Facts): Text =>
  filled(rule.explain[verdict], facts, `${rule.kind}: explain.${verdict}`);

/** A text of a rule file, filled likewise; `at` names it where it is wrong. */
export function filled(text: Text | undefined, facts: Facts, at: string): Text {
  if (!text) return { zh: '', en: '' };
  try {
    return { zh: fill(text.zh, facts, 'zh'), en: fill(text.en, facts, 'en') };
  } catch (error) {
    throw new RuleDefect(`${at}: ${(error as Error).message}`);
  }
}

/** Each sentence is compiled once, however many findings it is said of. */
const compiled = new Map<string, Handlebars.TemplateDelegate>();

function fill(template: string, facts: Facts, lang: Lang): string {
  const run = compiled.get(template) ?? templates.compile(template, { strict: true, noEscape: false });
  compiled.set(template, run);
  const { limit, limit_unit: unit } = facts;
  const words = typeof limit === 'number' ? { limit: limitWords(limit, String(unit))[lang] } : {};
  return run({ ...facts, ...words }, { helpers: { duration: (seconds: number) => durationWords(seconds)[lang] } });
}
