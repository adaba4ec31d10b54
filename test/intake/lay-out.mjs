// `npm run papers [name …]`: lays the made contracts (test/intake/made/<name>/contract.md) out as PDFs in three ways, each with
// running heads, feet and page numbers of another style. Needs Chromium and LibreOffice; the tests need neither, for the PDFs
// are committed. Without a name also what a reader must cope with, into test/intake/odd.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { byChromium, scanned } from './layouts/by-chromium.mjs';
import { byHand } from './layouts/by-hand.mjs';
import { byOffice } from './layouts/by-office.mjs';
import { partsOf } from './layouts/parts.mjs';
import { pdfOf } from './layouts/pdf.mjs';

const folder = 'test/intake/made';
const odd = 'test/intake/odd';

function put(file, pdf) {
  writeFileSync(file, pdf);
  console.error(`${file} ${Math.ceil(pdf.length / 1000)} kB`);
}

for (const name of process.argv.length > 2 ? process.argv.slice(2) : readdirSync(folder)) {
  const parts = partsOf(readFileSync(join(folder, name, 'contract.md'), 'utf8'));
  for (const [way, lay] of Object.entries({ chromium: byChromium, office: byOffice, plain: byHand }))
    put(join(folder, name, `${way}.pdf`), await lay(parts));
}

if (process.argv.length === 2) {
  mkdirSync(odd, { recursive: true });
  const written = { kind: 'paragraph', text: '第一条 本页是打印的文字，下一页是扫描的图像。' };
  put(join(odd, 'locked.pdf'), byOffice([written], 'a password'));
  const scan = partsOf(readFileSync(join(odd, 'scan.md'), 'utf8'));
  const text = { text: written.text, x: 60, y: 760, size: 11 };
  put(join(odd, 'scan.pdf'), pdfOf([[text], [{ picture: await scanned(scan) }]]));
}
