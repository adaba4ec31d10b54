import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { billFormats } from '../format/bill/index.ts';
import { checkJson } from '../format/check.ts';
import { reportWords } from '../locale/report.ts';
import type { Lang } from '../locale/text.ts';
import { stop } from '../problem.ts';
import type { ReportEntry } from './entry.ts';
import { portfolioJson } from './json.ts';
import { filesBelow, manifestName } from './staged.ts';
import type { Render, TemplateForm } from './templates.ts';
import { billingView } from './view/billing.ts';
import { complianceView } from './view/compliance.ts';
import type { Link } from './view/frame.ts';
import { portfolioView } from './view/portfolio.ts';

export const forms = ['html', 'md', 'json'] as const;
export type Form = (typeof forms)[number];

export interface ReportOptions {
  lang: Lang;
  forms: readonly Form[];
  /** Show the numbers of natural persons in full. */
  unmask: boolean;
  render: Render;
}

/**
 * Writes the reports into a folder, which `staged` puts in place: index and, for each contract in its own folder,
 * compliance and, where there is a statement, billing, in every form asked for; and a manifest with the hash of each
 * file. Same entries, same bytes. Throws Stop where two entries are the same contract (`id-duplicate`).
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
    const files = form === 'json' ? jsonFiles(entries, options) : pages(entries, form, form, options);
    for (const [path, content] of files) write(path, content);
  }
  write(manifestName, `${JSON.stringify({ files: filesBelow(folder) }, null, 2)}\n`);
}

function jsonFiles(entries: readonly ReportEntry[], { lang, unmask }: ReportOptions): Map<string, string> {
  const files = new Map([['index.json', `${portfolioJson(entries)}\n`]]);
  for (const { contract, check, statement } of entries) {
    files.set(`${contract.id}/check.json`, `${checkJson(check, { lang, unmask })}\n`);
    if (statement) files.set(`${contract.id}/bill.json`, `${billFormats.json(statement, { lang })}\n`);
  }
  return files;
}

/** All pages of a form by their paths, with links between them to pages of the form `ext`. */
function pages(
  entries: readonly ReportEntry[],
  form: TemplateForm,
  ext: string,
  { lang, unmask, render }: ReportOptions,
): Map<string, string> {
  const { labels } = reportWords[lang];
  const files = new Map<string, string>();
  for (const { statement, ...entry } of entries) {
    const { contract } = entry;
    const home: Link = { href: `../index.${ext}`, text: labels.portfolio };
    const toBilling = statement ? [{ href: `billing.${ext}`, text: labels.billing }] : [];
    const view = complianceView({ ...entry, lang, unmask, nav: [home, ...toBilling] });
    files.set(`${contract.id}/compliance.${ext}`, render(form, 'compliance', view));
    if (!statement) continue;
    const nav = [home, { href: `compliance.${ext}`, text: labels.compliance }];
    const { comparison } = entry;
    files.set(
      `${contract.id}/billing.${ext}`,
      render(form, 'billing', billingView({ contract, statement, comparison, lang, nav })),
    );
  }
  return files.set(`index.${ext}`, render(form, 'portfolio', portfolioView(entries, lang, ext)));
}
