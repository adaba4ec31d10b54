import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import type { Site } from './site.ts';

/** Opens each page and gathers what is wrong with it: pages without fault are not in the result. */
export type Faults = (
  find: (page: Page, url: string, path: string) => Promise<string[]>,
  only?: RegExp,
) => Promise<Record<string, string[]>>;

export const faultsOf =
  (browser: () => Browser, site: Site): Faults =>
  async (find, only = /./) => {
    const context = await browser().newContext({ viewport: { width: 1280, height: 900 } });
    const found: Record<string, string[]> = {};
    try {
      for (const path of site.pages.filter((one) => only.test(one))) {
        const page = await context.newPage();
        const wrong = await find(page, pathToFileURL(join(site.folder, path)).href, path);
        if (wrong.length > 0) found[path] = wrong;
        await page.close();
      }
    } finally {
      await context.close();
    }
    return found;
  };
