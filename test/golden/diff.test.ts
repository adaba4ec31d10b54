import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { run, shown } from '../support/run.ts';

type Edits = [string, string][];

interface Case {
  name: string;
  both?: Edits;
  after: Edits;
  days?: [string, string];
  args?: string[];
}

const here = import.meta.dirname;
const base = readFileSync(join(here, 'base/contract.yaml'), 'utf8');
const cases: Case[] = parse(readFileSync(join(here, 'diff.cases.yaml'), 'utf8'));
const home = process.cwd();
let folder = '';

afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true, force: true });
});

function edited(text: string, edits: Edits, name: string): string {
  return edits.reduce((changed, [from, to]) => {
    expect(changed.includes(from), `${name}: ${from}`).toBe(true);
    return changed.replace(from, () => to);
  }, text);
}

for (const { name, both = [], after, days = ['', ''], args = [] } of cases) {
  test(`diff says what changed in legal terms: ${name}`, async () => {
    folder = mkdtempSync(join(tmpdir(), 'lvyue-diff-'));
    const first = edited(base, both, name);
    const texts = { 改前: first, 改后: edited(first, after, name) };
    for (const [side, text] of Object.entries(texts)) {
      mkdirSync(join(folder, side));
      writeFileSync(join(folder, side, 'contract.yaml'), text);
    }
    process.chdir(folder);
    for (const lang of ['zh', 'en']) {
      const ran = await run('diff', `改前${days[0]}`, `改后${days[1]}`, '--lang', lang, ...args);
      await expect(shown(ran)).toMatchFileSnapshot(join(here, 'diff', `${name}.${lang}.txt`));
    }
  });
}

test('pretty fits 80 columns, whatever the contract says', async () => {
  const { default: stringWidth } = await import('string-width');
  const { out } = await run('diff', 'test/golden/base', 'pbc-dci-2024');
  expect(out.split('\n').filter((line) => stringWidth(line) > 80)).toEqual([]);
});
