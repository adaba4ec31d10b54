import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { billFormats } from '../format/bill/index.ts';
import { checkJson } from '../format/check.ts';
import { reportWords } from '../locale/report.ts';
import type { Lang } from '../locale/text.ts';
import { stop } from '../problem.ts';
import type { ReportEntry } from './entry.ts';
import { portfolioJson } from './json.ts';
import { type Printable, printPages } from './pdf/print.ts';
import { filesBelow, manifestName } from './staged.ts';
import type { Render, TemplateForm } from './templates.ts';
import { billingView } from './view/billing.ts';
import { complianceView } from './view/compliance.ts';
import type { Link } from './view/frame.ts';
import { portfolioView } from './view/portfolio.ts';
import { portfolioWorkbook } from './workbook/portfolio.ts';
import { reportWorkbook } from './workbook/report.ts';

export interface ReportOptions {
  lang: Lang;
  forms: readonly Form[];
  /** Show the numbers of natural persons in full. */
  unmask: boolean;
  render: Render;
  /** The browser's program that prints to PDF, where it is not the first in the usual places. */
  browser?: string | undefined;
  /** Told of each step that takes time. */
  progress?: ((what: string) => void) | undefined;
}

type Files = Map<string, string | Uint8Array>;

/** How each form is written: its files by their paths below the report's folder. */
const writers = {
  html: (entries, options) => textPages(entries, 'html', 'html', options),
  pdf: printed,
  xlsx: workbooks,
  md: (entries, options) => textPages(entries, 'md', 'md', options),
  json: jsonFiles,
} satisfies Record<string, (entries: readonly ReportEntry[], options: ReportOptions) => Files | Promise<Files>>;

export type Form = keyof typeof writers;
export const forms = Object.keys(writers) as readonly Form[];

/**
 * Writes the reports into a folder, which `staged` puts in place: index and, for each contract in its own folder,
 * compliance and, where there is a statement, billing, in every form asked for; and a manifest with the hash of each
 * file. Same entries, same bytes. Throws Stop where two entries are the same contract (`id-duplicate`), and like
 * `printPages` and the templates.
 */
export async function writeReports(
  folder: string,
  entries: readonly ReportEntry[],
  options: ReportOptions,
): Promise<void> {
  const ids = entries.map(({ contract }) => contract.id);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice !== undefined) stop('id-duplicate', { id: twice, list: 'contracts' });
  const write = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  for (const form of options.forms) {
    for (const [path, content] of await writers[form](entries, options)) write(path, content);
  }
  write(manifestName, `${JSON.stringify({ files: filesBelow(folder) }, null, 2)}\n`);
}

function jsonFiles(entries: readonly ReportEntry[], { lang, unmask }: ReportOptions): Files {
  const files: Files = new Map([['index.json', `${portfolioJson(entries)}\n`]]);
  for (const { contract, check, statement } of entries) {
    files.set(`${contract.id}/check.json`, `${checkJson(check, { lang, unmask })}\n`);
    if (statement) files.set(`${contract.id}/bill.json`, `${billFormats.json(statement, { lang })}\n`);
  }
  return files;
}

function workbooks(entries: readonly ReportEntry[], { lang, unmask }: ReportOptions): Files {
  const files: Files = new Map([['index.xlsx', portfolioWorkbook(entries, lang)]]);
  for (const entry of entries) {
    const evidenceFiles = new Map(
      (entry.evidence ?? []).map(({ obligation, file }) => [obligation, `evidence/${file}`]),
    );
    files.set(`${entry.contract.id}/report.xlsx`, reportWorkbook(entry, lang, { unmask, evidenceFiles }));
  }
  return files;
}

/** The HTML pages, linked to each other's PDFs, through a browser. */
async function printed(entries: readonly ReportEntry[], options: ReportOptions): Promise<Files> {
  const asOf = new Map(entries.map(({ contract, check }) => [contract.id, check.asOf]));
  const last = [...asOf.values()].sort().at(-1) ?? '';
  const pages = new Map<string, Printable>(
    [...textPages(entries, 'html', 'pdf', options)].map(([path, html]) => [
      path,
      { html, asOf: asOf.get(path.split('/')[0] ?? '') ?? last },
    ]),
  );
  return printPages(pages, options);
}

/** All pages that templates write, by their paths, with links between them to pages of the form `ext`. */
function textPages(
  entries: readonly ReportEntry[],
  form: TemplateForm,
  ext: string,
  { lang, unmask, render, forms: asked }: ReportOptions,
): Map<string, string> {
  const { labels } = reportWords[lang];
  const files = new Map<string, string>();
  for (const entry of entries) {
    const { contract, statement, comparison } = entry;
    const home: Link = { href: `../index.${ext}`, text: labels.portfolio };
    const toCompliance: Link = { href: `compliance.${ext}`, text: labels.compliance };
    const toBilling: Link[] = statement ? [{ href: `billing.${ext}`, text: labels.billing }] : [];
    const toWorkbook: Link[] = asked.includes('xlsx') ? [{ href: 'report.xlsx', text: 'Excel' }] : [];
    const nav = [home, ...toBilling, ...toWorkbook];
    const view = complianceView({ ...entry, lang, unmask, nav });
    files.set(`${contract.id}/compliance.${ext}`, render(form, 'compliance', view));
    if (!statement) continue;
    const bill = billingView({ contract, statement, comparison, lang, nav: [home, toCompliance, ...toWorkbook] });
    files.set(`${contract.id}/billing.${ext}`, render(form, 'billing', bill));
  }
  return files.set(`index.${ext}`, render(form, 'portfolio', portfolioView(entries, lang, ext)));
}
