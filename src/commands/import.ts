import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { type Document, parseDocument } from 'yaml';
import { accepted } from '../format/import/counts.ts';
import { importJson } from '../format/import/json.ts';
import { reviewMarkdown } from '../format/import/markdown.ts';
import { placeName } from '../format/import/place.ts';
import { reviewText } from '../format/import/text.ts';
import { valueText } from '../format/import/value.ts';
import { tellPretty } from '../format/problems/index.ts';
import { home, modelineTo } from '../home.ts';
import { clausesOf } from '../intake/clauses.ts';
import { documentOf, yamlOf } from '../intake/draft/document.ts';
import { type Draft, draftOf } from '../intake/draft/draft.ts';
import { type Kept, mergeInto } from '../intake/draft/merge.ts';
import { type ReviewItem, reviewList } from '../intake/draft/review-list.ts';
import { loadIntakeRules } from '../intake/load.ts';
import { readPaper } from '../intake/read/read.ts';
import type { Data } from '../intake/template.ts';
import { understand } from '../intake/understand.ts';
import { intakeWords } from '../locale/intake.ts';
import { stop } from '../problem.ts';
import { staged } from '../report/staged.ts';
import { type CommandSpec, flags, type Io, langOf, type Options, text } from './command.ts';

export const command: CommandSpec = {
  name: 'import',
  args: ['<file>'],
  flags: [
    { syntax: '--out <dir>' },
    { syntax: '--ocr' },
    { syntax: '--format <format>', choices: ['pretty', 'json'], default: 'pretty' },
    flags.lang,
  ],
  async run([file = ''], options, io) {
    const lang = langOf(options);
    const out = text(options, 'out');
    const last = out === undefined ? undefined : lastImport(out);
    const made = await read(file, idFor(file, out), options, io);
    const { draft } = made;
    const modeline = ` yaml-language-server: $schema=${modelineTo(join(home, 'schemas/contract.schema.json'), out ?? '.')}`;
    const fresh = documentOf(draft, lang, basename(file), modeline, {
      place: (pointer) => placeName(pointer, draft.contract, lang),
      value: (value, pointer) => valueText(value, lang, draft.contract, pointer),
    });
    const document = last?.document ?? fresh;
    const kept = last ? mergeInto(last.document, last.contract, draft.contract, fresh) : [];
    const items = reviewList(draft, made.anomalies, kept);
    const json = importJson(draft, items, made.anomalies, basename(file), made.sha256);
    if (out !== undefined) {
      await staged(out, async (folder) => {
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, 'contract.yaml'), yamlOf(document));
        writeFileSync(join(folder, 'review.md'), reviewMarkdown(draft, items, basename(file), lang));
        writeFileSync(join(folder, 'import.json'), `${json}\n`);
      });
    }
    if (options.format === 'json') io.out(`${json}\n`);
    else io.out(out === undefined ? yamlOf(document) : reviewText(items, draft.contract, lang));
    tell(draft, items, kept, { file, out }, options, io);
    return 0;
  },
};

interface Made {
  draft: Draft;
  anomalies: ReturnType<typeof clausesOf>['anomalies'];
  sha256: string;
}

async function read(file: string, id: string, options: Options, io: Io): Promise<Made> {
  const words = intakeWords[langOf(options)];
  const onPage = (page: number, of: number) => io.err(`\r${words.page(page, of)}`);
  const paper = await readPaper(file, { ocr: options.ocr === true, ...(io.terminal && { onPage }) });
  if (io.terminal) io.err('\n');
  if (paper.problems.length > 0) {
    const told = paper.problems.map((one) => ({ ...one, file }));
    io.err(`${tellPretty(told, langOf(options))}\n`);
  }
  const intake = loadIntakeRules();
  const clauses = clausesOf(paper.lines);
  const ocrPages = new Set(paper.lines.flatMap(({ ocr, page }) => (ocr ? [page] : [])));
  const understood = understand(clauses, intake, ocrPages);
  if (understood.found.length === 0) {
    stop('import-no-contract', { pages: paper.pages, clauses: clauses.clauses.length }, { file });
  }
  const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
  return { draft: draftOf(id, paper, understood, intake, clauses.anomalies), anomalies: clauses.anomalies, sha256 };
}

/** The folder's name is the contract's id; without a folder the file's, where it can be one. Throws Stop (`id-form`). */
function idFor(file: string, out: string | undefined): string {
  const id = basename(out === undefined ? basename(file, extname(file)).toLowerCase() : resolve(out));
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) return id;
  return out === undefined ? 'draft' : stop('id-form', { id });
}

/** What the last import into a folder wrote, and the contract as it stands there now. Throws Stop where somebody else wrote it. */
function lastImport(out: string): { contract: Data; document: Document } | undefined {
  const [contract, log] = [join(out, 'contract.yaml'), join(out, 'import.json')];
  if (!existsSync(contract)) return undefined;
  if (!existsSync(log)) stop('import-not-ours', {}, { file: contract });
  const document = parseDocument(readFileSync(contract, 'utf8'));
  if (document.errors.length > 0) stop('import-not-ours', {}, { file: contract });
  const last = JSON.parse(readFileSync(log, 'utf8')) as { contract: Data };
  return { contract: last.contract, document };
}

function tell(
  draft: Draft,
  items: readonly ReviewItem[],
  kept: readonly Kept[],
  { file, out }: { file: string; out: string | undefined },
  options: Options,
  io: Io,
): void {
  const words = intakeWords[langOf(options)];
  const { paper, understood } = draft;
  io.err(`${words.summary(basename(file), paper.pages, understood.readings.length, accepted(draft), items.length)}\n`);
  const { duties, unread } = draft;
  io.err(`${words.more(duties.length, unread.figures.length, unread.clauses.length)}\n`);
  if (kept.length > 0) io.err(`${words.kept(kept.length)}\n`);
  if (out !== undefined) io.err(`${words.next(join(dirname(out), basename(out)))}\n`);
}
