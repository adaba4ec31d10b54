import { sha256Of } from '../../hash.ts';
import { problem, Stop, stop } from '../../problem.ts';
import type { Paper } from '../paper.ts';
import { paperOf } from './clean.ts';
import { bytesOf } from './file.ts';
import { openReader, said } from './ocr.ts';
import type { RawPage } from './page.ts';
import { openPdf, type Pdf } from './pdf.ts';

interface ReadOptions {
  /** Read pages without text from their picture. */
  ocr?: boolean;
  /** Called before a page is read; once more for one that is read from its picture. */
  onPage?: (page: number, of: number) => void;
}

export interface ReadPaper extends Paper {
  /** Of the file that was read. */
  sha256: string;
}

/** A service contract has fifty pages; so many take half a minute and 1 GB. */
const mostPages = 500;
/** Pictures are read at 300 dots an inch; a page has 72 points. */
const scale = 300 / 72;

/**
 * Reads a contract from a PDF; its lines are in the normal form of `cleaned`. Pages without text or that cannot be read are
 * told in `problems`. Throws Stop where the file is no PDF that can be opened, is too large (200 MB, 500 pages), has no text at
 * all, or pictures are to be read and nothing is installed that reads them.
 */
export async function readPaper(file: string, { ocr = false, onPage }: ReadOptions = {}): Promise<ReadPaper> {
  const bytes = bytesOf(file);
  const sha256 = sha256Of(bytes);
  const pdf = await opened(bytes, file);
  try {
    if (pdf.pages > mostPages) stop('pdf-size', { of: 'pages', found: pdf.pages, most: mostPages }, { file });
    const { pages, damaged } = await readPages(pdf, onPage);
    if (damaged.length === pdf.pages)
      stop('pdf-form', { fault: 'damaged', detail: damaged[0]?.detail ?? '' }, { file });
    const paper = paperOf(pages);
    const wanting = blank(paper).filter((page) => !damaged.some((one) => one.page === page));
    if (wanting.length + damaged.length === pdf.pages && !ocr) stop('pdf-no-text', { pages: pdf.pages, ocr }, { file });
    const seen = ocr && wanting.length > 0 ? await readPictures(pdf, wanting, file, onPage) : [];
    const whole =
      seen.length > 0 ? paperOf(pages.map((page, i) => seen.find((one) => one.page === i + 1) ?? page)) : paper;
    if (whole.lines.length === 0) unreadable(damaged, pdf.pages, file, ocr);
    const read = seen.map(({ page }) => page);
    const left = wanting.filter((page) => !read.includes(page));
    const problems = [
      ...damaged.map((data) => problem('pdf-page-damaged', data, { file }, 'warning')),
      ...(left.length > 0
        ? [problem('pdf-blank-pages', { pages: left, of: pdf.pages, ocr }, { file }, 'warning')]
        : []),
      ...(read.length > 0 ? [problem('pdf-ocr-pages', { pages: read, of: pdf.pages }, { file }, 'warning')] : []),
    ];
    return { ...whole, problems, sha256 };
  } finally {
    await pdf.close();
  }
}

async function opened(bytes: Uint8Array, file: string): Promise<Pdf> {
  try {
    return await openPdf(bytes);
  } catch (error) {
    if (error instanceof Stop || !(error instanceof Error)) throw error;
    const fault = error.name === 'PasswordException' ? 'locked' : 'damaged';
    return stop('pdf-form', { fault, detail: said(error) }, { file });
  }
}

interface Damage {
  page: number;
  detail: string;
}

function unreadable([damage]: readonly Damage[], pages: number, file: string, ocr = false): never {
  if (damage) stop('pdf-form', { fault: 'damaged', detail: damage.detail }, { file });
  return stop('pdf-no-text', { pages, ocr }, { file });
}

async function readPages(pdf: Pdf, onPage: ReadOptions['onPage']): Promise<{ pages: RawPage[]; damaged: Damage[] }> {
  const pages: RawPage[] = [];
  const damaged: Damage[] = [];
  for (let page = 1; page <= pdf.pages; page++) {
    onPage?.(page, pdf.pages);
    try {
      pages.push(await pdf.read(page));
    } catch (error) {
      pages.push({ text: '' });
      damaged.push({ page, detail: said(error) });
    }
  }
  return { pages, damaged };
}

/** The pages that have no text, or none but their number and running head and foot. */
function blank({ pages, lines, removed }: Paper): number[] {
  const full = new Set(lines.map(({ page }) => page));
  for (const { page, kind } of removed) if (!['header', 'footer', 'page-number'].includes(kind)) full.add(page);
  return Array.from({ length: pages }, (_, i) => i + 1).filter((page) => !full.has(page));
}

async function readPictures(pdf: Pdf, wanting: readonly number[], file: string, onPage: ReadOptions['onPage']) {
  const reader = await openReader(file);
  const seen: (RawPage & { page: number })[] = [];
  let page = 0;
  try {
    for (page of wanting) {
      onPage?.(page, pdf.pages);
      const text = await reader.text(await pdf.picture(page, scale));
      if (text.trim() !== '') seen.push({ page, text: text.replaceAll('\f', ' '), ocr: true });
    }
    return seen;
  } catch (error) {
    return stop('ocr-failed', { page, detail: said(error) }, { file });
  } finally {
    await reader.close();
  }
}
