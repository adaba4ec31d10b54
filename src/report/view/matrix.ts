import { actionVerdicts, type Bearer } from '../../locale/report.ts';
import { cellWords, type Topic, topicNames, topics } from '../../locale/topics.ts';
import type { Verdict } from '../../locale/verdicts.ts';
import type { Finding } from '../../rules/finding.ts';
import type { ReportEntry } from '../entry.ts';
import { type Badge, badge, severity, type Voice } from './words.ts';

export interface MatrixCell {
  /** The most serious verdict. */
  badge: Badge;
  /** Findings under the topic, and those of them that somebody has to act upon. */
  count: number;
  toAct: number;
  /** Where the compliance report lists the most serious of them. */
  href: string;
  /** All of it as a sentence, with topic and contract. */
  text: string;
}

export interface Matrix {
  /** The contracts, in the order given. */
  columns: readonly string[];
  /** The topics that any contract has, in their order; null where a contract has no such obligation. */
  rows: readonly { topic: Topic; title: string; cells: readonly (MatrixCell | null)[] }[];
}

/** Id of the section of a compliance report that lists a bearer's obligations of a topic. */
export const topicAnchor = (bearer: Bearer, topic: Topic): string => `t-${bearer}-${topic}`;

/**
 * Topics by contracts, as plain data: how each stands at worst. Links lead to the compliance
 * report of each contract beside the page, of the form `ext`.
 */
export function matrixOf(entries: readonly ReportEntry[], ext: string, voice: Voice): Matrix {
  const { lang } = voice;
  const rows = topics.map((topic) => ({
    topic,
    title: topicNames[topic][lang],
    cells: entries.map((entry) => cell(entry, topic, ext, voice)),
  }));
  return {
    columns: entries.map(({ contract }) => contract.title[lang]),
    rows: rows.filter(({ cells }) => cells.some((one) => one !== null)),
  };
}

const waiting = new Set<Verdict>(actionVerdicts);

/** The order in which the report lists the bearers: of equal verdicts the first is linked to. */
export const bearers: readonly Bearer[] = ['customer', 'carrier', 'both'];

const bySeriousness = (a: Finding, b: Finding): number =>
  severity.indexOf(a.verdict) - severity.indexOf(b.verdict) || bearers.indexOf(a.bearer) - bearers.indexOf(b.bearer);

function cell({ contract, check }: ReportEntry, topic: Topic, ext: string, voice: Voice): MatrixCell | null {
  const findings = check.findings.filter((finding) => finding.topic === topic).toSorted(bySeriousness);
  const [worst] = findings;
  if (!worst) return null;
  const { lang } = voice;
  const toAct = findings.filter(({ verdict }) => waiting.has(verdict)).length;
  const shown = badge(worst.verdict, voice);
  const named = { contract: contract.title[lang], topic: topicNames[topic][lang], verdict: shown.word };
  return {
    badge: shown,
    count: findings.length,
    toAct,
    href: `${encodeURIComponent(contract.id)}/compliance.${ext}#${topicAnchor(worst.bearer, topic)}`,
    text: cellWords[lang]({ ...named, count: findings.length, toAct }),
  };
}
