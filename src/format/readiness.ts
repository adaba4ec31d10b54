import type { Lang } from '../locale/index.ts';
import { readinessWords as words } from '../locale/readiness.ts';
import type { Problem } from '../problem.ts';
import type { Readiness, ReadyTable } from '../readiness/readiness.ts';
import { tableWord } from './evidence.ts';
import { tellPretty } from './problems/index.ts';
import { problemJson } from './problems/shown.ts';
import { table, wrap } from './width.ts';

/** Every format in which the state of an export can be printed. */
export const readinessFormats = { pretty, json } satisfies Record<string, (result: Readiness, lang: Lang) => string>;

const signs: Record<ReadyTable['state'], string> = { usable: '✓', lacking: '!', unusable: '✗' };

/** For a terminal 80 columns wide: all tables at a glance, then what is wrong with each. */
function pretty(result: Readiness, lang: Lang): string {
  const { contract, period, asOf, tables, problems } = result;
  const head = [
    contract === null ? words.title[lang] : words.contract(contract)[lang],
    ...(period ? [words.period(period.from, period.to)[lang]] : []),
    ...(asOf === null ? [] : [words.asOf(asOf)[lang]]),
  ].join(lang === 'zh' ? '，' : ', ');
  const blocks = [
    contract === null ? wrap(words.noContract[lang], 80) : '',
    tables.length > 0 ? overview(tables, period !== null, lang) : '',
    ...tables.map((one) => told(`${signs[one.state]} ${nameOf(one, lang)}`, files(one), one.problems, lang)),
    told(words.folder[lang], [], problems, lang),
    verdict(result, lang),
  ];
  return [head, ...blocks.filter((block) => block !== '')].join('\n\n');
}

const nameOf = ({ table: name }: ReadyTable, lang: Lang): string =>
  lang === 'zh' ? `${tableWord(name, 'zh')}（${name}）` : name;

function overview(tables: readonly ReadyTable[], asked: boolean, lang: Lang): string {
  const heads = words.heads[lang].slice(0, asked ? 7 : 6);
  const columns = heads.map((head, i) => ({
    head,
    align: [2, 3, 6].includes(i) ? ('right' as const) : ('left' as const),
  }));
  const sum = (one: ReadyTable, pick: 'read' | 'rejected') =>
    String(one.files.reduce((total, file) => total + file[pick], 0));
  const rows = tables.map((one) => [
    lang === 'zh' ? tableWord(one.table, 'zh') : one.table,
    `${signs[one.state]} ${words.states[one.state][lang]}`,
    ...[sum(one, 'read'), sum(one, 'rejected')],
    ...[one.range?.from.slice(0, 10) ?? '', one.range?.to.slice(0, 10) ?? ''],
    ...(asked ? [one.range?.within?.toString() ?? ''] : []),
  ]);
  return table(columns, rows);
}

const files = ({ files: all }: ReadyTable): string[] =>
  all.map(({ name, encoding }) => `  ${name}${encoding === 'GB18030' ? '  GB18030' : ''}`);

/** A heading with its problems; nothing where there are none. */
function told(heading: string, below: readonly string[], problems: readonly Problem[], lang: Lang): string {
  if (problems.length === 0) return '';
  const lines = tellPretty(problems, lang).trimEnd().split(/\n+/);
  return [heading, ...below, ...lines.map((line) => wrapped(line))].join('\n');
}

/** A line of a problem, which keeps its own indentation. */
function wrapped(line: string): string {
  const indent = /^ */.exec(line)?.[0] ?? '';
  return wrap(line.trim(), 80, `${indent}  `);
}

function verdict({ ready, tables }: Readiness, lang: Lang): string {
  if (ready) return words.ready[lang];
  const count = (state: ReadyTable['state']) => tables.filter((one) => one.state === state).length;
  return words.lacks[lang](count('lacking'), count('unusable'));
}

function json(result: Readiness, lang: Lang): string {
  const shown = (problems: readonly Problem[]) =>
    problems.map((one) => ({
      ...problemJson(one, lang),
      ...('of' in one.data && Array.isArray(one.data.of) ? { of: one.data.of.map(({ id }) => id) } : {}),
    }));
  const tables = result.tables.map(({ problems, range = null, ...one }) => ({
    ...one,
    range,
    problems: shown(problems),
  }));
  return JSON.stringify({ ...result, tables, problems: shown(result.problems) }, null, 2);
}
