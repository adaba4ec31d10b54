import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Line, type Paper, pageAt } from '../../src/intake/paper.ts';
import { passageOf } from '../../src/intake/passage.ts';
import { cleaned } from '../../src/intake/read/glyphs.ts';
import { readPaper } from '../../src/intake/read/read.ts';
import { partsOf } from './layouts/parts.mjs';

const made = 'test/intake/made';
const ways = ['chromium', 'office', 'plain'];
const names = readdirSync(made);

const squeezed = (text: string): string => text.replace(/\s/g, '');
const normal = (text: string): string => squeezed(cleaned(passageOf(text)).text);
const runningOf = (lines: readonly Line[]): string =>
  lines
    .filter(({ cells }) => !cells)
    .map(({ text }) => squeezed(text))
    .join('');
const rowsOf = (lines: readonly Line[]): string[][] =>
  lines.flatMap(({ cells }) => (cells ? [cells.map(({ text }) => squeezed(text))] : []));

/** Every character stands where the paper says, on the page that the line says. */
function expectPlaces({ lines, raw }: Paper): void {
  for (const { text, at, page, cells } of lines) {
    expect(at).toHaveLength(text.length);
    for (const [i, one] of [...text].entries()) {
      const place = at[i] ?? -1;
      if (one === ' ' || one === '\t' || text.length !== [...text].length) continue;
      expect(normal(raw[place] ?? '')).toContain(normal(one)[0]);
      expect(pageAt(raw, place)).toBe(page);
    }
    for (const cell of cells ?? []) expect(cell.at).toHaveLength(cell.text.length);
  }
}

/** Where two texts begin to differ; nothing where they are one. */
function difference(found: string, expected: string): string[] {
  const at = [...expected].findIndex((one, i) => found[i] !== one);
  if (at < 0) return found.length > expected.length ? [found.slice(expected.length)] : [];
  return [found.slice(Math.max(0, at - 10), at + 30), expected.slice(Math.max(0, at - 10), at + 30)];
}

const cases = names.flatMap((name) => ways.map((way) => ({ name, way })));
describe.each(cases)('the made contract $name laid out by $way', async ({ name, way }) => {
  const paper = await readPaper(join(made, name, `${way}.pdf`));
  const parts = partsOf(readFileSync(join(made, name, 'contract.md'), 'utf8'));

  test('is read word for word', () => {
    const running = parts.flatMap((part) => ('text' in part ? [normal(part.text)] : [])).join('');
    // A head with the contract's number stays once, before everything else.
    expect(difference(runningOf(paper.lines), running)).toEqual([]);
    expect(paper.problems).toEqual([]);
  });

  test('has its tables cell by cell', () => {
    const rows = parts.flatMap((part) => (part.kind === 'table' ? part.rows.map((row) => row.map(normal)) : []));
    expect(rowsOf(paper.lines)).toEqual(rows);
  });

  test('tells of each character where it is printed', () => expectPlaces(paper));

  test('loses its heads, feet and page numbers, each logged', () => {
    const numbered = paper.removed.filter(({ text }) => /\d/.test(text));
    expect(new Set(numbered.map(({ page }) => page)).size).toBe(paper.pages);
    expect(new Set(paper.removed.map(({ kind }) => kind))).not.toContain('echo');
  });
});

test('a table that goes on over the page is one table', async () => {
  for (const way of ways) {
    const { lines } = await readPaper(join(made, 'valley-clinic', `${way}.pdf`));
    const rows = lines.filter(({ cells }) => cells?.length === 3 && /^(一般|严重|重大)$/.test(cells[2]?.text ?? ''));
    expect(new Set(rows.map(({ table }) => table)).size).toBe(1);
    expect(rows).toHaveLength(7);
  }
});

test('progress is told page by page', async () => {
  const told: string[] = [];
  await readPaper(join(made, 'north-library', 'plain.pdf'), { onPage: (page, of) => told.push(`${page}/${of}`) });
  expect(told[0]).toMatch(/^1\/\d+$/);
  expect(told).toHaveLength(Number(told[0]?.slice(2)));
});
