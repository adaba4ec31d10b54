import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fits, follow } from './guide.ts';

test('who follows the guide for writing contracts sees what it shows', async () => {
  const guide = readFileSync('docs/zh/guide.md', 'utf8');
  const home = process.cwd();
  const folder = mkdtempSync(join(tmpdir(), 'lvyue-guide-'));
  // Those that the README names: one that somebody adds changes what is usual, and with it what the guide shows.
  const known = [...readFileSync('README.md', 'utf8').matchAll(/^\| `([^`]+)` \| \d/gm)].map(([, id = '']) => id);
  expect(known.length).toBeGreaterThan(3);
  for (const id of known) cpSync(`contracts/${id}/contract.yaml`, join(folder, 'contracts', id, 'contract.yaml'));
  process.chdir(folder);
  try {
    const played = await follow(guide);
    expect(played.length).toBeGreaterThan(8);
    for (const { commands, shown, printed, codes } of played) {
      expect(codes, commands.join('\n')).not.toContain(2);
      // The whole of what was printed stands in the message, to be copied into the guide.
      if (shown !== undefined && !fits(shown, printed)) expect(printed, commands.join('\n')).toBe(shown);
    }
  } finally {
    process.chdir(home);
    rmSync(folder, { recursive: true });
  }
});

test('a guide that shows something else is found out', () => {
  expect(fits('a\n……\nc', 'a\nb\nb\nc\n')).toBe(true);
  expect(fits('a\n……\nc', 'a\nb\nb\nd\n')).toBe(false);
  expect(fits('b', 'a\nb')).toBe(false);
  expect(fits('1.5 (x)', '1.5 (x)')).toBe(true);
});

test('the Chinese README names the same commands, contracts and documents as the English one', () => {
  const named = (file: string) => {
    const text = readFileSync(file, 'utf8');
    const rows = [...text.matchAll(/^\| `([^`]+)` \|((?: \d+ \|)*)/gm)].map(([, name, counts]) => `${name}${counts}`);
    const links = [...text.matchAll(/\]\(([^)]+)\)/g)]
      .map(([, to = '']) => to)
      .filter((to) => !to.startsWith('README'));
    return { rows, links: [...new Set(links)].sort() };
  };
  const chinese = named('README.zh-CN.md');
  expect(chinese).toEqual(named('README.md'));
  expect(chinese.rows.length).toBeGreaterThan(15);
  for (const link of chinese.links) expect(existsSync(link), link).toBe(true);
});
