import type { Statement } from '../../billing/statement.ts';
import type { Contract } from '../../contract/schema.generated.ts';
import { stated } from '../../contract/term.ts';
import type { Lang } from '../../locale/text.ts';
import type { CheckResult } from '../../rules/finding.ts';
import { present, type Segment, stackedBar, sumCounts } from './chart.ts';
import { footOf } from './foot.ts';
import { type Frame, frame } from './frame.ts';
import { money } from './lines.ts';
import { type Badge, badge, severity, type Voice, voiceOf } from './words.ts';

/** What the reports of one contract are made from; no statement where none was asked for or could be made. */
export interface ReportEntry {
  contract: Contract;
  check: CheckResult;
  statement: Statement | null;
  /** Tables of records that were not supplied. */
  missingTables?: readonly string[];
}

export interface PortfolioRow {
  title: string;
  number: string;
  customer: string;
  carrier: string;
  period: string;
  asOf: string;
  verdicts: readonly { badge: Badge; count: number }[];
  total: string;
  compliance: string;
  /** Empty where there is no statement. */
  billing: string;
  /** The contract's bar in the chart, and the same in words. */
  segments: readonly Segment[];
  text: string;
}

export interface PortfolioView extends Frame {
  headline: string;
  rows: readonly PortfolioRow[];
  /** The verdicts that occur anywhere. */
  legend: readonly Badge[];
}

/** The page over all contracts as plain data: links lead to `<id>/compliance.html` and `<id>/billing.html` beside it. */
export function portfolioView(entries: readonly ReportEntry[], lang: Lang): PortfolioView {
  const voice = voiceOf(lang);
  const { labels, say } = voice;
  const most = Math.max(0, ...entries.map(({ check }) => sumCounts(check.summary)));
  const breaches = entries.reduce((sum, { check }) => sum + (check.summary.breached ?? 0), 0);
  const simulated = entries.some(({ check }) => check.receipt.simulated);
  return {
    ...frame(
      voice,
      labels.portfolio,
      labels.portfolioMethod,
      [],
      simulated,
      footOf([labels.portfolio], { simulated }, voice),
    ),
    headline: say.breaches(breaches, entries.length),
    rows: entries.map((entry) => row(entry, most, voice)),
    legend: severity
      .filter((verdict) => entries.some(({ check }) => check.summary[verdict]))
      .map((verdict) => badge(verdict, voice)),
  };
}

function row({ contract, check, statement }: ReportEntry, most: number, voice: Voice): PortfolioRow {
  const { lang, labels, say } = voice;
  const verdicts = present(check.summary).map(([verdict, count]) => ({ badge: badge(verdict, voice), count }));
  const folder = encodeURIComponent(contract.id);
  return {
    title: contract.title[lang],
    number: stated(contract.number) ?? labels.blank,
    customer: contract.parties.customer.name,
    carrier: contract.parties.carrier.name,
    period: say.span(check.period.from, check.period.to),
    asOf: check.asOf,
    verdicts,
    total: statement ? money(statement.total, voice) : labels.notBilled,
    compliance: `${folder}/compliance.html`,
    billing: statement ? `${folder}/billing.html` : '',
    segments: stackedBar(check.summary, most),
    text: say.tally(verdicts.map(({ badge: { word }, count }) => ({ word, count }))),
  };
}
