import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { escaped } from './parts.mjs';

const spaces = ['office', 'style', 'text', 'table', 'fo']
  .map((name) => {
    const space = name === 'fo' ? 'xsl-fo-compatible' : name;
    return `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${space}:1.0"`;
  })
  .join(' ');

/** LibreOffice with Writer; it need not be there for the tests. */
const program = 'soffice';

const paragraph = (style, text) => `<text:p text:style-name="${style}">${text}</text:p>`;

/** As a word processor saves a document: 编号 in the head, where there is one, and - 3 - at the foot; locked by a password. */
export function byOffice(parts, password) {
  let broken = false;
  let tables = 0;
  const body = parts.map((part) => {
    if (part.kind === 'break') {
      broken = true;
      return '';
    }
    const style = `${part.kind === 'heading' ? 'H' : 'P'}${broken ? 'B' : ''}`;
    if (part.kind !== 'table') {
      broken = false;
      return paragraph(style, escaped(part.text));
    }
    const before = broken ? paragraph('PB', '') : '';
    broken = false;
    const cell = (text) =>
      `<table:table-cell table:style-name="C" office:value-type="string">${paragraph('T', escaped(text))}</table:table-cell>`;
    const columns = `<table:table-column table:number-columns-repeated="${part.rows[0].length}"/>`;
    const rows = part.rows.map((row) => `<table:table-row>${row.map(cell).join('')}</table:table-row>`).join('');
    return `${before}<table:table table:name="T${++tables}">${columns}${rows}</table:table>`;
  });
  const number = parts.find(({ text }) => /编号：/.test(text ?? ''))?.text ?? '';
  const font = `style:font-name="Droid" style:font-name-asian="Droid"`;
  const style = (name, text, layout = '') =>
    `<style:style style:name="${name}" style:family="paragraph"><style:paragraph-properties ${layout}/><style:text-properties ${font} ${text}/></style:style>`;
  const size = (points) => `fo:font-size="${points}pt" style:font-size-asian="${points}pt"`;
  const bold = 'fo:font-weight="bold" style:font-weight-asian="bold"';
  const page = 'fo:break-before="page"';
  return convert(
    `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${spaces} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="Droid" svg:font-family="'Droid Sans Fallback'" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"/></office:font-face-decls>
<office:automatic-styles>
${style('P', size(11), 'fo:margin-bottom="5pt" fo:line-height="150%"')}${style('PB', size(11), page)}
${style('H', `${size(13)} ${bold}`, 'fo:margin-bottom="8pt"')}${style('HB', `${size(13)} ${bold}`, page)}
${style('T', size(10))}${style('M', size(9), 'fo:text-align="center"')}
<style:style style:name="C" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="2pt"/></style:style>
<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm" fo:margin="20mm"/>
<style:header-style><style:header-footer-properties fo:min-height="8mm"/></style:header-style>
<style:footer-style><style:header-footer-properties fo:min-height="8mm"/></style:footer-style></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L">
<style:header>${paragraph('M', escaped(number))}</style:header>
<style:footer>${paragraph('M', '- <text:page-number text:select-page="current">1</text:page-number> -')}</style:footer>
</style:master-page></office:master-styles>
<office:body><office:text>${body.join('\n')}</office:text></office:body></office:document>`,
    password,
  );
}

function convert(document, password) {
  const work = mkdtempSync(join(tmpdir(), 'lvyue-office-'));
  try {
    writeFileSync(join(work, 'paper.fodt'), document);
    const profile = `-env:UserInstallation=${pathToFileURL(join(work, 'profile')).href}`;
    const lock = {
      EncryptFile: { type: 'boolean', value: 'true' },
      DocumentOpenPassword: { type: 'string', value: password },
    };
    const form = password ? `pdf:writer_pdf_Export:${JSON.stringify(lock)}` : 'pdf';
    const { status } = spawnSync(
      program,
      [profile, '--headless', '--convert-to', form, '--outdir', work, join(work, 'paper.fodt')],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
    if (status !== 0) throw new Error(`soffice ended with ${status}`);
    return readFileSync(join(work, 'paper.pdf'));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
