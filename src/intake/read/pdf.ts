import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { PDFDocumentProxy, PDFPageProxy, TextItem } from 'pdfjs-dist/types/src/display/api.js';
import type { RawPage } from './page.ts';
import { type Matrix, piecesOf } from './pieces.ts';
import { arranged } from './rows.ts';
import { rulesOf } from './rules.ts';

/** A PDF that is open. */
export interface Pdf {
  pages: number;
  /** Reads a page, from 1. */
  read(page: number): Promise<RawPage>;
  /** A grey picture of a page (PNG), so many times larger than its size in points. */
  picture(page: number, scale: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

interface Opened {
  load(): Promise<PDFDocumentProxy>;
}

/** Opens a PDF. Throws what pdf-parse throws: PasswordException, InvalidPDFException … */
export async function openPdf(data: Uint8Array): Promise<Pdf> {
  const [{ PDFParse, VerbosityLevel }, { OPS }] = await quietly(() =>
    Promise.all([import('pdf-parse'), import('pdfjs-dist/legacy/build/pdf.mjs')]),
  );
  // Without its character maps pdfjs reads fonts that are not in the file as nothing, and says nothing of it.
  const from = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const folder = (name: string): string => join(from, name) + sep;
  const parser = new PDFParse({
    data,
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    verbosity: VerbosityLevel.ERRORS,
  });
  // pdf-parse keeps the document to itself, but places and rules are to be read in the same pass as the text.
  const document = await (parser as unknown as Opened).load();
  return {
    pages: document.numPages,
    async read(number) {
      const page = await document.getPage(number);
      const items = overheard(page);
      const { pages } = await parser.getText({ partial: [number], pageJoiner: '\f', cellSeparator: '\t' });
      const text = (pages[0]?.text ?? '').replaceAll('\f', ' ');
      const toPage = page.getViewport({ scale: 1 }).transform as unknown as Matrix;
      const pieces = piecesOf(items, text, toPage);
      if (pieces.length === 0) return { text, lines: [] };
      const rules = rulesOf(await page.getOperatorList(), OPS, toPage);
      page.cleanup();
      return { text, lines: arranged(pieces, rules) };
    },
    picture: async (number, scale) => redOf(document, await document.getPage(number), scale),
    close: () => parser.destroy(),
  };
}

/** The items that pdf-parse will ask the page for, with their places, which it does not hand on. */
function overheard(page: PDFPageProxy): TextItem[] {
  const items: TextItem[] = [];
  const ask = page.getTextContent.bind(page);
  page.getTextContent = async (options) => {
    const content = await ask(options);
    for (const item of content.items) if ('str' in item) items.push(item);
    return content;
  };
  return items;
}

/** pdfjs waits without end for a picture that it cannot decode: longer than this (milliseconds) none takes. */
const longest = 60_000;

interface Pixels {
  data: Uint8ClampedArray;
}

interface Canvas {
  canvas: { toBuffer(type: 'image/png'): Uint8Array; width: number; height: number };
  context: { getImageData(...box: number[]): Pixels; putImageData(pixels: Pixels, x: number, y: number): void };
}

/** What a page's red light shows, in grey: a red seal is white there, and the letters below it can be read. */
async function redOf(document: PDFDocumentProxy, page: PDFPageProxy, scale: number): Promise<Uint8Array> {
  const viewport = page.getViewport({ scale });
  const factory = document.canvasFactory as { create(width: number, height: number): Canvas };
  const { canvas, context } = factory.create(Math.ceil(viewport.width), Math.ceil(viewport.height));
  const task = page.render({ canvas: null, canvasContext: context as never, viewport });
  const timer = setTimeout(() => task.cancel(), longest);
  await task.promise.finally(() => clearTimeout(timer));
  const picture = context.getImageData(0, 0, canvas.width, canvas.height);
  const { data } = picture;
  for (let i = 0; i < data.length; i += 4) data.fill(data[i] ?? 0, i + 1, i + 3);
  context.putImageData(picture, 0, 0);
  page.cleanup();
  return canvas.toBuffer('image/png');
}

/** pdfjs warns on loading of what only drawing needs. */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { warn } = console;
  console.warn = () => undefined;
  try {
    return await work();
  } finally {
    console.warn = warn;
  }
}
