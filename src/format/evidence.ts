import { reportWords } from '../locale/report.ts';
import type { Lang, Text } from '../locale/text.ts';
import { tables } from '../records/tables.ts';
import type { Anomaly } from '../rules/anomalies.ts';
import { formatInstant } from '../time/instant.ts';

/** A table of records in the reader's words: in Chinese the first alias of the record schema. */
export function tableWord(name: string, lang: Lang): string {
  const alias = lang === 'zh' ? tables.find((table) => table.name === name)?.aliases[0] : undefined;
  return alias ?? spaced(name);
}

/** A column of a table as the record schema names it, or a column of evidence; the name itself where nobody has a word. */
export function columnWord(table: string, column: string, lang: Lang): string {
  const found = tables.find((one) => one.name === table)?.columns.find((one) => one.name === column);
  const { columns } = reportWords[lang];
  const own = Object.hasOwn(columns, column) ? columns[column] : undefined;
  const alias = lang === 'zh' && column !== 'id' ? found?.aliases[0] : undefined;
  const word = alias ?? (found && column !== 'id' ? undefined : own) ?? spaced(column);
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** A value of a column that takes only some, in the reader's words: in Chinese the first alias of the record schema. */
export function valueWord(table: string, column: string, value: string, lang: Lang): string {
  const found = tables.find((one) => one.name === table)?.columns.find((one) => one.name === column);
  const [alias] = [...(found?.valueAliases ?? [])].find(([, stored]) => stored === value) ?? [];
  return (lang === 'zh' ? alias : undefined) ?? value;
}

const spaced = (name: string): string => name.replaceAll('_', ' ');

/** Columns of instants at which a day that counts has ended. */
const ends = new Set(['due_at', 'not_before', 'since']);

/** A value of an evidence row as people read it: the end of a time limit at midnight is 24:00 of the day before. */
export const evidenceValue = <Value>(column: string, value: Value): Value | string =>
  ends.has(column) && typeof value === 'string' && value.includes(':') ? formatInstant(value, 'end') : value;

/** Doubtful rows in a sentence: of which table, how many, what is wrong. */
export const anomalyWords = ({ table, total, means }: Pick<Anomaly, 'table' | 'total' | 'means'>): Text => ({
  zh: `${tableWord(table, 'zh')} ${total} 行：${means.zh}。`,
  en: `${tableWord(table, 'en')}, ${total} row${total === 1 ? '' : 's'}: ${means.en}.`,
});
