import { readingParameters } from '../contract/references.ts';
import type { Contract, Obligation } from '../contract/schema.generated.ts';
import type { Text } from '../locale/text.ts';
import type { Topic } from '../locale/topics.ts';
import { type Verdict, verdictNames } from '../locale/verdicts.ts';
import { undeterminedWords } from '../locale/words.ts';
import type { Records } from '../records/open.ts';
import type { Store } from '../records/store.ts';
import { tables } from '../records/tables.ts';
import { blankReason } from './blanks.ts';
import { decide, type Facts } from './decide.ts';
import { type AllEvidence, evidenceStatement, gatherEvidence } from './evidence.ts';
import { sentence } from './explain.ts';
import type { EvidenceRow, Finding, ReadingResult, Shown } from './finding.ts';
import type { Rules } from './load.ts';
import { lackingColumns, missing, partly } from './needs.ts';
import { known, parametersOf } from './parameters.ts';
import { remediesOf } from './remedies.ts';
import type { Rule } from './rule.ts';
import type { Answer } from './source.ts';
import type { Case, Window } from './statement.ts';

/** One obligation under one of its readings: either a case to ask the data, or why it cannot be asked. */
export interface Question {
  reading?: { id: string; means: Text };
  case?: Case & { rule: Rule };
  /** Why there is no case. */
  reason?: Text;
  /** Columns the rule asks about that nobody exported. */
  columns?: readonly string[];
  /** Of several tables that may hold the cases, those that were not supplied. */
  absent: readonly string[];
}

/** What must be asked of the data to judge an obligation: one question a reading. */
export function questions(contract: Contract, obligation: Obligation, rules: Rules, records: Records): Question[] {
  const rule = rules.byKind.get(obligation.kind);
  const readings = obligation.readings ?? [undefined];
  return readings.map((reading) => {
    const named = reading ? { reading: { id: reading.id, means: reading.means } } : {};
    if (!rule) return { ...named, absent: [], reason: undeterminedWords.noRule(obligation.kind) };
    const parameters = parametersOf(contract, obligation, rule, records.supplied, reading);
    const blank = blankReason(contract, obligation, parameters);
    if (blank) return { ...named, absent: [], reason: blank };
    const lacking = missing(rule, parameters, records);
    if (lacking.length > 0) return { ...named, absent: [], reason: undeterminedWords.missing(lacking.map(tableWords)) };
    const given = readingParameters(obligation, reading);
    const columns = lackingColumns(rule, parameters, records);
    return { ...named, absent: partly(rule, parameters, records), columns, case: { rule, parameters, given } };
  });
}

/** "投诉（complaints）": the first Chinese name of the table, and the name that a file must have. */
export function tableWords(name: string): Text {
  const alias = tables.find((table) => table.name === name)?.aliases[0];
  return { zh: alias ? `${alias}（${name}）` : name, en: name };
}

interface Judged {
  verdict: Verdict;
  explanation: Text;
  facts: Shown;
  evidence: { rows: readonly EvidenceRow[]; total: number };
  /** The same rows and all the others; undefined where there are none. */
  all(): Promise<AllEvidence | undefined>;
}

export interface Judgement {
  finding: Finding;
  /** All evidence of the reading that the finding's own rows belong to, while the store is as it is now. */
  allEvidence: Judged['all'];
}

const silence: Text = { zh: '', en: '' };

/** The topic that an obligation states, else its kind's; a kind that no rule judges yet stands with the service itself. */
export const topicOf = ({ topic, kind }: Obligation, rules: Rules): Topic =>
  topic ?? rules.byKind.get(kind)?.topic ?? 'service';

/** The finding of an obligation from the answers to its questions. */
export async function judge(
  { obligation, topic, asked }: { obligation: Obligation; topic: Topic; asked: readonly Question[] },
  answers: ReadonlyMap<Question, Answer>,
  store: Store,
  window: Window,
  evidenceRows: number,
): Promise<Judgement> {
  const judged: Judged[] = [];
  for (const question of asked) {
    judged.push(await judgeOne(question, answers.get(question) ?? { facts: {} }, store, window, evidenceRows));
  }
  const readings = asked.flatMap(({ reading }, i): ReadingResult[] => {
    const one = judged[i];
    return reading && one ? [{ ...reading, verdict: one.verdict, explanation: one.explanation, facts: one.facts }] : [];
  });
  const at = choose(obligation, asked, judged);
  const chosen = judged[at];
  if (!chosen) throw new Error(`${obligation.id}: no question was asked`);
  const same = judged.every((one) => one.verdict === judged[0]?.verdict);
  const settled = same || obligation.prefer !== undefined;
  // While the data leave one reading open, nobody knows whether the readings disagree.
  const open = judged.some((one) => one.verdict === 'undetermined');
  const verdict = settled ? chosen.verdict : open ? 'undetermined' : 'disputed';
  const finding: Finding = {
    obligation: obligation.id,
    clause: obligation.clause,
    kind: obligation.kind,
    topic,
    title: obligation.title,
    bearer: obligation.bearer,
    verdict,
    readings,
    ...(asked[at]?.reading && { reading: asked[at].reading.id }),
    facts: chosen.facts,
    evidence: chosen.evidence.rows,
    evidenceTotal: chosen.evidence.total,
    remedies:
      verdict === 'breached'
        ? await remediesOf(obligation, chosen.facts, chosen.evidence.rows, store, window.asOf)
        : [],
    explanation: settled
      ? chosen.explanation
      : undeterminedWords.disputed(readings.map((r) => ({ means: r.means, verdict: verdictNames[r.verdict] }))),
  };
  return { finding, allEvidence: chosen.all };
}

async function judgeOne(
  question: Question,
  answer: Answer,
  store: Store,
  window: Window,
  evidenceRows: number,
): Promise<Judged> {
  const none = { evidence: { rows: [], total: 0 }, all: async () => undefined };
  if (!question.case) {
    const explanation = question.reason ?? silence;
    return { verdict: 'undetermined', explanation, facts: {}, ...none };
  }
  const { case: of } = question;
  const { rule, parameters } = of;
  const facts = { ...known(parameters), ...answer.facts };
  const decided = await decide(rule, facts);
  // No case in the records at hand says nothing of the records that are not.
  if (decided === 'not-triggered' && question.absent.length > 0) {
    const explanation = undeterminedWords.missing(question.absent.map(tableWords));
    return { verdict: 'undetermined', explanation, facts: shown(facts), ...none };
  }
  const note = question.absent.length > 0 ? undeterminedWords.partly(question.absent.map(tableWords)) : silence;
  const lacking =
    decided === 'undetermined' && question.columns?.length ? undeterminedWords.columns(question.columns) : silence;
  const said = sentence(rule, decided, facts);
  const rows = rule.evidence[decided];
  return {
    verdict: decided,
    explanation: { zh: said.zh + lacking.zh + note.zh, en: said.en + lacking.en + note.en },
    facts: { ...shown(facts), ...answer.detail },
    evidence: answer.evidence
      ? await answer.evidence(decided, evidenceRows)
      : await gatherEvidence(store, of, rows, window, evidenceRows),
    all: async () => {
      if (answer.evidence) return { rows: (await answer.evidence(decided, Number.POSITIVE_INFINITY)).rows };
      return rows === undefined ? undefined : { statement: evidenceStatement(of, rows, window) };
    },
  };
}

/** The question whose answer stands for the obligation: the preferred reading, else the first that found a breach. */
function choose({ prefer }: Obligation, asked: readonly Question[], judged: readonly Judged[]): number {
  if (prefer) return asked.findIndex(({ reading }) => reading?.id === prefer.reading);
  return Math.max(
    0,
    judged.findIndex((one) => one.verdict === 'breached'),
  );
}

/** Facts and parameters that a reader checks by hand; the contract's other terms stay out of the finding. */
const shown = (facts: Facts): Facts =>
  Object.fromEntries(
    Object.entries(facts).filter(([name]) => !/^((service|supplied|recorded|notice)_|obligation$)/.test(name)),
  );
