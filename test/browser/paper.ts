import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { printPages } from '../../src/report/pdf/print.ts';
import { program } from './browser.ts';
import { dropUnseen, type ShownTable, shownTables, shownTexts } from './in-page.ts';
import { type Document, type Piece, readPdf, squeezed } from './sheets.ts';
import { hostile, type Site } from './site.ts';
import type { Faults } from './visit.ts';

interface Printed {
  path: string;
  bytes: Uint8Array;
  document: Document;
  /** What the page shows on paper. */
  texts: string[];
  tables: ShownTable[];
}

/** All pages as PDFs, read back, with what they show in the browser when it prints. */
async function printAll(site: Site, faults: Faults): Promise<Printed[]> {
  const pages = site.pages.map(
    (path) => [path, { html: readFileSync(join(site.folder, path), 'utf8'), asOf }] as const,
  );
  const printed = await printPages(new Map(pages), { browser: program });
  const all: Printed[] = [];
  await faults(async (page, { path }) => {
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(dropUnseen);
    const bytes = printed.get(path) ?? new Uint8Array();
    const [texts, tables] = [await page.evaluate(shownTexts), await page.evaluate(shownTables)];
    all.push({ path, bytes, document: await readPdf(bytes), texts, tables });
    return [];
  });
  return all;
}

const asOf = '2024-12-31 00:00:00';
const millimetres = 72 / 25.4;

/** A word that is longer than a sheet cannot but be cut. */
const endless = /(?:x|长){30,}/;

/** A text without spaces, and without pictures: not every machine has a font for those. */
const copied = (text: string): string => squeezed(text).replace(/\p{Extended_Pictographic}|\p{C}|\ufe0f/gu, '');

/** What holds of every page as a PDF. */
export function onPaper(site: Site, faults: Faults): void {
  let all: Printed[] = [];
  beforeAll(async () => {
    all = await printAll(site, faults);
  });

  /** What is wrong with each PDF; those without fault are not in the result. */
  const wrongIn = (find: (printed: Printed) => string[]): Record<string, string[]> =>
    Object.fromEntries(all.map((one) => [one.path, find(one).slice(0, 5)]).filter(([, wrong]) => wrong?.length));

  it('are A4 with nothing beyond the margins', () => {
    const found = wrongIn(({ document }) =>
      document.sheets.flatMap(({ width, height, body, margin }, i) => {
        const [side, top, foot] = [18, 18, 22].map((mm) => mm * millimetres - 1) as [number, number, number];
        const out = body.filter(
          // The empty half of an opening mark may hang over.
          ({ text, left, right, bottom }) =>
            left < side - (/^[《（“【]/.test(text) ? 6 : 0) ||
            right > width - side ||
            bottom < top ||
            bottom > height - foot,
        );
        const wide = margin.filter(({ left, right }) => left < side || right > width - side);
        const size = Math.round(width) === 595 && Math.round(height) === 842 ? [] : [`${width} × ${height}`];
        return [...size, ...[...out, ...wide].map((piece) => `sheet ${i + 1}: ${piece.text.slice(0, 40)}`)];
      }),
    );
    expect(found).toEqual({});
  });

  it('say at the foot of each sheet which of how many it is, and of which page', () => {
    const found = wrongIn(({ document, path }) =>
      document.sheets.flatMap(({ margin }, i) => {
        const foot = squeezed(margin.map(({ text }) => text).join(''));
        const number = `${i + 1}/${document.sheets.length}`;
        const receipt = path.includes('index') || /(回执编号|Receipt)[0-9a-f]{16}/.test(foot);
        return foot.includes(number) && receipt ? [] : [foot];
      }),
    );
    expect(found).toEqual({});
  });

  it('cut no row of a table, and repeat its heads on every sheet', () => {
    const found = wrongIn(({ document, tables }) => {
      const heads = new Set(tables.map((table) => squeezed(table.heads)).filter((text) => text !== ''));
      const rows = new Set(tables.flatMap((table) => [...table.rows, table.heads].map(copied)));
      // Text that turns the direction is copied out in the order of its drawing.
      const turned = tables.flatMap((table) => table.rows).filter((row) => row.includes(hostile.reversed.charAt(0)));
      const whole = (text: string) => rows.has(text) || turned.some((row) => copied(row).endsWith(text.slice(-30)));
      return document.sheets.flatMap(({ tables: shown }, i) =>
        shown.flatMap((table) => {
          // A row that is longer than a sheet cannot but be cut.
          const cut = table.filter(({ text }) => !whole(copied(text)) && !endless.test(text));
          const headless = table.some((row) => heads.has(row.text)) || !table.some((row) => headed(row.text, tables));
          return [
            ...cut.map(({ text }) => `sheet ${i + 1}: ${text}`),
            ...(headless ? [] : [`sheet ${i + 1}: no heads`]),
          ];
        }),
      );
    });
    expect(found).toEqual({});
  });

  it('end with no heading', () => {
    const found = wrongIn(({ document, path }) =>
      document.sheets.flatMap(({ body }, i) => {
        // What follows a heading there is longer than a sheet.
        if (path.includes('hostile')) return [];
        const last = body.reduce<Piece | undefined>(
          (low, one) => (low && low.bottom >= one.bottom ? low : one),
          undefined,
        );
        const heads = last?.roles.some((role) => /^H\d$/.test(role)) || /Table.*Caption/.test(last?.roles.join() ?? '');
        return last && heads ? [`sheet ${i + 1}: ${last.text}`] : [];
      }),
    );
    expect(found).toEqual({});
  });

  it('hold every text that the page shows, as one would search for it', () => {
    const found = wrongIn(({ document, texts }) => {
      const whole = document.sheets.map(({ body }) => copied(body.map(({ text }) => text).join(''))).join('');
      const plain = texts.filter((text) => !text.includes(hostile.reversed.charAt(0)));
      // A text that is longer than a sheet goes on below the foot of one and the heads of the next.
      const parts = plain.map(copied).flatMap((text) => (endless.test(text) ? text.split(endless) : [text]));
      return parts.filter((text) => !whole.includes(text));
    });
    expect(found).toEqual({});
  });

  it('have a title, a language, bookmarks, and the dates of what they tell', () => {
    const found = wrongIn(({ document: { info, outline }, path }) => {
      const language = path.startsWith('zh') ? 'zh-CN' : 'en';
      const date = "D:20241231000000+08'00'";
      const right = info.Language === language && info.CreationDate === date && info.ModDate === date && info.Title;
      return right && outline.length > 3 ? [] : [JSON.stringify(info), `${outline.length} bookmarks`];
    });
    expect(found).toEqual({});
  });

  it('are the same bytes each time', async () => {
    const some = all.filter(({ path }) => path.startsWith('en'));
    const again = await printPages(
      new Map(some.map(({ path }) => [path, { html: readFileSync(join(site.folder, path), 'utf8'), asOf }])),
      { browser: program },
    );
    const differ = some.filter(({ path, bytes }) => Buffer.compare(bytes, again.get(path) ?? new Uint8Array()) !== 0);
    expect(differ.map(({ path }) => path)).toEqual([]);
  });
}

/** Whether a row is one of a table with heads. */
const headed = (text: string, tables: readonly ShownTable[]): boolean =>
  tables.some(({ heads, rows }) => heads !== '' && rows.some((row) => squeezed(row) === text));
