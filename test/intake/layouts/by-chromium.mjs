import { chromium } from 'playwright-core';
import { findBrowser } from '../../../dist/report/pdf/find-browser.js';
import { escaped, titleOf } from './parts.mjs';

const style = `
  body { font: 11pt/1.7 'Droid Sans Fallback'; margin: 0 }
  h1 { font-size: 13pt; margin: 12pt 0 }
  p { margin: 6pt 0 }
  table { border-collapse: collapse; width: 100%; margin: 8pt 0 }
  td { border: 1px solid #000; padding: 3pt 5pt; vertical-align: top }
  .break { break-after: page }`;

const html = {
  heading: ({ text }) => `<h1>${escaped(text)}</h1>`,
  paragraph: ({ text }) => `<p>${escaped(text)}</p>`,
  break: () => '<div class="break"></div>',
  table: ({ rows }) =>
    `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('')}</table>`,
};

const margin = (text) => `<div style="font: 8pt 'Droid Sans Fallback'; width: 100%; text-align: center">${text}</div>`;

const documentOf = (parts, more = '') =>
  `<!doctype html><html lang="zh-CN"><style>${style}</style><body>${parts.map((part) => html[part.kind](part)).join('\n')}${more}</body></html>`;

async function inBrowser(work) {
  const browser = await chromium.launch({ executablePath: findBrowser(), chromiumSandbox: process.getuid?.() !== 0 });
  try {
    return await work(await browser.newPage());
  } finally {
    await browser.close();
  }
}

/** As Chromium prints a page: 第 3 页 共 15 页 at the foot, the title in the head. */
export const byChromium = (parts) =>
  inBrowser(async (page) => {
    await page.setContent(documentOf(parts));
    return await page.pdf({
      format: 'A4',
      margin: { top: '22mm', bottom: '22mm', left: '22mm', right: '22mm' },
      displayHeaderFooter: true,
      headerTemplate: margin(escaped(titleOf(parts))),
      footerTemplate: margin('第 <span class="pageNumber"></span> 页 共 <span class="totalPages"></span> 页'),
    });
  });

const seal = `<div style="position: fixed; left: 250px; top: 150px; width: 150px; height: 150px; border: 6px solid #e00;
  border-radius: 50%; color: #e00; text-align: center; font-size: 70px; mix-blend-mode: multiply">★</div>`;

/** A photograph of a page (JPEG) as a scanner makes it, with a red seal over the text. */
export const scanned = (parts) =>
  inBrowser(async (page) => {
    const [width, height] = [595, 842];
    const context = await page.context().browser().newContext({ viewport: { width, height }, deviceScaleFactor: 2 });
    const sheet = await context.newPage();
    await sheet.setContent(documentOf(parts, seal));
    await sheet.addStyleTag({ content: 'body { margin: 50px }' });
    const jpeg = await sheet.screenshot({ type: 'jpeg', quality: 45 });
    return { jpeg, width: width * 2, height: height * 2 };
  });
