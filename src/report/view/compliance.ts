import type { Contract } from '../../contract/schema.generated.ts';
import { anomalyWords } from '../../format/evidence.ts';
import type { Bearer } from '../../locale/report.ts';
import type { Lang } from '../../locale/text.ts';
import { rightWords } from '../../locale/words.ts';
import type { CheckResult, Finding } from '../../rules/finding.ts';
import { present, type VerdictBar, verdictBars } from './chart.ts';
import { type EvidenceTable, evidenceTable } from './evidence.ts';
import { type Actions, actionsOf, type FindingView, findingView } from './finding.ts';
import { footOf } from './foot.ts';
import { type Frame, frame, type Link, type Masthead, masthead } from './frame.ts';
import { type ReceiptView, type RecordsView, receiptView, recordsView } from './receipt.ts';
import { badge, severity, type Voice, voiceOf } from './words.ts';

export interface ComplianceInput {
  contract: Contract;
  check: CheckResult;
  lang: Lang;
  /** Show the numbers of natural persons in full. */
  unmask: boolean;
  /** Tables of records that were not supplied. */
  missingTables?: readonly string[];
  nav?: readonly Link[];
}

export interface ComplianceView extends Frame {
  masthead: Masthead;
  bars: readonly VerdictBar[];
  tally: string;
  actions: Actions;
  groups: readonly { id: Bearer; title: string; findings: readonly FindingView[] }[];
  /** Rights that hang on no breach and have arisen. */
  rights: readonly { what: string; rows: EvidenceTable | null }[];
  /** Doubtful records, each kind with what is wrong and how to mend it. */
  anomalies: readonly { what: string; mend: string; rows: EvidenceTable | null }[];
  data: RecordsView;
  receipt: ReceiptView;
}

const bearers = ['customer', 'carrier', 'both'] as const;

/** The compliance page as plain data, free of HTML: the verdicts, what needs action, each finding with what shows it. */
export function complianceView(input: ComplianceInput): ComplianceView {
  const { contract, check, lang, unmask, missingTables = [], nav = [] } = input;
  const voice = voiceOf(lang);
  const { labels, say } = voice;
  const names = { kind: labels.compliance, period: labels.period };
  return {
    ...frame(
      voice,
      `${contract.title[lang]} · ${labels.compliance}`,
      labels.complianceMethod,
      nav,
      check.receipt.simulated,
      footOf([contract.title[lang], labels.compliance], check.receipt, voice),
    ),
    masthead: masthead(contract, check, names, voice),
    bars: verdictBars(check.summary, voice),
    tally: say.tally(present(check.summary).map(([verdict, count]) => ({ word: badge(verdict, voice).word, count }))),
    actions: actionsOf(check.findings, voice),
    groups: bearers.flatMap((bearer) => group(bearer, check.findings, unmask, voice)),
    rights: check.rights.map(({ rows, ...right }) => ({
      what: rightWords(right)[lang],
      rows: evidenceTable({ evidence: rows, evidenceTotal: rows.length }, unmask, voice),
    })),
    anomalies: check.anomalies.map((one) => ({
      what: anomalyWords(one)[lang],
      mend: one.mend[lang],
      rows: evidenceTable({ evidence: one.rows, evidenceTotal: one.total }, unmask, voice),
    })),
    data: recordsView(check.receipt, missingTables, voice),
    receipt: receiptView(check.receipt, voice),
  };
}

/** A bearer's findings, what needs action first, else in the contract's order. */
function group(bearer: Bearer, all: readonly Finding[], unmask: boolean, voice: Voice): ComplianceView['groups'] {
  const findings = all
    .filter((finding) => finding.bearer === bearer)
    .toSorted((a, b) => severity.indexOf(a.verdict) - severity.indexOf(b.verdict))
    .map((finding) => findingView(finding, unmask, voice));
  return findings.length > 0 ? [{ id: bearer, title: voice.bearers[bearer], findings }] : [];
}
