import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import type { Site } from './site.ts';

export interface Visit {
  path: string;
  /** What the page said to the console or asked for since it was opened. */
  heard: readonly string[];
}

/** Looks at each page and gathers what is wrong with it: pages without fault are not in the result. */
export type Faults = (
  find: (page: Page, visit: Visit) => Promise<string[]>,
  only?: RegExp,
) => Promise<Record<string, string[]>>;

const usual = { width: 1280, height: 900 };

/** Opens every page of a site once. */
export async function openAll(browser: Browser, { folder, pages }: Site): Promise<Faults> {
  const context = await browser.newContext({ viewport: usual });
  const visits: { page: Page; visit: Visit }[] = [];
  for (const path of pages) {
    const url = pathToFileURL(join(folder, path)).href;
    const page = await context.newPage();
    const heard: string[] = [];
    page.on('console', (message) => heard.push(message.text()));
    page.on('pageerror', (error) => heard.push(error.message));
    page.on('dialog', (dialog) => heard.push(dialog.message()));
    page.on('request', (request) => {
      if (request.url() !== url && !request.url().startsWith('data:')) heard.push(request.url());
    });
    await page.goto(url);
    visits.push({ page, visit: { path, heard } });
  }
  return async (find, only = /./) => {
    const found: Record<string, string[]> = {};
    for (const { page, visit } of visits.filter(({ visit: { path } }) => only.test(path))) {
      await page.bringToFront();
      const wrong = await find(page, visit);
      if (wrong.length > 0) found[visit.path] = wrong;
      await page.emulateMedia({ media: null, colorScheme: null });
      await page.setViewportSize(usual);
    }
    return found;
  };
}
