import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
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
