import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { run, shown } from '../support/run.ts';

interface Case {
  name: string;
  args: string[];
  data?: Record<string, string>;
  /** The same of two sides. */
  ours?: Record<string, string>;
  theirs?: Record<string, string>;
  /** Added at the end of the contract. */
  contract?: string;
  /** Words of the contract, and what stands in their place. */
  replace?: [string, string][];
  /** A word of the contract with all that follows it left out. */
  cut?: string;
  /** Put beside the contract. */
  scenarios?: string;
}

const here = import.meta.dirname;
const cases: Case[] = parse(readFileSync(join(here, 'commands.cases.yaml'), 'utf8'));
const original = readFileSync(join(here, 'base/contract.yaml'), 'utf8');
const home = process.cwd();
let folder = '';

afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true, force: true });
});

for (const { name, args, contract, replace = [], cut, scenarios, ...folders } of cases) {
  test(`the command prints what it always printed: ${name}`, async () => {
    folder = mkdtempSync(join(tmpdir(), 'lvyue-golden-'));
    cpSync(join(here, 'base'), join(folder, 'contracts', 'base'), { recursive: true });
    const base = join(folder, 'contracts', 'base');
    if (contract) appendFileSync(join(base, 'contract.yaml'), contract);
    if (cut) change(join(base, 'contract.yaml'), original.slice(original.indexOf(cut)), '');
    for (const [from, to] of replace) change(join(base, 'contract.yaml'), from, to);
    if (scenarios) {
      mkdirSync(join(base, 'scenarios'));
      writeFileSync(join(base, 'scenarios', 'some.yaml'), scenarios);
    }
    for (const dir of ['data', 'ours', 'theirs'] as const) {
      if (folders[dir]) mkdirSync(join(folder, dir));
      for (const [file, text] of Object.entries(folders[dir] ?? {})) writeFileSync(join(folder, dir, file), text);
    }
    process.chdir(folder);
    const ran = shown(await run(...args));
    await expect(stable(ran)).toMatchFileSnapshot(join(here, 'commands', `${name}.txt`));
  });
}

function change(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}

/** The receipt hashes the rule files and the version: they change with every rule and are tested elsewhere. */
const stable = (text: string): string =>
  text
    .replace(/[0-9a-f]{64}/g, '<sha256>')
    .replace(/(回执|receipt) [0-9a-f]{16}/g, '$1 <sha256>')
    .replace(/lvyue \d+\.\d+\.\d+/g, 'lvyue <version>');
