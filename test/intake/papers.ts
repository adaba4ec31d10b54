import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Paper } from '../../src/intake/paper.ts';
import type { Passage } from '../../src/intake/passage.ts';
import { paperOf } from '../../src/intake/read/clean.ts';
import type { RawLine, RawPage } from '../../src/intake/read/page.ts';
import { readPaper } from '../../src/intake/read/read.ts';

/** A contract on paper and what a careful person captured of it. */
export interface Sample {
  name: string;
  set: 'seeds' | 'made' | 'unseen';
  paper: () => Promise<Paper>;
  truth: Record<string, unknown>;
}

const shared = process.env.LVYUE_SHARED ?? '../shared';
/** The five contracts as PDF, and the folder that holds what was captured of each. */
const seedFiles = {
  '000.pdf': 'pbc-dci-2024',
  '001.pdf': 'shawan-forestry-2023',
  '002.pdf': 'jilin-medical-insurance-2025',
  '003.pdf': 'henan-psb-2023',
  '004.pdf': 'neimenggu-earthquake-2024',
};

/** Whether the five papers are at hand; they are not in the repository. */
export const hasSeeds = existsSync(join(shared, 'seeds-pdf'));

const yaml = (file: string) => parse(readFileSync(file, 'utf8'), { merge: true }) as Record<string, unknown>;

export const seeds = (): Sample[] =>
  Object.entries(seedFiles).map(([pdf, id]) => ({
    name: id,
    set: 'seeds',
    paper: () => readPaper(join(shared, 'seeds-pdf', pdf)),
    truth: yaml(`contracts/${id}/contract.yaml`),
  }));

/** The contracts that we wrote: those that the rules were made with, and those that they were not. */
export const written = (set: 'made' | 'unseen'): Sample[] =>
  readdirSync(`test/intake/${set}`)
    .sort()
    .map((name) => ({
      name,
      set,
      paper: async () => paperOf(pagesOf(readFileSync(`test/intake/${set}/${name}/contract.md`, 'utf8'))),
      truth: yaml(`test/intake/${set}/${name}/truth.yaml`),
    }));

/** One of the contracts that we wrote, as paper. */
export const paperOfMade = (name: string): Paper =>
  paperOf(pagesOf(readFileSync(`test/intake/made/${name}/contract.md`, 'utf8')));

/** The pages that a contract in Markdown makes: a rule is a page's end, a row of a table a row. */
export function pagesOf(markdown: string): RawPage[] {
  let table = -1;
  return markdown.split(/\n---\n/).map((page) => {
    let text = '';
    const lines: RawLine[] = [];
    const add = (words: string): Passage => {
      const start = text.length;
      text += words;
      return { text: words, at: Array.from({ length: words.length }, (_, i) => start + i) };
    };
    const source = page.split('\n');
    for (const [i, line] of source.entries()) {
      if (/^\|[\s:|-]+\|$/.test(line)) continue;
      if (line.startsWith('|')) {
        if (!source[i - 1]?.startsWith('|')) table++;
        const cells = line
          .slice(1, -1)
          .split('|')
          .map((cell) => add(cell.trim()));
        const at = cells.flatMap((cell) => [...Array.from(cell.at)]);
        lines.push({ text: cells.map((cell) => cell.text).join('\t'), at, cells, table });
      } else lines.push(add(line.replace(/^#+ /, '')));
      text += '\n';
    }
    return { text, lines };
  });
}
