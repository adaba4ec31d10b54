import type { Browser } from 'playwright-core';
import { firstLine, problem, Stop, stop } from '../../problem.ts';
import { findBrowser } from './find-browser.ts';
import { mend } from './mend.ts';
import { hanOf } from './to-unicode.ts';

/** A page to print: a whole HTML file, and the instant that its PDF bears as its date (Beijing time). */
export interface Printable {
  html: string;
  asOf: string;
}

export interface PrintOptions {
  /** The browser's program, where it is not the first found in the usual places. */
  browser?: string | undefined;
  /** Milliseconds for the start and for each page. */
  limit?: number;
  /** Told of each page before it is printed. */
  progress?: ((path: string) => void) | undefined;
}

/** The first Chromium that prints what @page says of the margins: page numbers and the foot. */
const oldest = 131;

/**
 * Prints pages to tagged A4 PDFs in one hidden Chromium, each under its own path. The browser has no network, runs no script
 * and keeps no profile; it is closed in any case. Same pages, same browser and fonts: same bytes.
 * Throws Stop where there is no browser (`browser-missing`), it does not do its work (`browser-failed`), or the machine has
 * no Chinese font (`fonts-missing`).
 */
export async function printPages(
  pages: ReadonlyMap<string, Printable>,
  { browser: named, limit = 60_000, progress }: PrintOptions = {},
): Promise<Map<string, Uint8Array>> {
  const program = findBrowser(named);
  const printed = new Map<string, Uint8Array>();
  const browser = await open(program, limit);
  try {
    const version = browser.version();
    if (Number.parseInt(version, 10) < oldest) stop('browser-failed', { program, fault: 'old', detail: version });
    for (const [path, page] of pages) {
      progress?.(path);
      printed.set(path, await within(limit, program, printOne(browser, page, program)));
    }
  } catch (error) {
    if (error instanceof Stop) throw error;
    stop('browser-failed', { program, fault: 'page', detail: reason(error) });
  } finally {
    await browser.close();
  }
  return printed;
}

async function open(program: string, limit: number): Promise<Browser> {
  const { chromium, errors } = await import('playwright-core');
  try {
    return await chromium.launch({
      executablePath: program,
      timeout: limit,
      // Chromium refuses its sandbox to root.
      chromiumSandbox: process.getuid?.() !== 0,
      args: ['--disable-gpu', '--host-resolver-rules=MAP * ~NOTFOUND'],
    });
  } catch (error) {
    const fault = error instanceof errors.TimeoutError ? 'time' : 'start';
    return stop('browser-failed', { program, fault, detail: reason(error) });
  }
}

async function printOne(browser: Browser, { html, asOf }: Printable, program: string): Promise<Uint8Array> {
  const context = await browser.newContext({ javaScriptEnabled: false, offline: true, colorScheme: 'light' });
  try {
    await context.route('**', (route) => route.abort());
    const page = await context.newPage();
    await page.setContent(html);
    await page.emulateMedia({ media: 'print' });
    // biome-ignore lint/performance/useDomNodeTextContent: what is printed counts, not what the file holds.
    const shown = hanOf(await page.locator('body').innerText());
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
    const mended = mend(pdf, html, asOf);
    if (!mended) stop('browser-failed', { program, fault: 'form', detail: browser.version() });
    const undrawn = [...shown].filter((one) => !mended.drawn.has(one));
    // A rare character may be in no font; where most are, there is no Chinese font.
    if (undrawn.length > shown.size / 2) stop('fonts-missing', { characters: undrawn.slice(0, 8).join('') });
    return mended.pdf;
  } finally {
    await context.close();
  }
}

/** The work, or Stop where it takes longer; the browser is then closed by who opened it. */
async function within<T>(limit: number, program: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Stop([problem('browser-failed', { program, fault: 'time', detail: `${limit / 1000} s` })]));
    }, limit);
  });
  // What fails after the limit is told by nobody.
  work.catch(() => {});
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** What the browser itself says, else the first line of what playwright does. */
const reason = (error: unknown): string => {
  const text = error instanceof Error ? firstLine(error) : String(error);
  const own = error instanceof Error ? /\[err\] (.+)/.exec(error.message)?.[1] : undefined;
  return (own ?? text.replace(/^\w+\.\w+: /, '')).trim();
};
