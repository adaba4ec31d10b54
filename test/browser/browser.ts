import { Stop } from '../../src/problem.ts';
import { findBrowser } from '../../src/report/pdf/find-browser.ts';

function found(): string | undefined {
  try {
    return findBrowser();
  } catch (error) {
    if (!(error instanceof Stop) || process.env.CI) throw error;
    console.warn('No Chromium, Chrome or Edge is installed: the checks of the pages in a browser are skipped.');
    return undefined;
  }
}

/** The browser to test in. Without one the tests are skipped on a desk, and fail in CI. */
export const program = found() ?? '';
export const noBrowser = program === '';
