import { columnWord, tableWord } from '../../format/evidence.ts';
import type { Lang } from '../../locale/text.ts';
import { workbookWords } from '../../locale/workbook.ts';
import { isPersonal, maskedSql } from '../../records/mask.ts';
import { ident, literal } from '../../records/sql.ts';
import { tables } from '../../records/tables.ts';

export interface StoreColumn {
  name: string;
  /** As the store calls it: VARCHAR, TIMESTAMP … */
  type: string;
}

/** Columns that tell the parts of a period apart. */
export const partColumns = ['part_from', 'part_to', 'part_verdict'] as const;

/**
 * A column as JSON and the page have it: instants and days as text, a record that has only a day without a time, the
 * numbers of persons masked unless asked for in full.
 */
export function columnSql({ name, type }: StoreColumn, unmask: boolean): string {
  const column = ident(name);
  if (type === 'DATE') return `strftime(${column}, '%Y-%m-%d')`;
  if (type.startsWith('TIMESTAMP')) {
    const as = (format: string) => `strftime(${column}, '${format}')`;
    const [day, whole, exact] = ['%Y-%m-%d', '%Y-%m-%d %H:%M:%S', '%Y-%m-%d %H:%M:%S.%f'].map(as);
    const hasFraction = `epoch_us(${column}) % 1000000 <> 0`;
    return `case when is_day_only(${column}) then ${day} when ${hasFraction} then ${exact} else ${whole} end`;
  }
  return type === 'VARCHAR' && isPersonal(name) && !unmask ? maskedSql(column) : column;
}

/** What a spreadsheet would take for the beginning of a formula, and the apostrophe itself, so that it can be taken off. */
const formula = `'^[=+@＝＋－＠\\t\\r\\n''-]'`;

/**
 * What people read of a column: the table in their words, and text that a spreadsheet takes for text, with an apostrophe
 * before what could begin a formula.
 */
export function written(sql: string, { name, type }: StoreColumn, lang: Lang): string {
  if (name === 'table') {
    const words = tables.map((table) => `when ${literal(table.name)} then ${literal(tableWord(table.name, lang))}`);
    return `case ${sql} ${words.join(' ')} else ${sql} end`;
  }
  return type === 'VARCHAR' ? `case when regexp_matches(${sql}, ${formula}) then '''' || ${sql} else ${sql} end` : sql;
}

/** Headers in the reader's words, as on the page; where two columns would have the same, with their names. */
export function headers(names: readonly string[], table: string | undefined, lang: Lang): string[] {
  const words = names.map((name) => word(name, table, lang));
  return words.map((one, i) => (words.indexOf(one) === words.lastIndexOf(one) ? one : `${one} (${names[i]})`));
}

function word(name: string, table: string | undefined, lang: Lang): string {
  const { heads } = workbookWords[lang];
  if (name === 'table') return heads.table;
  if (name === 'id') return heads.id;
  const part = partColumns.find((one) => one === name);
  return part ? heads[part] : columnWord(table ?? '', name, lang);
}
