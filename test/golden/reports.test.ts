import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entryFrom, withOutliers } from '../../src/commands/entries.ts';
import { withInputs } from '../../src/commands/inputs.ts';
import type { ReportEntry } from '../../src/report/entry.ts';
import { templatesFrom } from '../../src/report/templates.ts';
import { writeReports } from '../../src/report/write.ts';
import { parsePeriod } from '../../src/time/period.ts';
import { run } from '../support/run.ts';

// The reports of the five contracts over two months of made-up records, the second compared with the first: a change in
// what a page says shows here as a change of text. The HTML is kept as its text, line by line.

const ids = [
  'henan-psb-2023',
  'jilin-medical-insurance-2025',
  'neimenggu-earthquake-2024',
  'pbc-dci-2024',
  'shawan-forestry-2023',
];
const langs = ['zh', 'en'] as const;
const silent = { out: () => {}, err: () => {}, terminal: false };
let folder = '';
let entries: ReportEntry[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lvyue-golden-reports-'));
  for (const id of ids) entries.push(await entryOf(id));
  entries = await withOutliers(entries);
  for (const lang of langs) {
    const out = join(folder, lang);
    mkdirSync(out);
    await writeReports(out, entries, { lang, forms: ['html', 'md'], unmask: false, render: templatesFrom() });
  }
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function entryOf(id: string): Promise<ReportEntry> {
  const data = join(folder, 'data', id);
  await run('simulate', id, '--out', data, '--months', '2', '--seed', '3', '--rows', '400');
  const { from, to, asOf } = JSON.parse(readFileSync(join(data, 'truth.json'), 'utf8'));
  const options = { data, period: String(to).slice(0, 7), asOf, lang: 'zh' };
  const since = parsePeriod(String(from).slice(0, 7));
  return withInputs(id, options, silent, (inputs) => entryFrom(inputs, { lang: 'zh', since }, silent));
}

/** What the page says, a line for each of its own. */
const said = (html: string): string =>
  html
    .replace(/<style>.*?<\/style>/gs, '')
    .replace(/<(td|th|dd)[^>]*>/g, ' | ')
    .split('\n')
    .map((line) => line.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '' && line !== '|')
    .join('\n')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, '&')
    .concat('\n');

/** Hashes and the version change with every file; names of parties stand in the contracts and nowhere else. */
const stable = (text: string): string =>
  entries
    .flatMap(({ contract: { parties } }) => [parties.customer.name, parties.carrier.name])
    .reduce((rest, name) => rest.replaceAll(name, '<party>'), text)
    .replace(/[0-9a-f]{64}/g, '<sha256>')
    .replace(/lvyue \d+\.\d+\.\d+/g, 'lvyue <version>');

const golden = (name: string) => join(import.meta.dirname, 'reports', name);
const read = (lang: string, path: string) => readFileSync(join(folder, lang, path), 'utf8');

describe.each(langs)('in %s', (lang) => {
  test.each(ids)('the reports on %s say what they always said', async (id) => {
    await expect(stable(said(read(lang, `${id}/compliance.html`)))).toMatchFileSnapshot(golden(`${id}.compliance.${lang}.txt`));
    await expect(stable(said(read(lang, `${id}/billing.html`)))).toMatchFileSnapshot(golden(`${id}.billing.${lang}.txt`));
  });

  test('the portfolio says what it always said', async () => {
    await expect(stable(said(read(lang, 'index.html')))).toMatchFileSnapshot(golden(`index.${lang}.txt`));
    await expect(stable(read(lang, 'index.md'))).toMatchFileSnapshot(golden(`index.${lang}.md`));
  });

  test('the Markdown for a merge request says what it always said', async () => {
    await expect(stable(read(lang, 'pbc-dci-2024/compliance.md'))).toMatchFileSnapshot(golden(`compliance.${lang}.md`));
    await expect(stable(read(lang, 'pbc-dci-2024/billing.md'))).toMatchFileSnapshot(golden(`billing.${lang}.md`));
  });
});
