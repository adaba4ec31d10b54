import { join } from 'node:path';
import { home } from '../../home.ts';
import { readSound } from '../../yaml/checked.ts';

type Lists = Readonly<Record<string, readonly string[]>>;

/** What rules/intake/clauses.yaml says, as patterns. */
export interface Words {
  annex: RegExp;
  /** A line that leads to a list of annexes. */
  annexes: RegExp;
  mention: RegExp;
  supplement: RegExp;
  recital: RegExp;
  agreement: RegExp;
  whereas: RegExp;
  signature: RegExp;
  signing: RegExp;
  confirming: RegExp;
  parties: RegExp;
  /** A line of a form: its label and a colon. */
  field: RegExp;
  notice: RegExp;
  note: RegExp;
  cited: RegExp;
  citing: RegExp;
  joining: RegExp;
  unit: RegExp;
  table: RegExp;
}

let loaded: Words | undefined;

/** Throws Stop with all that is wrong in the file. */
export function clauseWords(): Words {
  loaded ??= load(join(home, 'rules', 'intake', 'clauses.yaml'));
  return loaded;
}

function load(file: string): Words {
  const lists = readSound(file, 'intake-clauses') as Lists;
  const any = (name: string) =>
    `(?:${(lists[name] ?? []).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`;
  const starts = (name: string) => new RegExp(`^${any(name)}`);
  const has = (name: string) => new RegExp(any(name));
  return {
    annex: new RegExp(`^${any('annex')}\\s?([一二三四五六七八九十]{1,3}|\\d{1,2})(?=\\D|$)`),
    annexes: new RegExp(`${any('annex')}[^。]*[：:]$`),
    mention: starts('mention'),
    supplement: new RegExp(`^${any('supplement')}$`),
    recital: starts('recital'),
    agreement: has('agreement'),
    whereas: starts('whereas'),
    signature: new RegExp(`^[【\\[(（]?${any('signature')}[】\\])）]?$`),
    signing: has('signing'),
    confirming: new RegExp(`^[^，。；]{0,12}${any('confirming')}：`),
    parties: starts('parties'),
    field: new RegExp(`^${any('field')}(?:/${any('field')})?(?:[(（][^()（）]{1,12}[)）])?[：:]`),
    notice: new RegExp(`^${any('notice')}[：:]`),
    note: new RegExp(`^${any('note')}[：:]?\\s?(?=[(（]\\d|\\d{1,2}[：:、.]|[①-⑳])`),
    cited: new RegExp(`^(?!${any('uncited')})${any('cited')}`),
    citing: new RegExp(`${any('citing')}$`),
    joining: new RegExp(`[；;，,]${any('joining')}$`),
    unit: new RegExp(`^${any('unit')}(?![A-Za-z])`),
    table: starts('table'),
  };
}
