import { type ExplainWords, explainWords } from '../locale/explain.ts';
import { reportWords } from '../locale/report.ts';
import type { Lang } from '../locale/text.ts';
import { partyNames, type Verdict, verdictNames } from '../locale/verdicts.ts';
import { amendmentWords, remedyWords } from '../locale/words.ts';
import { mask } from '../records/mask.ts';
import type { Argued, Argument, Part } from '../rules/argument.ts';
import type { HeldCondition } from '../rules/held.ts';
import { formatInstant } from '../time/instant.ts';
import { evidenceLine, type Shown, signs } from './check.ts';
import { clockLines } from './clock.ts';
import { factTold, type Told, termsTold } from './terms.ts';
import { wrap } from './width.ts';

/** Records shown; the rest is counted. */
const shownRows = 5;

/** The argument for a terminal 80 columns wide: numbered sections, of which the middle ones repeat for each part of the period. */
export function explainPretty(argument: Argument, { lang, unmask }: Shown): string {
  const words = explainWords[lang];
  const { finding, parts, obligation, period, asOf } = argument;
  const name = verdictNames[finding.verdict][lang];
  const ref = reportWords[lang].say.clause(finding.clause);
  const text = argument.gist ?? finding.title;
  const note = obligation.note ? [obligation.note[lang]] : [];
  const blocks = [
    [
      wrap(
        `${signs[finding.verdict]} ${name}  ${finding.title[lang]}${words.id(`${argument.contract} / ${obligation.id}`)}`,
        80,
      ),
      wrap(words.period(period.from, period.to, formatInstant(asOf)), 80, '  '),
      ...(parts.length === 1 ? [wrap(finding.explanation[lang], 80, '  ')] : []),
    ],
    section(words.headings.clause, [
      words.clause(ref, text[lang].replace(/[。.]$/, '')) +
        (lang === 'en' ? ' ' : '') +
        words.bears(partyNames[finding.bearer][lang]),
      ...note,
    ]),
    ...parts.flatMap((part) => partBlocks(part, argument, { lang, unmask })),
    section(words.headings.remedies, remedies(argument, words, lang)),
  ];
  return blocks.map((lines) => lines.join('\n')).join('\n\n');
}

const section = (heading: string, lines: readonly string[], indent = '  '): string[] => [
  heading,
  ...lines.map((line) => wrap(line, 80, indent)),
];

function partBlocks(part: Part, { parts, asOf }: Argument, { lang, unmask }: Shown): string[][] {
  const words = explainWords[lang];
  const { finding, readings, clocks } = part;
  const head = words.part(part.from, part.to, verdictNames[finding.verdict][lang]);
  const at = readings.findIndex(({ id }) => id !== undefined && id === finding.reading);
  const byReading = at < 0 ? [] : [words.shownFor(at + 1)];
  const rows = finding.evidence.slice(0, shownRows).map((row) => evidenceLine(mask(row, unmask), lang));
  const records =
    rows.length === 0
      ? [words.noRecords]
      : [...byReading, words.moreRecords(rows.length, finding.evidenceTotal), ...rows];
  const counted = clocks.flatMap((clock) => [
    words.case(evidenceTable(clock.table, lang), clock.id),
    ...clockLines(clock, asOf, lang).map((line) => `\u0000${line}`),
  ]);
  const mean = finding.facts.measure === 'mean' ? [words.mean] : [];
  const clock = [words.headings.clock, ...[...byReading, ...mean, ...counted].map(indented)];
  return [
    ...(parts.length > 1 ? [[head, wrap(finding.explanation[lang], 80, '  ')]] : []),
    section(words.headings.terms, terms(part, words, lang)),
    section(words.headings.facts, facts(part, words, lang)),
    clocks.length > 0 ? clock : section(words.headings.clock, [words.noClock]),
    section(words.headings.records, records),
  ];
}

/** Steps stand below the case that they are of. */
const indented = (line: string): string =>
  line.startsWith('\u0000') ? wrap(line.slice(1), 80, '    ') : wrap(line, 80, '  ');

const evidenceTable = (table: string, lang: Lang): string => evidenceLine({ table, id: '' }, lang).trim();

function terms({ obligation, readings, amendments, waiver }: Part, words: ExplainWords, lang: Lang): string[] {
  const { prefer } = obligation;
  const tell = ({ name, value }: Told) => words.term(name, value);
  const shared = termsTold(obligation.kind, obligation.parameters, lang).map(tell);
  const byRule = termsTold(obligation.kind, readings[0]?.defaults ?? {}, lang).filter(isTold);
  const own = readings.flatMap((reading, i) => {
    if (reading.means === undefined) return [];
    const different = obligation.readings?.find(({ id }) => id === reading.id)?.parameters ?? {};
    const told = termsTold(obligation.kind, different, lang).map(tell);
    return [words.reading(i + 1, reading.means[lang]) + (lang === 'en' ? ' ' : '') + words.list(told)];
  });
  const chosen = prefer ? readings.findIndex(({ id }) => id === prefer.reading) + 1 : 0;
  return [
    ...(shared.length === 0 && own.length === 0 ? [words.noTerms] : shared),
    ...byRule.map((one) => tell(one) + words.byRule),
    ...own,
    ...(prefer ? [words.prefers(chosen, prefer.reason[lang])] : []),
    ...amendments.map((one) => amendmentWords(one)[lang]),
    ...(waiver ? [words.waiver(waiver.role[lang], waiver.reason[lang], waiver.from, waiver.to, waiver.expires)] : []),
  ];
}

/** A default that restricts nothing, or that points to another term, tells a reader nothing. */
const isTold = ({ key, value }: Told): boolean =>
  !value.startsWith('$') && !/^(none|无|0|no|否)$/.test(value) && key !== '';

function facts({ readings, finding }: Part, words: ExplainWords, lang: Lang): string[] {
  // Where readings differ, the explanation of the waiver says what they come to without it.
  const waived = finding.verdict === 'waived' && readings.length === 1 && readings[0]?.held ? readings[0] : undefined;
  return [
    ...(waived ? [words.without(verdictNames[waived.verdict][lang])] : []),
    ...readings.flatMap((one, i) => [
      ...(one.means === undefined ? [] : [words.reading(i + 1, one.means[lang])]),
      ...argued(one, words, lang),
    ]),
  ];
}

function argued(one: Argued, words: ExplainWords, lang: Lang): string[] {
  const { held } = one;
  if (!held) return [one.explanation[lang] || words.notAsked];
  const conditions = words.list(held.conditions.map((condition) => compared(condition, one, words, lang)));
  return [
    words.list(foundTold(one, lang).map(({ name, value }) => words.term(name, value))),
    // Of a clause with one reading the explanation stands above.
    ...(one.means === undefined ? [] : [one.explanation[lang]]),
    words.held(verdictNames[held.verdict][lang], conditions),
    ...(overruled(held.verdict, one.verdict) ? [words.overruled(verdictNames[one.verdict][lang])] : []),
  ].filter(Boolean);
}

const overruled = (held: Verdict, verdict: Verdict): boolean => held !== verdict;

/** What the data gave, without lists of details such as a port's track. */
export const foundTold = ({ found }: Argued, lang: Lang): Told[] =>
  Object.entries(found).flatMap(([key, value]) =>
    Array.isArray(value) ? [] : [factTold(key, value, undefined, lang)],
  );

function compared(condition: HeldCondition, { facts }: Argued, words: ExplainWords, lang: Lang): string {
  const { fact, value, operator, than, thanFact, not } = condition;
  const unit = facts.limit_unit;
  const left = factTold(fact, value, unit, lang);
  const right = factTold(thanFact ?? fact, than, unit, lang);
  const other = thanFact === undefined ? right.value : `${right.name} ${right.value}`;
  const asked = words.operators[operator] ?? operator;
  const same = operator === 'equal' && thanFact === undefined && !not;
  const said = same ? words.is(left.name, left.value) : `${left.name} ${left.value} ${asked} ${other}`;
  return not ? words.not(said) : said;
}

function remedies({ finding, obligation }: Argument, words: ExplainWords, lang: Lang): string[] {
  const agreed = obligation.remedies ?? [];
  if (agreed.length === 0 && finding.remedies.length === 0) return [words.noRemedy];
  if (finding.verdict === 'breached') {
    if (finding.remedies.length === 0) return [words.noRemedyYet];
    return finding.remedies.map((remedy) => remedyWords(remedy)[lang]);
  }
  const all = agreed.map(({ party, text, clause }) => remedyWords({ party, text, clause })[lang]);
  return [words.ifBreached, ...all];
}
