import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { home } from '../home.ts';

interface People {
  labels: readonly string[];
  marks: readonly string[];
}

let patterns: { label: RegExp; mark: RegExp } | undefined;

function known(): { label: RegExp; mark: RegExp } {
  if (!patterns) {
    const { labels, marks } = parse(readFileSync(join(home, 'rules/intake/people.yaml'), 'utf8')) as People;
    // The name ends where the line, the cell or the sentence does.
    const label = new RegExp(`((?:${labels.join('|')})(?:\\([^)\\n]*\\))?[:：])[^\\n\\t，。；]*`, 'gu');
    patterns = { label, mark: new RegExp(marks.join('|'), 'gu') };
  }
  return patterns;
}

/** A text of the paper without natural persons: names behind their labels, mobile numbers, e-mail addresses, identity numbers. */
export const withoutPeople = (text: string): string => text.replace(known().label, '$1…').replace(known().mark, '…');
