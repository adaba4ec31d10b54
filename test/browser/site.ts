import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { run } from '../support/run.ts';

/** What tries to break out of a page. Each shows as itself or the page is wrong. */
export const hostile = {
  script: '<script>window.broken=1</script><img src=x onerror="window.broken=1">',
  attribute: '" onmouseover="window.broken=1" style="position:fixed',
  style: '</style></title><h1>大</h1>',
  template: '{{constructor}}{{{x}}}{{#each y}}',
  formula: '=HYPERLINK("http://example.invalid","x")',
  emoji: '👩‍⚖️🙂',
  reversed: '\u202E逆序甲乙\u2067',
  long: '长'.repeat(4000) + 'x'.repeat(6000),
};

export interface Site {
  folder: string;
  /** Paths below the folder. */
  pages: string[];
}

const term = ['--from', '2024-04-01', '--to', '2024-06-30', '--as-of', '2024-12-31T00:00:00'];
const both = (text: string) => ({ zh: text, en: text });

/** The fixture's contract with words at every place where a contract has its own. */
function hostileContract(): string {
  const contract = parse(readFileSync('test/golden/base/contract.yaml', 'utf8'));
  const [charge] = contract.charges;
  const [complaints] = contract.obligations;
  return stringify({
    ...contract,
    id: 'hostile',
    title: both(`${hostile.script}${hostile.style}`),
    number: hostile.attribute,
    parties: { customer: { name: `${hostile.reversed}书馆` }, carrier: { name: hostile.long } },
    term: { ...contract.term, note: both(hostile.template) },
    charges: [{ ...charge, title: both(hostile.formula) }],
    obligations: [{ ...complaints, title: both(`${hostile.emoji}${hostile.script}`) }],
    clauses: contract.clauses.map((clause: { ref: string }) =>
      clause.ref === '3.1' ? { ...clause, gist: both(hostile.reversed) } : clause,
    ),
  });
}

const answered = (id: string) => ({
  id,
  received_at: '2024-05-10 09:00:00',
  category: 'other',
  replied_at: '2024-05-12 09:00:00',
});

/**
 * Makes reports of a real contract over made-up records in both languages, and of a hostile one over hostile records:
 * `<folder>/<lang>/…html`.
 */
export async function makeSite(): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'lvyue-browser-'));
  const real = 'pbc-dci-2024';
  const data = join(folder, 'data');
  const simulated = await run('simulate', real, '--out', join(data, real), '--months', '3', '--rows', '2000');
  if (simulated.code !== 0) throw new Error(simulated.err);
  mkdirSync(join(folder, 'hostile'));
  mkdirSync(join(data, 'hostile'), { recursive: true });
  writeFileSync(join(folder, 'hostile', 'contract.yaml'), hostileContract());
  const rows = Object.values(hostile).map(answered);
  writeFileSync(join(data, 'hostile', 'complaints.ndjson'), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  for (const lang of ['zh', 'en']) {
    const contracts = lang === 'zh' ? [real, join(folder, 'hostile', 'contract.yaml')] : [real];
    const out = join(folder, lang);
    const { code, err } = await run('report', ...contracts, '--data', data, '--out', out, '--lang', lang, ...term);
    if (code !== 1) throw new Error(`the reports were not made: ${err}`);
  }
  const pages = ['zh', 'en'].flatMap((lang) =>
    readdirSync(join(folder, lang), { recursive: true, encoding: 'utf8' }).map((path) => join(lang, path)),
  );
  return { folder, pages: pages.filter((path) => path.endsWith('.html')).sort() };
}
