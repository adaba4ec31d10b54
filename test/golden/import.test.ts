import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { byHand } from '../intake/layouts/by-hand.mjs';
import { pdfOf } from '../intake/layouts/pdf.mjs';
import { run, shown } from '../support/run.ts';

const here = import.meta.dirname;
const home = process.cwd();
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lvyue-golden-'));
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

const papers = [
  ['harbour-water', 'chromium', 'zh'],
  ['harbour-water', 'plain', 'en'],
  ['lakeside-school', 'office', 'zh'],
  ['north-library', 'plain', 'zh'],
  ['valley-clinic', 'chromium', 'zh'],
] as const;

for (const [name, way, lang] of papers) {
  test(`a paper gives the draft and the list that it always gave: ${name}, laid out by ${way}, in ${lang}`, async () => {
    const pdf = resolve(home, 'test/intake/made', name, `${way}.pdf`);
    const ran = shown(await run('import', pdf, '--out', join('contracts', name), '--lang', lang));
    const to = join(here, 'import', `${name}.${way}.${lang}`);
    await expect(ran).toMatchFileSnapshot(`${to}.txt`);
    for (const file of ['contract.yaml', 'review.md']) {
      const text = readFileSync(join('contracts', name, file), 'utf8');
      // The schema lies where the program lies.
      const modeline = text.replace(/^(# yaml-language-server: \$schema=).*$/m, '$1…');
      await expect(modeline).toMatchFileSnapshot(`${to}.${file}`);
    }
  });
}

// The most careful message is of no use where it is not seen: these stand as a terminal shows them.
const refused: [what: string, file: string, content: (home: string) => string | Buffer, ...flags: string[]][] = [
  ['a-text-file', 'text.pdf', () => '合同编号：一\n'],
  ['an-empty-file', 'empty.pdf', () => ''],
  ['a-truncated-file', 'cut.pdf', (from) => readFileSync(join(from, 'made/north-library/office.pdf')).subarray(0, 4000)],
  ['a-locked-file', 'locked.pdf', (from) => readFileSync(join(from, 'odd/locked.pdf'))],
  ['a-scan', 'scan.pdf', () => pdfOf([[{ box: [10, 10, 50, 50] }]])],
  ['a-novel', 'novel.pdf', () => byHand([{ kind: 'paragraph', text: 'It was a dark night, and no ship had come.' }])],
];

for (const [what, file, content, ...flags] of refused) {
  for (const lang of ['zh', 'en']) {
    test(`what is no contract is refused with one clear message, and nothing is written: ${what}, ${lang}`, async () => {
      writeFileSync(file, content(join(home, 'test/intake')));
      const ran = shown(await run('import', file, '--out', 'contracts/x', '--lang', lang, ...flags));
      await expect(ran).toMatchFileSnapshot(join(here, 'import', `${what}.${lang}.txt`));
      expect(readdirSync('.')).toEqual([file]);
    });
  }
}

test('a scan with some text is read as far as it goes, and the rest is told', async () => {
  writeFileSync('scan.pdf', readFileSync(join(home, 'test/intake/odd/scan.pdf')));
  await expect(shown(await run('import', 'scan.pdf'))).toMatchFileSnapshot(join(here, 'import', 'a-page-without-text.zh.txt'));
});

test('a contract of somebody else is not written over', async () => {
  mkdirSync('contracts/x', { recursive: true });
  writeFileSync('contracts/x/contract.yaml', 'id: x\n');
  const ran = shown(await run('import', join(home, 'test/intake/made/north-library/plain.pdf'), '--out', 'contracts/x'));
  await expect(ran).toMatchFileSnapshot(join(here, 'import', 'a-contract-of-others.zh.txt'));
});

test('a log that is no log of ours stops the import, and all files stay', async () => {
  mkdirSync('contracts/x', { recursive: true });
  writeFileSync('contracts/x/contract.yaml', 'id: x\n');
  writeFileSync('contracts/x/import.json', '{');
  const ran = shown(await run('import', join(home, 'test/intake/made/north-library/plain.pdf'), '--out', 'contracts/x'));
  await expect(ran).toMatchFileSnapshot(join(here, 'import', 'a-broken-log.zh.txt'));
  expect(readFileSync('contracts/x/contract.yaml', 'utf8')).toBe('id: x\n');
});
