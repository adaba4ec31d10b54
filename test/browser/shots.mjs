// `npm run shots`: makes the reports of all contracts over made-up records, in both languages, and small pictures of what a
// reader sees first into docs/reports/. The paths of the pictures go to stdout.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../dist/report/pdf/find-browser.js';

const out = process.argv[2] ?? 'docs/reports';
const most = 60_000;
/** The contract whose pages are shown; of the others the compliance page's top. */
const shown = 'pbc-dci-2024';
const desktop = { width: 1080, height: 860 };
const mobile = { width: 390, height: 844 };
/** As high as a picture of a whole part may be. */
const tallest = 1400;

const work = mkdtempSync(join(tmpdir(), 'lvyue-shots-'));
const browser = await chromium.launch({
  executablePath: findBrowser(),
  chromiumSandbox: process.getuid?.() !== 0,
});
try {
  mkdirSync(out, { recursive: true });
  for (const lang of ['zh', 'en']) await shoot(lang, demo(lang));
} finally {
  await browser.close();
  rmSync(work, { recursive: true, force: true });
}

function demo(lang) {
  const folder = join(work, lang);
  const { status } = spawnSync(process.execPath, ['dist/cli.js', 'demo', '--out', folder, '--lang', lang], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`lvyue demo ended with ${status}`);
  return folder;
}

async function shoot(lang, folder) {
  const open = async (path, viewport) => {
    const page = await browser.newPage({ viewport });
    await page.goto(pathToFileURL(resolve(folder, path)).href);
    return page;
  };
  const contracts = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'data')
    .map(({ name }) => name);
  for (const id of contracts) await save(`compliance-${id}.${lang}`, await open(`${id}/compliance.html`, desktop));
  await save(`portfolio.${lang}`, await open('index.html', { ...desktop, height: 1000 }));
  await save(`billing.${lang}`, await open(`${shown}/billing.html`, desktop));
  await save(
    `finding.${lang}`,
    await open(`${shown}/compliance.html`, desktop),
    '.finding:has(.v-breached):has(table)',
  );
  await save(`compliance-mobile.${lang}`, await open(`${shown}/compliance.html`, mobile));
}

/** The picture of a page's window, or of its first element of a kind, in the best quality that stays small. */
async function save(name, page, selector) {
  const size = page.viewportSize();
  const box = (selector && (await page.locator(selector).first().boundingBox())) ?? {
    x: 24,
    y: 0,
    ...size,
    width: size.width - 48,
  };
  const clip = { x: box.x - 24, y: box.y, width: box.width + 48, height: Math.min(box.height, tallest), scale: 1 };
  const session = await page.context().newCDPSession(page);
  for (const quality of [90, 80, 70, 60, 50, 40]) {
    const asked = { format: 'webp', quality, clip, captureBeyondViewport: true };
    const picture = Buffer.from((await session.send('Page.captureScreenshot', asked)).data, 'base64');
    if (picture.length > most && quality > 40) continue;
    const file = join(out, `${name}.webp`);
    writeFileSync(file, picture);
    console.log(`${file} ${Math.ceil(picture.length / 1000)} kB, quality ${quality}`);
    break;
  }
  await page.close();
}
