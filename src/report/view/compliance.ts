import { anomalyWords } from '../../format/evidence.ts';
import type { Bearer } from '../../locale/report.ts';
import type { Lang } from '../../locale/text.ts';
import { topicNames, topics } from '../../locale/topics.ts';
import { verdictMeanings } from '../../locale/verdicts.ts';
import { rightWords } from '../../locale/words.ts';
import { tally } from '../../rules/check.ts';
import type { CheckResult, Finding } from '../../rules/finding.ts';
import type { ReportEntry } from '../entry.ts';
import { type Actions, actionsOf } from './actions.ts';
import { present, type VerdictBar, verdictBars } from './chart.ts';
import { type ComparisonView, comparisonView } from './comparison.ts';
import { type CoverageView, coverageView, gistsOf } from './coverage.ts';
import { type UpcomingView, upcomingView } from './dates.ts';
import { type EvidenceTable, evidenceTable } from './evidence.ts';
import { type FindingSettings, type FindingView, findingView } from './finding.ts';
import { footOf } from './foot.ts';
import { type Frame, frame, type Link, type Masthead, masthead } from './frame.ts';
import { bearers, topicAnchor } from './matrix.ts';
import { type ReceiptView, type RecordsView, receiptView, recordsView } from './receipt.ts';
import { type WaiverView, waiverViews } from './waivers.ts';
import { type Badge, badge, severity, type Voice, voiceOf } from './words.ts';

export interface ComplianceInput extends Omit<ReportEntry, 'statement'> {
  lang: Lang;
  /** Show the numbers of natural persons in full. */
  unmask: boolean;
  nav?: readonly Link[];
}

export interface ComplianceView extends Frame {
  masthead: Masthead;
  bars: readonly VerdictBar[];
  tally: string;
  actions: Actions;
  comparison: ComparisonView | null;
  upcoming: UpcomingView | null;
  groups: readonly GroupView[];
  waivers: readonly WaiverView[];
  /** Rights that hang on no breach and have arisen. */
  rights: readonly { what: string; rows: EvidenceTable | null }[];
  /** Doubtful records, each kind with what is wrong and how to mend it. */
  anomalies: readonly { what: string; mend: string; rows: EvidenceTable | null }[];
  data: RecordsView;
  coverage: CoverageView | null;
  legend: readonly { badge: Badge; means: string }[];
  receipt: ReceiptView;
}

/** The obligations of one side, topic by topic. */
export interface GroupView {
  id: Bearer;
  title: string;
  tally: string;
  topics: readonly { id: string; title: string; tally: string; findings: readonly FindingView[] }[];
}

/** The compliance page as plain data, free of HTML: the verdicts, what needs action, each finding with what shows it. */
export function complianceView(input: ComplianceInput): ComplianceView {
  const { contract, check, calendar, lang, unmask, missingTables = [], nav = [] } = input;
  const voice = voiceOf(lang);
  const { labels } = voice;
  const names = { kind: labels.compliance, period: labels.period };
  const files = new Map((input.evidence ?? []).map((file) => [file.obligation, file]));
  const settings = {
    voice,
    unmask,
    calendar,
    asOf: check.asOf,
    gists: gistsOf(contract, voice),
    files,
    series: input.series ?? new Map(),
  };
  const table = (evidence: CheckResult['findings'][number]['evidence'], evidenceTotal: number) =>
    evidenceTable({ evidence, evidenceTotal }, unmask, voice);
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
    tally: tallied(check.summary, voice),
    actions: actionsOf(check.findings, voice),
    comparison: comparisonView(input.comparison, voice),
    upcoming: upcomingView(input.dates, voice),
    groups: bearers.flatMap((bearer) => group(bearer, check.findings, settings)),
    waivers: waiverViews(check.waivers, contract, voice),
    rights: check.rights.map(({ rows, ...right }) => ({
      what: rightWords(right)[lang],
      rows: table(rows, rows.length),
    })),
    anomalies: check.anomalies.map((one) => ({
      what: anomalyWords(one)[lang],
      mend: one.mend[lang],
      rows: table(one.rows, one.total),
    })),
    data: recordsView(check.receipt, missingTables, voice),
    coverage: coverageView(contract, new Set(check.findings.map(({ obligation }) => obligation)), voice),
    legend: severity.map((verdict) => ({ badge: badge(verdict, voice), means: verdictMeanings[verdict][lang] })),
    receipt: receiptView(check.receipt, voice),
  };
}

type Counts = CheckResult['summary'];

const tallied = (counts: Counts, voice: Voice): string =>
  voice.say.tally(present(counts).map(([verdict, count]) => ({ word: badge(verdict, voice).word, count })));

/** A side's findings by topic, what needs action first, else in the contract's order. */
function group(bearer: Bearer, all: readonly Finding[], settings: FindingSettings): GroupView[] {
  const { voice } = settings;
  const own = all
    .filter((finding) => finding.bearer === bearer)
    .toSorted((a, b) => severity.indexOf(a.verdict) - severity.indexOf(b.verdict));
  if (own.length === 0) return [];
  const shown = topics.flatMap((topic) => {
    const findings = own.filter((finding) => finding.topic === topic);
    if (findings.length === 0) return [];
    return [
      {
        id: topicAnchor(bearer, topic),
        title: topicNames[topic][voice.lang],
        tally: tallied(tally(findings), voice),
        findings: findings.map((finding) => findingView(finding, settings)),
      },
    ];
  });
  return [{ id: bearer, title: voice.bearers[bearer], tally: tallied(tally(own), voice), topics: shown }];
}
