import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Lang } from '../../src/locale/text.ts';
import { Stop } from '../../src/problem.ts';
import type { ReportEntry } from '../../src/report/entry.ts';
import { staged } from '../../src/report/staged.ts';
import { type Form, writeReports } from '../../src/report/write.ts';
import { calendar, check, contract, render } from './fixture.ts';
import { statement } from './statement.ts';

let folder = '';
let out = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lvyue-report-'));
  out = join(folder, 'out');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const second = {
  calendar,
  contract: { ...contract, id: 'second' },
  check: { ...check, contract: 'second' },
  statement: null,
};
const first = { calendar, contract, check, statement };
const entries = [first, second];

const write = (
  all: readonly ReportEntry[],
  lang: Lang,
  more: { unmask?: boolean; forms?: readonly Form[] } = {},
): Promise<void> =>
  staged(out, (fresh) => writeReports(fresh, all, { lang, forms: ['html', 'json'], unmask: false, render, ...more }));

/** Every file below the folder with its text. */
const files = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
  );

describe('writing the reports', () => {
  it('puts the pages and the JSON where the portfolio links to, and nothing else', async () => {
    await write(entries, 'zh');
    const written = files();
    expect(Object.keys(written)).toEqual([
      'out/base/bill.json',
      'out/base/billing.html',
      'out/base/check.json',
      'out/base/compliance.html',
      'out/index.html',
      'out/index.json',
      'out/manifest.json',
      'out/second/check.json',
      'out/second/compliance.html',
    ]);
    for (const [, href = ''] of (written['out/index.html'] ?? '').matchAll(/<a href="([^"#]+)"/g)) {
      expect(written).toHaveProperty([`out/${href}`]);
    }
    expect(JSON.parse(written['out/base/bill.json'] ?? '').total).toBe('1968.05');
  });

  it('gives the same bytes for the same inputs, and names no folder of the machine', async () => {
    await write(entries, 'en');
    const before = files();
    await write(entries, 'en');
    expect(files()).toEqual(before);
    for (const text of Object.values(before)) expect(text).not.toContain(folder);
  });

  it('masks numbers in the JSON too, unless they are asked for', async () => {
    await write(entries, 'zh');
    expect(files()['out/base/check.json']).not.toMatch(/"1[3-9]\d{9}"/);
    await write(entries, 'zh', { unmask: true });
    expect(files()['out/base/check.json']).toContain('"13800001234"');
  });

  it('says which tables of records were not there', async () => {
    await write([{ ...first, missingTables: ['payments'] }], 'zh');
    expect(files()['out/base/compliance.html']).toContain('没有提供这些记录：付款。');
  });

  it('leaves other files of the folder alone', async () => {
    mkdirSync(join(out, 'base'), { recursive: true });
    writeFileSync(join(out, 'base', 'notes.txt'), 'mine');
    await write(entries, 'zh');
    expect(files()['out/base/notes.txt']).toBe('mine');
  });

  it('puts everything back when one file cannot be written', async () => {
    await write([first], 'zh');
    rmSync(join(out, 'index.html'));
    mkdirSync(join(out, 'index.html', 'in the way'), { recursive: true });
    writeFileSync(join(out, 'second'), 'a file where a folder must be');
    const before = files();
    await expect(write(entries, 'en')).rejects.toThrow(Stop);
    expect(files()).toEqual(before);
    expect(existsSync(join(out, 'index.html', 'in the way'))).toBe(true);
    expect(readdirSync(folder)).toEqual(['out']);
  });

  it('says so when the folder is a file', async () => {
    writeFileSync(out, 'x');
    await expect(write(entries, 'zh')).rejects.toThrow('report-unwritable');
    expect(readdirSync(folder)).toEqual(['out']);
  });

  it('refuses to write one contract over another of the same id', async () => {
    await expect(write([...entries, second], 'zh')).rejects.toThrow('id-duplicate');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('a folder of somebody that bears the name of a report is refused, not replaced', async () => {
    mkdirSync(join(out, 'index.json'), { recursive: true });
    writeFileSync(join(out, 'index.json', 'thesis.txt'), 'precious');
    await expect(write(entries, 'zh')).rejects.toThrow('report-unwritable');
    expect(files()['out/index.json/thesis.txt']).toBe('precious');
  });

  it('a page of an earlier run that this one does not write again is gone, though other contracts came between', async () => {
    await write([first], 'zh', { forms: ['md'] });
    await write([second], 'zh', { forms: ['html'] });
    await write([first], 'zh', { forms: ['json'] });
    expect(Object.keys(files())).toEqual([
      'out/base/bill.json',
      'out/base/check.json',
      'out/index.html',
      'out/index.json',
      'out/index.md',
      'out/manifest.json',
      'out/second/compliance.html',
    ]);
    const { files: own, earlier } = JSON.parse(files()['out/manifest.json'] ?? '');
    expect(own.map(({ path }: { path: string }) => path)).toEqual(['base/bill.json', 'base/check.json', 'index.json']);
    expect(earlier.map(({ path }: { path: string }) => path)).toEqual([
      'index.html',
      'second/compliance.html',
      'index.md',
    ]);
    await write(entries, 'zh', { forms: ['json'] });
    expect(Object.keys(files())).not.toContain('out/index.html');
  });
});
