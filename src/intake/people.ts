import { join } from 'node:path';
import { home } from '../home.ts';
import { readSound } from '../yaml/checked.ts';

interface People {
  labels: readonly string[];
  marks: readonly string[];
  surnames: string;
}

interface Patterns {
  label: RegExp;
  /** A name that a label is, or is given to, without a sign between them: 联系人某某应当, 某某为联系人. */
  beside: RegExp;
  mark: RegExp;
  /** A whole cell that is a name. */
  cell: RegExp;
}

let patterns: Patterns | undefined;

function known(): Patterns {
  if (!patterns) {
    const { labels, marks, surnames } = readSound(join(home, 'rules/intake/people.yaml'), 'intake-people') as People;
    const label = `(?:${labels.join('|')})`;
    const name = `(?:${surnames})\\p{Script=Han}{1,2}`;
    patterns = {
      // The name ends where the sentence does.
      label: new RegExp(`(${label}(?: ?\\([^)]*\\))*(?:[:：为是]|(?= )))[^，。；]*`, 'gu'),
      beside: new RegExp(
        `(?<=${label})${name}?(?=[应必须将在于的负可有不与和、，。；]|$)|${name}(?=(?:作?为|担任|是)[^，。；]{0,6}?${label})`,
        'gu',
      ),
      mark: new RegExp(marks.join('|'), 'gu'),
      cell: new RegExp(`^${name}$`, 'u'),
    };
  }
  return patterns;
}

/**
 * A text of the paper on one line, without natural persons: names behind and before their labels, in the cells of a row that has
 * a person's number, mobile numbers, accounts of messengers, e-mail addresses, identity numbers.
 */
export function withoutPeople(text: string): string {
  const { label, beside, mark, cell } = known();
  const rows = text.split('\n').map((row) => {
    const cells = row.split('\t');
    if (cells.length === 1 || row.search(mark) < 0) return row;
    return cells.map((one) => (cell.test(one.replace(/\s/g, '')) ? '…' : one)).join('\t');
  });
  const line = rows.join('\n').replace(/\s+/g, ' ').trim();
  return line.replace(label, '$1…').replace(beside, '…').replace(mark, '…');
}
