import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Paper } from '../../src/intake/paper.ts';
import type { Passage } from '../../src/intake/passage.ts';
import { paperOf } from '../../src/intake/read/clean.ts';
import type { RawLine } from '../../src/intake/read/page.ts';

/** A made-up contract of test/intake/made as the reading of its PDF would have it: a page for each part between rules. */
export function paperOfMade(name: string): Paper {
  let table = 0;
  const source = readFileSync(join(import.meta.dirname, 'made', name, 'contract.md'), 'utf8');
  return paperOf(
    source.split(/\n---\n/).map((page) => {
      let text = '';
      const lines: RawLine[] = [];
      const add = (words: string): Passage => {
        const at = Array.from({ length: words.length }, (_, i) => text.length + i);
        text += words;
        return { text: words, at };
      };
      const own = page.split('\n');
      for (const [i, line] of own.entries()) {
        if (/^\|[\s:|-]+\|$/.test(line)) continue;
        if (!line.startsWith('|')) lines.push(add(line.replace(/^#+ /, '')));
        else {
          if (!own[i - 1]?.startsWith('|')) table++;
          const cells = line
            .slice(1, -1)
            .split('|')
            .map((cell) => add(cell.trim()));
          lines.push({ text: cells.map((cell) => cell.text).join('\t'), at: [], cells, table });
        }
        text += '\n';
      }
      return { text, lines };
    }),
  );
}
