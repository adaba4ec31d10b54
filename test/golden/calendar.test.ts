import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { run, shown } from '../support/run.ts';

interface Case {
  name: string;
  args: string[];
  data?: Record<string, string>;
}

const here = import.meta.dirname;
const home = process.cwd();
const cases: Case[] = parse(readFileSync(join(here, 'calendar.cases.yaml'), 'utf8'));
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lvyue-calendar-'));
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true, force: true });
});

/** The receipt hashes the rule files: it changes with every rule. */
const stable = (text: string): string => text.replace(/[0-9a-f]{64}/g, '<sha256>').replace(/lvyue \d+\.\d+\.\d+/g, 'lvyue');

test.each(cases)('the calendar shows what it always showed: $name', async ({ name, args: [contract = '', ...args], data }) => {
  if (data) mkdirSync('data');
  for (const [file, text] of Object.entries(data ?? {})) writeFileSync(join('data', file), text);
  const ran = await run('calendar', join(home, 'contracts', contract), ...args);
  await expect(stable(shown(ran))).toMatchFileSnapshot(join(here, 'calendar', `${name}.txt`));
  if (!args.includes('--format')) expect(ran.out.split('\n').filter((line) => stringWidth(line) > 80)).toEqual([]);
});

test('a file called .ics is a calendar, whole, with one for several contracts', async () => {
  const both = ['pbc-dci-2024', 'shawan-forestry-2023'].map((id) => join(home, 'contracts', id));
  const { code, out } = await run('calendar', ...both, '--as-of', '2024-07-01', '--days', '90', '--out', 'dates.ics');
  expect([code, out]).toEqual([0, '']);
  const ics = readFileSync('dates.ics', 'utf8');
  expect(ics.match(/BEGIN:VCALENDAR/g)).toHaveLength(1);
  expect(ics).toContain('CATEGORIES:履约,shawan-forestry-2023');
});

test.each([
  ['--days', '0'],
  ['--days', 'x'],
  ['--alarm', '7'],
  ['--alarm', '0d'],
])('%s %s is refused', async (flag, value) => {
  const { code, err } = await run('calendar', join(home, 'contracts', 'pbc-dci-2024'), '--as-of', '2024-07-01', flag, value);
  expect(code).toBe(2);
  expect(err).toContain(flag);
});
