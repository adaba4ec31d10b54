import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { isContractId } from '../contract/find.ts';
import { accepted } from '../format/import/counts.ts';
import { importJson } from '../format/import/json.ts';
import { reviewMarkdown } from '../format/import/markdown.ts';
import { placeName } from '../format/import/place.ts';
import { reviewText } from '../format/import/text.ts';
import { valueText } from '../format/import/value.ts';
import { tellPretty } from '../format/problems/index.ts';
import { sha256Of } from '../hash.ts';
import { home, modelineTo } from '../home.ts';
import { clausesOf } from '../intake/clauses.ts';
import { commentsIn } from '../intake/draft/comments.ts';
import { documentOf, yamlOf } from '../intake/draft/document.ts';
import { type Draft, draftOf } from '../intake/draft/draft.ts';
import { type LastImport, lastImport } from '../intake/draft/last-import.ts';
import { type Kept, mergeInto } from '../intake/draft/merge.ts';
import { type ReviewItem, reviewList } from '../intake/draft/review-list.ts';
import { loadIntakeRules } from '../intake/load.ts';
import { namesBoth } from '../intake/names.ts';
import { readPaper } from '../intake/read/read.ts';
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
    // Before the paper is read, which takes long, and once more after it: people may write in the meantime.
    if (out !== undefined) lastImport(out);
    const made = await read(file, idFor(file, out), options, io);
    const last = out === undefined ? undefined : lastImport(out);
    const { draft } = made;
    const modeline = ` yaml-language-server: $schema=${modelineTo(join(home, 'schemas/contract.schema.json'), out ?? '.')}`;
    const fresh = documentOf(draft, lang, basename(file), modeline, {
      place: (pointer) => placeName(pointer, draft.contract, lang),
      value: (value, pointer) => valueText(value, lang, draft.contract, pointer),
    });
    const document = last?.document ?? fresh;
    const kept = last ? mergeInto(last.document, last.contract, last.comments, draft.contract, fresh) : [];
    const items = reviewList(draft, made.anomalies, kept);
    const review = reviewMarkdown(draft, items, basename(file), lang);
    const written = { comments: commentsIn(fresh), review: sha256Of(review) };
    const json = importJson(draft, items, made.anomalies, { file: basename(file), sha256: made.sha256 }, written);
    const aside = out !== undefined && last ? keptReview(out, last) : undefined;
    if (out !== undefined) {
      await staged(out, async (folder) => {
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, 'contract.yaml'), yamlOf(document).replaceAll('\n', last?.end ?? '\n'));
        writeFileSync(join(folder, 'review.md'), review);
        if (aside) writeFileSync(join(folder, aside.name), aside.content);
        writeFileSync(join(folder, 'import.json'), `${json}\n`);
      });
    }
    if (options.format === 'json') io.out(`${json}\n`);
    else io.out(out === undefined ? yamlOf(document) : reviewText(items, draft.contract, lang));
    tell(draft, items, kept, { file, out, aside: aside?.name }, options, io);
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
  const lacks =
    understood.found.length === 0 ? 'terms' : namesBoth(intake.names, understood.readings) ? undefined : 'parties';
  if (lacks) stop('import-no-contract', { pages: paper.pages, clauses: clauses.clauses.length, lacks }, { file });
  const draft = draftOf(id, paper, understood, intake, clauses.anomalies);
  return { draft, anomalies: clauses.anomalies, sha256: paper.sha256 };
}

/** The folder's name is the contract's id; without a folder the file's, where it can be one. Throws Stop (`id-form`). */
function idFor(file: string, out: string | undefined): string {
  const id = basename(out === undefined ? basename(file, extname(file)).toLowerCase() : resolve(out));
  if (isContractId(id)) return id;
  return out === undefined ? 'draft' : stop('id-form', { id });
}

/** A review list that people wrote in, under a name that is free: the next one would lose their words. */
function keptReview(out: string, { review }: LastImport): { name: string; content: Buffer } | undefined {
  const file = join(out, 'review.md');
  if (!existsSync(file)) return undefined;
  const content = readFileSync(file);
  if (sha256Of(content) === review) return undefined;
  for (let n = 1; ; n++) if (!existsSync(join(out, `review-${n}.md`))) return { name: `review-${n}.md`, content };
}

function tell(
  draft: Draft,
  items: readonly ReviewItem[],
  kept: readonly Kept[],
  { file, out, aside }: { file: string; out: string | undefined; aside: string | undefined },
  options: Options,
  io: Io,
): void {
  const words = intakeWords[langOf(options)];
  const { paper, understood } = draft;
  io.err(`${words.summary(basename(file), paper.pages, understood.readings.length, accepted(draft), items.length)}\n`);
  const { duties, unread } = draft;
  io.err(`${words.more(duties.length, unread.figures.length, unread.clauses.length)}\n`);
  if (aside !== undefined) io.err(`${words.aside(aside)}\n`);
  if (kept.length > 0) io.err(`${words.kept(kept.length)}\n`);
  if (out !== undefined) io.err(`${words.next(join(dirname(out), basename(out)))}\n`);
}
