import { stated } from '../../contract/term.ts';
import type { Lang } from '../../locale/text.ts';
import type { ReportEntry } from '../entry.ts';
import { present, type Segment, stackedBar, sumCounts } from './chart.ts';
import { type DateView, dateViews } from './dates.ts';
import { footOf } from './foot.ts';
import { type Frame, frame } from './frame.ts';
import { money } from './lines.ts';
import { type Matrix, matrixOf } from './matrix.ts';
import { type StakeView, stakeViews } from './stake.ts';
import { type Badge, badge, severity, type Voice, voiceOf } from './words.ts';

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
  matrix: Matrix;
  stakes: readonly StakeView[];
  /** What is due within ninety days of each contract's as-of, contract by contract where they differ. */
  upcoming: readonly { contract: string; page: string; note: string; dates: readonly DateView[]; more: string }[];
  outliers: readonly { contract: string; clause: string; text: string }[];
}

/** Dates of one contract on the page; the rest is counted. */
const shownDates = 15;

/** The page over all contracts as plain data: links lead to the pages of each contract beside it, of the form `ext`. */
export function portfolioView(entries: readonly ReportEntry[], lang: Lang, ext = 'html'): PortfolioView {
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
    rows: entries.map((entry) => row(entry, most, ext, voice)),
    legend: severity
      .filter((verdict) => entries.some(({ check }) => check.summary[verdict]))
      .map((verdict) => badge(verdict, voice)),
    matrix: matrixOf(entries, ext, voice),
    stakes: stakeViews(entries, voice),
    upcoming: entries.flatMap(({ contract, dates }) =>
      dates
        ? [
            {
              contract: contract.title[lang],
              page: `${encodeURIComponent(contract.id)}/compliance.${ext}`,
              note: say.datesTo(dates.to),
              dates: dateViews(dates.dates, voice).slice(0, shownDates),
              more: say.moreDates(Math.max(0, dates.dates.length - shownDates)),
            },
          ]
        : [],
    ),
    outliers: entries.flatMap(({ contract, outliers = [] }) =>
      outliers.map(({ clause, message }) => ({
        contract: contract.title[lang],
        clause: clause === undefined ? '' : say.clause(clause),
        text: message[lang],
      })),
    ),
  };
}

function row({ contract, check, statement }: ReportEntry, most: number, ext: string, voice: Voice): PortfolioRow {
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
    compliance: `${folder}/compliance.${ext}`,
    billing: statement ? `${folder}/billing.${ext}` : '',
    segments: stackedBar(check.summary, most),
    text: say.tally(verdicts.map(({ badge: { word }, count }) => ({ word, count }))),
  };
}
