import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { billFormats } from '../format/bill/index.ts';
import { checkJson } from '../format/check.ts';
import { reportWords } from '../locale/report.ts';
import type { Lang } from '../locale/text.ts';
import { stop } from '../problem.ts';
import { renderPage } from './html.ts';
import { billingView } from './view/billing.ts';
import { complianceView } from './view/compliance.ts';
import { portfolioView, type ReportEntry } from './view/portfolio.ts';

export interface WriteOptions {
  /** Show the numbers of natural persons in full. */
  unmask?: boolean;
}

/**
 * Writes index.html and, for each contract in its own folder, compliance.html and check.json, with a statement also
 * billing.html and bill.json. All files or none: on an error what stood there before stands there again; other files in
 * the folder are left alone. Same entries, same bytes. Throws Stop where two entries are the same contract
 * (`id-duplicate`) or the folder cannot be written (`report-unwritable`).
 */
export function writeReports(
  outDir: string,
  entries: readonly ReportEntry[],
  lang: Lang,
  options: WriteOptions = {},
): void {
  const files = reportFiles(entries, lang, options);
  const out = resolve(outDir);
  try {
    mkdirSync(dirname(out), { recursive: true });
    const work = mkdtempSync(join(dirname(out), `.${basename(out)}-`));
    try {
      for (const [path, content] of files) writeInto(join(work, 'new', path), content);
      putInPlace([...files.keys()], work, out);
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    stop('report-unwritable', { folder: basename(out), detail: code });
  }
}

/** All files by their path below the folder; the portfolio last, so that it never leads to a page that is not there. */
function reportFiles(entries: readonly ReportEntry[], lang: Lang, options: WriteOptions): Map<string, string> {
  const { unmask = false } = options;
  const { portfolio, compliance, billing } = reportWords[lang].labels;
  const files = new Map<string, string>();
  for (const { contract, check, statement, series, missingTables = [] } of entries) {
    const id = contract.id;
    if (files.has(`${id}/check.json`)) stop('id-duplicate', { id, list: 'contracts' });
    const home = { href: '../index.html', text: portfolio };
    const toBilling = statement ? [{ href: 'billing.html', text: billing }] : [];
    const view = complianceView({ contract, check, series, lang, unmask, missingTables, nav: [home, ...toBilling] });
    files.set(`${id}/check.json`, `${checkJson(check, { lang, unmask })}\n`);
    files.set(`${id}/compliance.html`, renderPage('compliance', view));
    if (!statement) continue;
    const nav = [home, { href: 'compliance.html', text: compliance }];
    files.set(`${id}/bill.json`, `${billFormats.json(statement, { lang })}\n`);
    files.set(`${id}/billing.html`, renderPage('billing', billingView({ contract, statement, lang, nav })));
  }
  return files.set('index.html', renderPage('portfolio', portfolioView(entries, lang)));
}

function writeInto(file: string, content: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** Renames each new file into place; an error puts back what had been there. */
function putInPlace(paths: readonly string[], work: string, out: string): void {
  const undo: (() => void)[] = [];
  try {
    for (const path of paths) {
      const [file, old] = [join(out, path), join(work, 'old', path)];
      const made = mkdirSync(dirname(file), { recursive: true });
      if (made) undo.push(() => rmSync(made, { recursive: true, force: true }));
      if (existsSync(file)) {
        mkdirSync(dirname(old), { recursive: true });
        renameSync(file, old);
        undo.push(() => renameSync(old, file));
      }
      renameSync(join(work, 'new', path), file);
      undo.push(() => rmSync(file, { force: true }));
    }
  } catch (error) {
    for (const back of undo.reverse()) back();
    throw error;
  }
}
