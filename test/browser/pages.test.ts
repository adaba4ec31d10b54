import { rmSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noBrowser, program } from './browser.ts';
import { onPaper } from './paper.ts';
import { onScreen } from './screen.ts';
import { makeSite, type Site } from './site.ts';
import { type Faults, openAll } from './visit.ts';

describe.skipIf(noBrowser)('the pages', () => {
  const site: Site = { folder: '', pages: [] };
  let browser: Browser;
  let look: Faults;
  const faults: Faults = (find, only) => look(find, only);
  beforeAll(async () => {
    Object.assign(site, await makeSite());
    browser = await chromium.launch({ executablePath: program, chromiumSandbox: process.getuid?.() !== 0 });
    look = await openAll(browser, site);
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(site.folder, { recursive: true, force: true });
  });

  it('are all there, in both languages', () => {
    expect(site.pages).toHaveLength(8);
  });
  describe('in a window', () => onScreen(faults));
  describe('on paper', () => onPaper(site, faults));
});
