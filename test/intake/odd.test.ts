import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPdf } from '../../src/intake/read/pdf.ts';
import { readPaper } from '../../src/intake/read/read.ts';
import { say } from '../../src/locale/index.ts';
import { type Problem, Stop } from '../../src/problem.ts';
import { type Mark, pdfOf } from './layouts/pdf.mjs';

const whole = 'test/intake/made/north-library/office.pdf';
const scan = 'test/intake/odd/scan.pdf';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lvyue-read-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const text = (words: string, y = 700): Mark => ({ text: words, x: 60, y, size: 11 });

/** The one problem with which a file is refused. */
async function refused(path: string, ocr = false): Promise<Problem> {
  const error = await readPaper(path, { ocr }).catch((thrown: unknown) => thrown);
  if (!(error instanceof Stop)) throw error;
  expect(error.problems).toHaveLength(1);
  const [problem] = error.problems as [Problem];
  expect(problem).toMatchObject({ severity: 'error', file: path });
  for (const lang of ['zh', 'en'] as const) {
    const { message, help } = say(problem, lang);
    expect(`${message}${help}`).not.toMatch(/undefined|\[object/);
  }
  return problem;
}

describe('one clear error says why a file is not read', () => {
  test('a text file that is called .pdf', async () => {
    const problem = await refused(file('text.pdf', '合同编号：一\n'));
    expect(problem).toMatchObject({ code: 'pdf-form', data: { fault: 'other' } });
    expect(say(problem, 'zh').message).toBe('这不是 PDF 文件：文件开头不对。');
  });

  test('an empty file', async () => {
    expect(await refused(file('empty.pdf', ''))).toMatchObject({ code: 'pdf-form', data: { fault: 'empty' } });
  });

  test('a folder', async () => {
    mkdirSync(join(folder, 'folder.pdf'));
    expect(await refused(join(folder, 'folder.pdf'))).toMatchObject({ data: { fault: 'folder' } });
  });

  test('a device or a pipe, which may have no end', async () => {
    expect(await refused('/dev/zero')).toMatchObject({ code: 'pdf-form', data: { fault: 'device' } });
  });

  test('no file at all', async () => {
    expect(await refused(join(folder, 'none.pdf'))).toMatchObject({ code: 'file-unreadable' });
  });

  test('a PDF that is cut short, wherever', async () => {
    const bytes = readFileSync(whole);
    for (const share of [0.02, 0.3, 0.9, 0.995]) {
      const path = file(`cut-${share}.pdf`, bytes.subarray(0, Math.floor(bytes.length * share)));
      expect(await refused(path), `${share}`).toMatchObject({ code: 'pdf-form', data: { fault: 'damaged' } });
    }
  });

  test('a PDF that is locked with a password', async () => {
    const problem = await refused('test/intake/odd/locked.pdf');
    expect(problem).toMatchObject({ code: 'pdf-form', data: { fault: 'locked' } });
    expect(say(problem, 'en').help).toContain('without one');
  });

  test('a file of 500 MB, before it is read', async () => {
    const path = file('huge.pdf', '%PDF-1.7\n');
    truncateSync(path, 500_000_000);
    const before = process.memoryUsage().rss;
    expect(await refused(path)).toMatchObject({ code: 'pdf-size', data: { of: 'megabytes', found: 500, most: 200 } });
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });

  test('2000 pages', async () => {
    const path = file('long.pdf', pdfOf(Array.from({ length: 2000 }, (_, i) => [text(`第${i}条`)])));
    expect(await refused(path)).toMatchObject({ code: 'pdf-size', data: { of: 'pages', found: 2000, most: 500 } });
  });

  test('pages with rules and no text', async () => {
    const problem = await refused(file('rules.pdf', pdfOf([[{ box: [60, 60, 300, 300] }], []])));
    expect(problem).toMatchObject({ code: 'pdf-no-text', data: { pages: 2 } });
    expect(say(problem, 'zh').help).toContain('--ocr');
  });
});

test('a page without text is named, and the others are read', async () => {
  const { lines, problems } = await readPaper(scan);
  expect(lines.map(({ page }) => page)).toEqual([1]);
  expect(problems).toMatchObject([
    { code: 'pdf-blank-pages', severity: 'warning', data: { pages: [2], of: 2, ocr: false } },
  ]);
});

test('a page that has nothing but its number counts as one without text', async () => {
  const pages = [
    [text('第一条 服务内容'), text('- 1 -', 40)],
    [text('- 2 -', 40)],
    [text('第二条 费用'), text('- 3 -', 40)],
  ];
  const { problems } = await readPaper(file('numbered.pdf', pdfOf(pages)));
  expect(problems).toMatchObject([{ code: 'pdf-blank-pages', data: { pages: [2] } }]);
});

test('a page whose drawing is damaged is named, and the others are read', async () => {
  const pdf = pdfOf([[text('第一条 服务内容')], [text('第二条 费用')]]).toString('latin1');
  const second = pdf.lastIndexOf('/Type /Page ');
  const broken = `${pdf.slice(0, second)}/Type /Pagx ${pdf.slice(second + '/Type /Page '.length)}`;
  const { lines, problems } = await readPaper(file('broken.pdf', Buffer.from(broken, 'latin1')));
  expect(lines.map(({ text: line }) => line)).toContain('第一条服务内容');
  expect(problems.every(({ severity }) => severity === 'warning')).toBe(true);
});

test('the picture for reading shows no red: a seal is white in it', async () => {
  const pdf = await openPdf(new Uint8Array(readFileSync(scan)));
  const picture = Buffer.from(await pdf.picture(2, 1));
  await pdf.close();
  expect(picture.subarray(1, 4).toString()).toBe('PNG');
});

const hasReader = ((): boolean => {
  try {
    createRequire(import.meta.url).resolve('@tesseract.js-data/chi_sim/package.json');
    return existsSync('node_modules/tesseract.js');
  } catch {
    console.warn('skipped: tesseract.js and its data are not installed (npm install --no-save …)');
    return false;
  }
})();

test.skipIf(hasReader)('where nothing is installed that reads pictures, the error says what to install', async () => {
  const problem = await refused(scan, true);
  expect(problem.code).toBe('ocr-missing');
  expect(say(problem, 'zh').help).toContain('npm install --no-save tesseract.js@7 @tesseract.js-data/chi_sim@1');
});

test.skipIf(!hasReader)('a scanned page under a red seal is read, and its lines say that they are', async () => {
  const { lines, problems } = await readPaper(scan, { ocr: true });
  const read = lines.filter(({ ocr }) => ocr);
  const found = read.map(({ text: line }) => line).join('');
  expect(read.every(({ page }) => page === 2)).toBe(true);
  for (const words of ['0.045元', '680元', '9900041700000008', '费用与结算']) expect(found).toContain(words);
  expect(problems).toMatchObject([{ code: 'pdf-ocr-pages', data: { pages: [2], of: 2 } }]);
});
