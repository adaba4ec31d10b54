import { groupBy } from '../../group.ts';
import { modelineTo } from '../../home.ts';
import { draftTexts } from '../../locale/draft.ts';
import type { Lang } from '../../locale/text.ts';
import type { RawFile } from '../../records/raw.ts';
import type { Column, Table } from '../../records/tables.ts';
import { plain } from '../../records/tables.ts';
import { datesOf, masked, meaningOf } from './content.ts';
import { type FileGuess, type Guess, guess } from './guess.ts';

/** A line of the mapping with its comment: an answer, or a question that stays behind a #. */
interface Line {
  text: string;
  comment: string;
  sure: boolean;
  /** Nothing hangs on it: a column that is probably not needed. */
  idle?: true;
}

type Part = 'columns' | 'values' | 'dates' | 'constants';

export interface Draft {
  /** The file; absent where everything is understood as it is, or nothing at all. */
  text?: string;
  /** Files that are like no table. */
  strange: number;
  sure: number;
  questions: number;
  /** There is an answer in it; else it is a list of questions, and no mapping yet. */
  active: boolean;
}

/** The draft of a mapping for what the files of a folder hold. */
export function draftMapping(files: readonly RawFile[], schemaFile: string, dir: string, lang: Lang): Draft {
  const texts = draftTexts[lang];
  const blocks = files.map((raw) => block(raw, lang));
  const counted = (sure: boolean) => blocks.reduce((n, one) => n + (sure ? one.sure : one.questions), 0);
  const [sure, questions] = [counted(true), counted(false)];
  const strange = blocks.filter((one) => one.strange).length;
  if (sure + questions === 0) return { strange, sure, questions, active: false };
  const active = blocks.some((one) => one.active);
  const lines = [
    `# yaml-language-server: $schema=${modelineTo(schemaFile, dir)}`,
    ...texts.opening.map((line) => `# ${line}`),
    active ? 'files:' : '# files:',
    ...blocks.flatMap((one) => one.lines),
  ];
  return { text: `${lines.join('\n')}\n`, sure, questions, active, strange };
}

interface Block {
  strange?: true;
  lines: string[];
  sure: number;
  questions: number;
  active: boolean;
}

function block(raw: RawFile, lang: Lang): Block {
  const texts = draftTexts[lang];
  const found = guess(raw);
  const title = raw.sheet === undefined ? raw.file : `${raw.file}#${raw.sheet}`;
  if (!found) return { lines: [`  # ${texts.noTable(title)}`], sure: 0, questions: 0, active: false, strange: true };
  const parts = partsOf(found, lang);
  const all = Object.values(parts).flat();
  // A file whose name and headers are understood needs no entry.
  if (raw.table && found.missing.length === 0 && all.every((line) => line.idle))
    return { lines: [], sure: 0, questions: 0, active: false };
  const { table, sure, missing } = found;
  const named = `${title} → ${tableTitle(table, lang)}`;
  const head = sure ? (raw.table ? texts.file(named) : texts.guessed(named)) : texts.unsureTable(named);
  const entry = [
    `  - file: ${scalar(raw.file)}`,
    ...(raw.sheet === undefined ? [] : [`    sheet: ${scalar(raw.sheet)}`]),
    `    table: ${table.name}`,
  ];
  const open = missing.filter(({ values }) => values.length === 0).map((column) => columnTitle(column, lang));
  const lines = [
    ...entry.map((text) => (sure ? text : commented(text))),
    ...(['columns', 'values', 'dates', 'constants'] as const).flatMap((part) =>
      section(part, parts[part], sure, texts),
    ),
    ...(open.length > 0 ? [`    # ${texts.missing(open)}`] : []),
  ];
  const told = all.filter((line) => line.comment !== '');
  const answers = sure ? told.filter((line) => line.sure).length + (raw.table ? 0 : 1) : 0;
  const asked = told.length + 1 - answers - (sure && raw.table ? 1 : 0);
  const questions = asked === 0 && open.length > 0 ? 1 : asked;
  return { lines: [`  # ${head}`, ...lines], sure: answers, questions, active: sure };
}

/** A key with its lines; behind a # where none of them is an answer. */
function section(part: Part, lines: readonly Line[], active: boolean, texts: { question: string }): string[] {
  if (lines.length === 0) return [];
  const used = active && lines.some(({ sure, text }) => sure && !text.endsWith(':'));
  const key = `    ${part}:`;
  return [
    used ? key : commented(key),
    ...lines.flatMap(({ text, comment, sure }) => {
      const indent = /^ */.exec(text)?.[0] ?? '';
      const below = comment === '' ? [] : [`${indent}# ${sure ? '' : texts.question}${comment}`];
      return [...below, used && sure ? text : commented(text)];
    }),
  ];
}

/** A line behind a #, which is as far in as without it. */
const commented = (text: string): string =>
  text.replace(/^( *)(.*)$/, (_, indent: string, rest: string) => `${indent}# ${rest}`);

function partsOf(found: FileGuess, lang: Lang): Record<Part, Line[]> {
  const texts = draftTexts[lang];
  const parts: Record<Part, Line[]> = { columns: [], values: [], dates: [], constants: [] };
  const alike = groupBy(found.guesses, ({ raw }) => plain(raw.header));
  for (const one of found.guesses) {
    const { header } = one.raw;
    const same = alike.get(plain(header)) ?? [];
    if (header !== '' && same.length > 1) {
      const comment = texts.doubled(header, same.length);
      if (same[0] === one) parts.columns.push({ text: `      ${scalar(header)}: ?`, comment, sure: false });
      continue;
    }
    const line = columnLine(one, lang);
    if (line) parts.columns.push(line);
    const { column, raw } = one;
    if (!column || !one.sure) continue;
    parts.values.push(...valueLines(column, raw.values, lang));
    const dates = datesOf(column, raw.values);
    if (dates === undefined || dates === 'native') continue;
    const sure = dates.length === 1;
    const comment = sure ? texts.format : texts.formats(dates);
    parts.dates.push({
      text: `      ${column.name}: ${sure ? dates[0] : '?'}`,
      comment: [comment, texts.example(shown(raw.values, column))].join(texts.separator),
      sure,
    });
  }
  for (const { name, values } of found.missing) {
    if (values.length > 0)
      parts.constants.push({ text: `      ${name}: ?`, comment: texts.constant(values), sure: false });
  }
  return parts;
}

/** What a header stands for; nothing where it is understood anyhow. */
function columnLine({ raw, column, reason, fit, sure, rivals }: Guess, lang: Lang): Line | undefined {
  const texts = draftTexts[lang];
  if (reason === 'native' || raw.header === '') return undefined;
  const example = texts.example(shown(raw.values, column));
  if (rivals.length > 0 && !column) {
    return { text: `      ${scalar(raw.header)}: null`, comment: texts.rivals(rivals), sure: false };
  }
  if (!column || !reason) {
    return {
      text: `      ${scalar(raw.header)}: ?`,
      comment: [texts.unknown, example].join(texts.separator),
      sure: false,
      idle: true,
    };
  }
  const level = sure && reason === 'similar' ? 'high' : sure ? 'middle' : 'low';
  const why = [
    texts.why[reason],
    ...(fit > 0 && reason !== 'content' ? [texts.fits] : []),
    texts.confidence[level],
    example,
  ];
  const doubt = [...(rivals.length > 0 ? [texts.rivals(rivals)] : [])];
  return {
    text: `      ${scalar(raw.header)}: ${column.name}`,
    comment: [`${sure ? '' : `${texts.asks} `}${columnTitle(column, lang)}`, ...doubt, ...why].join(texts.separator),
    sure,
  };
}

/** What the words of a column mean that are not understood as they are. */
function valueLines(column: Column, values: readonly string[], lang: Lang): Line[] {
  const texts = draftTexts[lang];
  const allowed = column.type === 'boolean' ? ['true', 'false'] : column.values;
  if (allowed.length === 0) return [];
  const lines = values.flatMap((word): Line[] => {
    const meaning = meaningOf(column, word);
    if (meaning?.known) return [];
    const text = `        ${scalar(word)}: ${meaning?.value ?? '?'}`;
    return [{ text, comment: meaning ? texts.valueSure : texts.value(allowed), sure: meaning !== undefined }];
  });
  if (lines.length === 0) return [];
  const some = lines.some(({ sure }) => sure);
  return [{ text: `      ${column.name}:`, comment: '', sure: some }, ...lines];
}

/** Up to three values as a comment may show them. */
const shown = (values: readonly string[], column: Column | undefined): string[] =>
  [...new Set(values.slice(0, 20).map((value) => masked(value, column)))].slice(0, 3);

const tableTitle = ({ name, aliases }: Table, lang: Lang) =>
  lang === 'zh' ? `${aliases[0] ?? name}（${name}）` : name;
const columnTitle = ({ name, aliases }: Column, lang: Lang) =>
  lang === 'zh' ? `${aliases[0] ?? name}（${name}）` : name;

/** A YAML scalar: quoted unless it is plainly a word. */
const scalar = (text: string): string =>
  /^[\p{L}_][\p{L}\p{N}_]*$/u.test(text) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(text)
    ? text
    : JSON.stringify(text);
