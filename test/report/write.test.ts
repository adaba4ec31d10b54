import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Stop } from '../../src/problem.ts';
import { writeReports } from '../../src/report/write.ts';
import { check, contract } from './fixture.ts';
import { statement } from './statement.ts';

let folder = '';
let out = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lvyue-report-'));
  out = join(folder, 'out');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const second = { contract: { ...contract, id: 'second' }, check: { ...check, contract: 'second' }, statement: null };
const entries = [{ contract, check, statement }, second];

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
  it('puts the pages and the JSON where the portfolio links to, and nothing else', () => {
    writeReports(out, entries, 'zh');
    const written = files();
    expect(Object.keys(written)).toEqual([
      'out/base/bill.json',
      'out/base/billing.html',
      'out/base/check.json',
      'out/base/compliance.html',
      'out/index.html',
      'out/second/check.json',
      'out/second/compliance.html',
    ]);
    for (const [, href = ''] of (written['out/index.html'] ?? '').matchAll(/<a href="([^"#]+)"/g)) {
      expect(written).toHaveProperty([`out/${href}`]);
    }
    expect(JSON.parse(written['out/base/bill.json'] ?? '').total).toBe('1968.05');
  });

  it('gives the same bytes for the same inputs, and names no folder of the machine', () => {
    writeReports(out, entries, 'en');
    const before = files();
    writeReports(out, entries, 'en');
    expect(files()).toEqual(before);
    for (const text of Object.values(before)) expect(text).not.toContain(folder);
  });

  it('masks numbers in the JSON too, unless they are asked for', () => {
    writeReports(out, entries, 'zh');
    expect(files()['out/base/check.json']).not.toMatch(/"1[3-9]\d{9}"/);
    writeReports(out, entries, 'zh', { unmask: true });
    expect(files()['out/base/check.json']).toContain('"13800001234"');
  });

  it('says which tables of records were not there', () => {
    writeReports(out, [{ contract, check, statement, missingTables: ['payments'] }], 'zh');
    expect(files()['out/base/compliance.html']).toContain('没有提供这些记录：付款。');
  });

  it('leaves other files of the folder alone', () => {
    mkdirSync(join(out, 'base'), { recursive: true });
    writeFileSync(join(out, 'base', 'notes.txt'), 'mine');
    writeReports(out, entries, 'zh');
    expect(files()['out/base/notes.txt']).toBe('mine');
  });

  it('puts everything back when one file cannot be written', () => {
    writeReports(out, [{ contract, check, statement }], 'zh');
    rmSync(join(out, 'index.html'));
    mkdirSync(join(out, 'index.html', 'in the way'), { recursive: true });
    writeFileSync(join(out, 'second'), 'a file where a folder must be');
    const before = files();
    expect(() => writeReports(out, entries, 'en')).toThrow(Stop);
    expect(files()).toEqual(before);
    expect(existsSync(join(out, 'index.html', 'in the way'))).toBe(true);
    expect(readdirSync(folder)).toEqual(['out']);
  });

  it('says so when the folder is a file', () => {
    writeFileSync(out, 'x');
    expect(() => writeReports(out, entries, 'zh')).toThrow('report-unwritable');
    expect(readdirSync(folder)).toEqual(['out']);
  });

  it('refuses to write one contract over another of the same id', () => {
    expect(() => writeReports(out, [...entries, second], 'zh')).toThrow('id-duplicate');
    expect(readdirSync(folder)).toEqual([]);
  });
});
