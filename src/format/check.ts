import type { Lang } from '../locale/index.ts';
import { portStates, rateWords, trackWords } from '../locale/ports.ts';
import { partyNames, verdictNames } from '../locale/verdicts.ts';
import { amendmentWords, remedyWords, rightWords } from '../locale/words.ts';
import { mask } from '../records/mask.ts';
import type { Anomaly } from '../rules/anomalies.ts';
import type { CheckResult, Finding } from '../rules/finding.ts';
import type { Right } from '../rules/rights.ts';
import { anomalyWords, columnWord, evidenceValue, tableWord } from './evidence.ts';
import { problemJson } from './problems/shown.ts';
import { wrap } from './width.ts';

export const signs: Record<Finding['verdict'], string> = {
  fulfilled: '✓',
  breached: '✗',
  'at-risk': '!',
  pending: '…',
  'not-triggered': '-',
  undetermined: '?',
  disputed: '≠',
  'needs-attestation': '✎',
  waived: '○',
};

export interface Shown {
  lang: Lang;
  unmask: boolean;
}

/** The findings as JSON in the shape of design.md §8. */
export function checkJson(result: CheckResult, { lang, unmask }: Shown): string {
  const findings = result.findings.map((finding) => ({
    obligation: finding.obligation,
    clause: finding.clause,
    kind: finding.kind,
    topic: finding.topic,
    title: finding.title[lang],
    bearer: finding.bearer,
    verdict: finding.verdict,
    readings: finding.readings.map((r) => ({
      id: r.id,
      means: r.means[lang],
      verdict: r.verdict,
      explanation: r.explanation[lang],
      facts: r.facts,
    })),
    facts: finding.facts,
    evidence: finding.evidence.map((row) => mask(row, unmask)),
    evidenceTotal: finding.evidenceTotal,
    remedies: finding.remedies.map((remedy) => ({ ...remedy, text: remedy.text[lang] })),
    explanation: finding.explanation[lang],
    ...(finding.waiver && {
      waiver: { ...finding.waiver, reason: finding.waiver.reason[lang], role: finding.waiver.role[lang] },
    }),
    ...(finding.spans && { spans: finding.spans.map((span) => ({ ...span, explanation: span.explanation[lang] })) }),
  }));
  const amendments = result.amendments.map((one) => ({ ...one, title: one.title[lang] }));
  const waivers = result.waivers.map((one) => ({ ...one, reason: one.reason[lang], role: one.role[lang] }));
  const anomalies = result.anomalies.map(({ means, mend, rows, ...one }) => ({
    ...one,
    message: means[lang],
    help: mend[lang],
    rows: rows.map((row) => mask(row, unmask)),
  }));
  const rights = result.rights.map(({ means, rows, ...one }) => ({ ...one, text: means[lang], rows }));
  const problems = result.problems.map((one) => problemJson(one, lang));
  return JSON.stringify({ ...result, amendments, waivers, findings, rights, anomalies, problems }, null, 2);
}

/** The findings for a terminal 80 columns wide. */
export function checkPretty(result: CheckResult, { lang, unmask }: Shown): string {
  const zh = lang === 'zh';
  const { from, to } = result.period;
  const head = zh
    ? `${result.contract}  期间 ${from} 至 ${to}\n截至 ${result.asOf}（北京时间）`
    : `${result.contract}  ${from} to ${to}\nas of ${result.asOf} (Beijing)`;
  const changes = result.amendments.map((one) => wrap(amendmentWords(one)[lang], 80)).join('\n');
  const tally = Object.entries(result.summary)
    .map(([verdict, n]) => `${verdictNames[verdict as Finding['verdict']][lang]} ${n}`)
    .join(zh ? '，' : ', ');
  const { read, rejected } = result.receipt.rows;
  const rows = zh
    ? `读取 ${read} 行，剔除 ${rejected} 行；回执 ${result.receipt.id.slice(0, 16)}`
    : `${read} rows read, ${rejected} set aside; receipt ${result.receipt.id.slice(0, 16)}`;
  const body = result.findings.map((finding) => one(finding, lang, unmask)).join('\n\n');
  const doubtful = result.anomalies.length > 0 ? `\n\n${anomaliesPretty(result.anomalies, { lang, unmask })}` : '';
  const arisen = result.rights.length > 0 ? `\n\n${rightsPretty(result.rights, lang)}` : '';
  return `${head}${changes && `\n${changes}`}\n\n${body}${arisen}${doubtful}\n\n${wrap(tally, 80)}\n${rows}`;
}

/** Rights that hang on no breach, each with what it arose from. */
function rightsPretty(rights: readonly Right[], lang: Lang): string {
  const lines = rights.flatMap(({ party, means, clause, rows }) => [
    wrap(rightWords({ party, means, clause })[lang], 80, '    '),
    ...rows.map((row) => wrap(evidenceLine(row, lang), 80, '      ')),
  ]);
  return [lang === 'zh' ? '已产生的权利：' : 'Rights that have arisen:', ...lines].join('\n');
}

/** Doubtful rows beside the findings, each kind with what is wrong, its first rows and how to mend it. */
function anomaliesPretty(anomalies: readonly Anomaly[], { lang, unmask }: Shown): string {
  const zh = lang === 'zh';
  const heading = zh ? '记录中有疑点，请先核对：' : 'Doubtful records, to be looked into first:';
  const blocks = anomalies.map((one) =>
    [
      wrap(`! ${anomalyWords(one)[lang]}`, 80),
      ...one.rows.map((row) => wrap(evidenceLine(mask(row, unmask), lang), 80, '      ')),
      ...(one.total > one.rows.length ? [moreRows(one.total - one.rows.length, lang)] : []),
      wrap(`${zh ? '改法：' : 'Mend: '}${one.mend[lang]}`, 80, '    '),
    ].join('\n'),
  );
  return [heading, ...blocks].join('\n');
}

const moreRows = (n: number, lang: Lang): string => (lang === 'zh' ? `      ……另有 ${n} 条` : `      … and ${n} more`);

function one(finding: Finding, lang: Lang, unmask: boolean): string {
  const verdict = verdictNames[finding.verdict][lang];
  const head = `${signs[finding.verdict]} ${verdict}  ${finding.clause}  ${finding.title[lang]}`;
  const bearer = partyNames[finding.bearer][lang];
  const lines = [
    `${head}${lang === 'zh' ? `（${bearer}）` : ` (${bearer})`}`,
    wrap(finding.explanation[lang], 80, '    '),
  ];
  lines.push(...trackLines(finding.facts.track, lang));
  for (const row of finding.evidence.slice(0, 3)) lines.push(wrap(evidenceLine(mask(row, unmask), lang), 80, '      '));
  const more = finding.evidenceTotal - Math.min(3, finding.evidence.length);
  if (more > 0) lines.push(moreRows(more, lang));
  for (const remedy of finding.remedies) lines.push(wrap(remedyWords(remedy)[lang], 80, '    '));
  return lines.join('\n');
}

/** One row of evidence: its table, its id, and what its columns hold. */
export function evidenceLine({ table, id, ...columns }: Record<string, unknown>, lang: Lang): string {
  const cells = Object.entries(columns).flatMap(([name, value]) =>
    value === null || value === '' ? [] : [`${columnWord(String(table), name, lang)} ${evidenceValue(name, value)}`],
  );
  return `${tableWord(String(table), lang)} ${id}  ${cells.join(lang === 'zh' ? '，' : ', ')}`;
}

const trackShown = 6;

/** The days on which ports were not free, of a finding that has a track. */
function trackLines(track: Finding['facts'][string] | undefined, lang: Lang): string[] {
  const spans = (Array.isArray(track) ? track : []).flatMap((one) =>
    typeof one === 'object' && one.state !== 'normal' ? [one] : [],
  );
  const lines = spans.slice(0, trackShown).map(({ port, from, to, state, rate }) => {
    const word = portStates[String(state)]?.[lang] ?? String(state);
    return wrap(
      `${trackWords.port[lang]} ${port}  ${from}..${to}  ${word}  ${rateWords(String(rate))[lang]}`,
      80,
      '      ',
    );
  });
  return spans.length > trackShown ? [...lines, moreRows(spans.length - trackShown, lang)] : lines;
}
