import { cellTypes, templateTexts } from '../locale/template.ts';
import type { Lang } from '../locale/text.ts';
import { type Column, type Table, templateWords } from '../records/tables.ts';
import type { Cell } from '../workbook/cell.ts';
import type { Style } from '../workbook/styles.ts';
import type { Validation } from '../workbook/validation.ts';
import { letter, type Sheet, type Workbook, xlsx } from '../workbook/workbook.ts';

const LAST_ROW = 1_048_576;

/** A workbook with a sheet for each table, a guide before them and the values of the drop-downs behind. */
export function templateWorkbook(tables: readonly Table[], lang: Lang): Uint8Array {
  const lists = tables.flatMap((table) =>
    table.columns.flatMap((column) => {
      const values = valuesOf(column, lang);
      return values.length > 0 ? [{ name: listName(table, column), values }] : [];
    }),
  );
  const words = templateWords[lang];
  const all = [{ name: 'states', values: [words.none] }, ...lists];
  const range = (at: number, n: number) => `'${words.values}'!$${letter(at)}$2:$${letter(at)}$${n + 1}`;
  const workbook: Workbook = {
    sheets: [guide(tables, lang), ...tables.map((table) => tableSheet(table, lang)), valuesSheet(all, words.values)],
    names: new Map(all.map(({ name, values }, i) => [name, range(i, values.length)])),
  };
  return xlsx(workbook);
}

const listName = (table: Table, column: Column) => `${table.name}_${column.name}`;

/** What the table and its columns are called: as the reader of data folders knows them. */
const sheetName = ({ name, aliases }: Table, lang: Lang): string => (lang === 'zh' ? (aliases[0] ?? name) : name);
const header = ({ name, aliases }: Column, lang: Lang): string => (lang === 'zh' ? (aliases[0] ?? name) : name);

/** The words to choose from, in the reader's language; none for a column of any content. */
function valuesOf({ type, values, valueAliases }: Column, lang: Lang): string[] {
  if (type === 'boolean') return templateTexts[lang].flags;
  const own = values.length > 0 ? [...values] : [...new Set(valueAliases.values())];
  if (lang === 'en') return own;
  return own.map((value) => [...valueAliases].find(([, of]) => of === value)?.[0] ?? value);
}

/** Whether other words than those to choose from may stand there. */
const isOpen = ({ type, values }: Column): boolean => type !== 'boolean' && values.length === 0;

const typeStyles: Readonly<Record<Column['type'], Style>> = {
  ...{ text: 'text', period: 'text', boolean: 'text', instant: 'instant', moment: 'moment' },
  ...{ integer: 'integer', money: 'money', quantity: 'plain' },
};

const widths: Readonly<Record<Column['type'], number>> = {
  ...{ text: 18, period: 12, boolean: 10, instant: 20, moment: 18, integer: 12, money: 14, quantity: 14 },
};

function tableSheet(table: Table, lang: Lang): Sheet {
  return {
    name: sheetName(table, lang),
    columns: table.columns.map(({ type, name }) => ({
      width: name === 'content' ? 50 : widths[type],
      style: typeStyles[type],
    })),
    rows: [
      table.columns.map((column) => ({ text: header(column, lang), style: column.required ? 'required' : 'optional' })),
    ],
    frozen: true,
    validations: table.columns.flatMap((column, i) => validations(table, column, letter(i), lang)),
  };
}

/** The explanation at the header, and below it with what the cells may hold. */
function validations(table: Table, column: Column, at: string, lang: Lang): Validation[] {
  const texts = templateTexts[lang];
  const says = { title: header(column, lang), prompt: explanation(column, lang) };
  const values = valuesOf(column, lang);
  const range = `${at}2:${at}${LAST_ROW}`;
  const head: Validation = { range: `${at}1`, kind: 'any', ...says };
  if (values.length > 0) {
    const refusal = isOpen(column) ? {} : { refusal: texts.refusal(values.join(texts.separator)) };
    return [head, { range, kind: 'list', list: listName(table, column), ...refusal, ...says }];
  }
  const bound =
    column.type === 'integer' ? 'whole' : column.type === 'money' || column.type === 'quantity' ? 'decimal' : 'any';
  return [
    head,
    { range, kind: bound, ...(bound === 'any' ? {} : { refusal: cellTypes[lang][column.type] ?? '' }), ...says },
  ];
}

/** In a sentence or two: what it is, whether it must be there, what it looks like. */
function explanation(column: Column, lang: Lang): string {
  const texts = templateTexts[lang];
  const parts = [column.title[lang], column.description?.[lang], column.required ? texts.required : texts.optional];
  const values = valuesOf(column, lang);
  if (values.length === 0 && column.type !== 'text') parts.push(cellTypes[lang][column.type]);
  return parts.filter((part) => part !== undefined).join(texts.stop);
}

function guide(tables: readonly Table[], lang: Lang): Sheet {
  const words = templateWords[lang];
  const texts = templateTexts[lang];
  const heading = (list: readonly string[]): Cell[] => list.map((text) => ({ text, style: 'required' }));
  const line = (list: readonly string[]): Cell[] => list.map((text) => ({ text, style: 'wrapped' }));
  const opening: Cell[][] = [
    [{ text: `${words.title}${lang === 'zh' ? '：' : ': '}${texts.about}`, style: 'title' }],
    ...texts.lines.map((text) => [{ text }]),
    [],
    heading(texts.states),
  ];
  const first = opening.length + 1;
  const states = tables.map((table) => line([sheetName(table, lang), '', table.title[lang]]));
  const second = first + tables.length + 2;
  const columns = tables.flatMap((table) => table.columns.map((column) => line(described(table, column, lang))));
  return {
    name: words.guide,
    columns: [14, 16, 12, 18, 12, 34, 40, 40, 22].map((width) => ({ width })),
    rows: [...opening, ...states, [], heading(texts.heads), ...columns],
    frozen: false,
    validations: [
      state(`B${first}:B${first + tables.length - 1}`, lang),
      state(`C${second}:C${second + columns.length - 1}`, lang),
    ],
  };
}

/** Where the guide takes down that there was nothing to fill in. */
function state(range: string, lang: Lang): Validation {
  const texts = templateTexts[lang];
  const refusal = texts.refusal(templateWords[lang].none);
  return { range, kind: 'list', list: 'states', refusal, title: texts.states[1] ?? '', prompt: texts.statePrompt };
}

function described(table: Table, column: Column, lang: Lang): string[] {
  const texts = templateTexts[lang];
  const values = valuesOf(column, lang);
  const allowed = values.join(texts.separator) + (values.length > 0 && isOpen(column) ? texts.others : '');
  const example = values[0] ?? column.example;
  const means = [column.title[lang], column.description?.[lang]].filter((part) => part !== undefined);
  return [
    ...[sheetName(table, lang), header(column, lang), '', column.name],
    ...[
      column.required ? texts.required : texts.optional,
      values.length > 0 ? '' : (cellTypes[lang][column.type] ?? ''),
    ],
    ...[allowed, means.join(texts.stop), example],
  ];
}

function valuesSheet(lists: readonly { name: string; values: readonly string[] }[], name: string): Sheet {
  const longest = Math.max(...lists.map(({ values }) => values.length));
  const rows = Array.from({ length: longest }, (_, row) => lists.map(({ values }) => ({ text: values[row] ?? '' })));
  return {
    name,
    hidden: true,
    columns: lists.map(() => ({ width: 24, style: 'text' })),
    rows: [lists.map((list) => ({ text: list.name })), ...rows],
    frozen: true,
  };
}
