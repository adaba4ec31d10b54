import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { run, shown } from '../support/run.ts';

interface Case {
  name: string;
  replace: [string, string][];
}

const here = import.meta.dirname;
const base = readFileSync(join(here, 'base/contract.yaml'), 'utf8');
const cases: Case[] = parse(readFileSync(join(here, 'validate.cases.yaml'), 'utf8'));
const home = process.cwd();
let folder = '';

afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true, force: true });
});

/** Runs in a folder that holds only the edited contract, so that messages show a short path. */
async function validate(name: string, replace: Case['replace'], ...flags: string[]) {
  let text = base;
  for (const [from, to] of replace) {
    expect(from === '*' || text.includes(from), `${name}: ${from}`).toBe(true);
    text = from === '*' ? to : text.replace(from, to);
  }
  folder = mkdtempSync(join(tmpdir(), 'lvyue-golden-'));
  writeFileSync(join(folder, 'contract.yaml'), text);
  process.chdir(folder);
  return run('validate', 'contract.yaml', ...flags);
}

for (const { name, replace } of cases) {
  test(`validate says what is wrong, where and how to mend it: ${name}`, async () => {
    for (const lang of ['zh', 'en']) {
      const ran = await validate(name, replace, '--lang', lang);
      await expect(shown(ran)).toMatchFileSnapshot(join(here, 'validate', `${name}.${lang}.txt`));
      expect(ran.code).toBe(name === 'sound' ? 0 : 1);
    }
  });
}

test('validate in json and github formats names the same place', async () => {
  const [, , , , , , , , , , , unknownKey] = cases;
  const replace = unknownKey?.replace ?? [];
  const json = await validate('unknown-key', replace, '--format', 'json');
  await expect(shown(json)).toMatchFileSnapshot(join(here, 'validate', 'unknown-key.json.txt'));
  process.chdir(home);
  rmSync(folder, { recursive: true });
  const github = await validate('unknown-key', replace, '--format', 'github');
  await expect(shown(github)).toMatchFileSnapshot(join(here, 'validate', 'unknown-key.github.txt'));
});
