import type { Contract } from '../../contract/schema.generated.ts';
import { topicNames } from '../../locale/topics.ts';
import { partyNames, verdictNames } from '../../locale/verdicts.ts';
import { type WorkbookWords, workbookWords } from '../../locale/workbook.ts';
import type { CheckResult, Finding, Remedy } from '../../rules/finding.ts';
import type { Cell } from '../../workbook/cell.ts';
import type { Sheet } from '../../workbook/workbook.ts';
import { factList } from '../view/facts.ts';
import { withRemedies } from '../view/finding.ts';
import type { Voice } from '../view/words.ts';
import { amount, code, count, nothing, type SheetColumn, tableSheet, text, time } from './cells.ts';

/** A row for each obligation, in the contract's order; `files` names the file with all evidence of an obligation. */
export function findingsSheet(
  { clauses = [] }: Contract,
  { findings }: CheckResult,
  files: ReadonlyMap<string, string>,
  voice: Voice,
): Sheet {
  const { lang, labels } = voice;
  const words = workbookWords[lang];
  const { heads } = words;
  const gist = (ref: string) => clauses.find((clause) => clause.ref === ref)?.gist[lang] ?? '';
  const facts = (finding: Finding) =>
    factList(finding, voice)
      .map(({ name, value }) => words.fact(name, value))
      .join(words.separator);
  const columns: SheetColumn<Finding>[] = [
    { head: heads.bearer, width: 8, cell: ({ bearer }) => text(partyNames[bearer][lang], voice) },
    { head: heads.topic, width: 16, cell: ({ topic }) => text(topicNames[topic][lang], voice) },
    { head: heads.verdict, width: 11, cell: ({ verdict }) => text(verdictNames[verdict][lang], voice) },
    { head: heads.clause, width: 10, cell: ({ clause }) => code(clause, voice) },
    { head: heads.title, width: 24, cell: ({ title }) => text(title[lang], voice) },
    { head: heads.explanation, width: 40, cell: ({ explanation }) => text(explanation[lang], voice) },
    { head: heads.gist, width: 28, cell: ({ clause }) => text(gist(clause), voice) },
    { head: heads.facts, width: 34, cell: (finding) => text(facts(finding), voice) },
    { head: heads.evidence, width: 8, cell: ({ evidenceTotal }) => count(evidenceTotal) },
    { head: heads.remedyCount, width: 8, cell: (finding) => count(remediesOf(finding).length) },
    { head: heads.remedyAmount, width: 14, cell: (finding) => amounts(remediesOf(finding), words, voice) },
    { head: heads.obligation, width: 18, cell: ({ obligation }) => code(obligation, voice) },
  ];
  const file: SheetColumn<Finding> = {
    head: heads.evidenceFile,
    width: 24,
    cell: ({ obligation }) => code(files.get(obligation) ?? '', voice),
  };
  return tableSheet(words.sheets.findings, files.size > 0 ? [...columns, file] : columns, findings, labels.noFindings);
}

/** As on the page: where there is a breach, or may be one. */
const remediesOf = ({ verdict, remedies }: Finding): readonly Remedy[] => (withRemedies.has(verdict) ? remedies : []);

/** What one remedy comes to as a number; several may exclude each other, so they are listed and not summed. */
function amounts(remedies: readonly Remedy[], words: WorkbookWords, voice: Voice): Cell {
  const [first, ...more] = remedies.filter(({ kind }) => !withoutAmount.has(kind));
  if (!first) return nothing;
  if (more.length === 0) return remedyAmount(first, words, voice);
  const listed = [first, ...more].map(({ kind, amount: of }) =>
    words.fact(voice.remedies[kind] ?? kind, of ?? unknownAmount(kind, words, voice)),
  );
  return text(listed.join(words.separator), voice);
}

/** Remedies that are no claim for money. */
const withoutAmount = new Set(['cure', 'suspend', 'rescind', 'ban', 'report', 'advice']);
/** Remedies that are computed from the records where these are at hand. */
const computed = new Set(['late-fee', 'credit']);

function unknownAmount(kind: string, words: WorkbookWords, { labels }: Voice): string {
  if (withoutAmount.has(kind)) return words.noAmount;
  return computed.has(kind) ? labels.unknown : words.notComputed;
}

const remedyAmount = ({ kind, amount: of }: Remedy, words: WorkbookWords, voice: Voice): Cell =>
  of === null ? text(unknownAmount(kind, words, voice), voice) : amount(of, voice);

interface RemedyRow extends Remedy {
  obligation: string;
  title: string;
  verdict: string;
}

/** What the contract lets a party do or claim: a row for each remedy, then the rights that hang on no breach. */
export function remediesSheet({ findings, rights }: CheckResult, voice: Voice): Sheet {
  const { lang } = voice;
  const words = workbookWords[lang];
  const { heads, kinds } = words;
  const rows: RemedyRow[] = [
    ...findings.flatMap((finding) => {
      const { obligation, title, verdict } = finding;
      const of = { obligation, title: title[lang], verdict: verdictNames[verdict][lang] };
      return remediesOf(finding).map((remedy) => ({ ...remedy, ...of }));
    }),
    ...rights.map(({ party, clause, means }) => {
      return { kind: 'right', party, amount: null, clause, text: means, obligation: '', title: '', verdict: '' };
    }),
  ];
  const columns: SheetColumn<RemedyRow>[] = [
    { head: heads.title, width: 24, cell: ({ title }) => text(title, voice) },
    { head: heads.verdict, width: 11, cell: ({ verdict }) => text(verdict, voice) },
    {
      head: heads.remedy,
      width: 12,
      cell: ({ kind }) => text(kind === 'right' ? kinds.right : (voice.remedies[kind] ?? kind), voice),
    },
    { head: heads.party, width: 8, cell: ({ party }) => text(partyNames[party][lang], voice) },
    {
      head: voice.labels.amount,
      width: 14,
      cell: (row) => (row.kind === 'right' ? text(words.noAmount, voice) : remedyAmount(row, words, voice)),
    },
    { head: heads.since, width: 20, cell: ({ from }) => (from === undefined ? nothing : time(from)) },
    { head: heads.cap, width: 14, cell: ({ cap }) => (cap ? amount(cap.amount, voice) : nothing) },
    { head: heads.remedyClause, width: 10, cell: ({ clause }) => code(clause, voice) },
    { head: heads.text, width: 44, cell: (row) => text(row.text[lang], voice) },
    { head: heads.obligation, width: 18, cell: ({ obligation }) => code(obligation, voice) },
  ];
  return tableSheet(words.sheets.remedies, columns, rows, words.none);
}
