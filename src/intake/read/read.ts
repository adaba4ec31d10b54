import type { Paper } from '../paper.ts';
import { paperOf } from './clean.ts';
import { bytesOf } from './file.ts';
import type { RawPage } from './page.ts';
import { openPdf } from './pdf.ts';

export interface ReadOptions {
  /** Read pages without text from their picture. */
  ocr?: boolean;
  onPage?: (page: number, of: number) => void;
}

/** Reads a contract from a PDF. */
export async function readPaper(file: string, { onPage }: ReadOptions = {}): Promise<Paper> {
  const pdf = await openPdf(bytesOf(file));
  try {
    const pages: RawPage[] = [];
    for (let page = 1; page <= pdf.pages; page++) {
      onPage?.(page, pdf.pages);
      pages.push(await pdf.read(page));
    }
    return paperOf(pages);
  } finally {
    await pdf.close();
  }
}
