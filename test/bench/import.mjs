// A draft from a PDF of some 70 pages of text, laid out by hand from the contracts that we wrote.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { byHand } from '../intake/layouts/by-hand.mjs';
import { partsOf } from '../intake/layouts/parts.mjs';
import { loop, ran } from './report.mjs';

const least = 70;

/** All contracts one after another, and again in other words: what is printed twice would be left out. */
function longText() {
  const texts = ['made', 'unseen'].flatMap((set) =>
    readdirSync(`test/intake/${set}`).map((name) => readFileSync(`test/intake/${set}/${name}/contract.md`, 'utf8')),
  );
  return [...texts, ...texts.map((text) => text.replaceAll('的', '之').replaceAll('应当', '应'))].join('\n---\n');
}

/** The whole command as a process of its own, the best of several turns, each beside the loop. */
export function measureImport(turns = 3) {
  const folder = mkdtempSync(join(tmpdir(), 'lvyue-bench-'));
  writeFileSync(join(folder, 'long.pdf'), byHand(partsOf(longText())));
  const all = [];
  for (let turn = 0; turn < turns; turn++) {
    const alone = loop();
    all.push({ ...ran(folder, ['import', 'long.pdf', '--out', `out-${turn}`]), loop: alone });
  }
  const { source } = JSON.parse(readFileSync(join(folder, 'out-0', 'import.json'), 'utf8'));
  rmSync(folder, { recursive: true });
  if (source.pages < least) throw new Error(`only ${source.pages} pages`);
  const best = all.reduce((a, b) => (b.seconds < a.seconds ? b : a));
  return { ...best, pages: source.pages, gib: Math.max(...all.map(({ gib }) => gib)) };
}
