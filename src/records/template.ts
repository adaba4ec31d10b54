import { type Problem, problem } from '../problem.ts';
import type { Row } from './excel.ts';
import { columnOf, type Table, templateWords } from './tables.ts';

/** A workbook that was made by `lvyue records template`. */
interface Template {
  /** Whether the sheet is the guide or holds the values of the drop-downs. */
  isOwn(sheet: string): boolean;
  /** The rows without the columns that nobody filled in; undefined where there is no row. */
  filledIn(sheet: string, table: Table, rows: readonly Row[]): readonly Row[] | undefined;
  /** Warnings for what was left blank so far. */
  problems(file: string): Problem[];
}

const isEmpty = (cell: unknown) => cell === null || cell === undefined || String(cell).trim() === '';

/**
 * A workbook as the template that it was made from: an empty sheet of it is no export without rows, and an empty column
 * none of empty cells. Its guide may say of either that there was nothing to fill in. Undefined for other workbooks.
 */
export function templateOf(workbook: readonly { sheet: string; data: readonly Row[] }[]): Template | undefined {
  const words = Object.values(templateWords).find(({ title, guide }) =>
    workbook.some(({ sheet, data }) => sheet === guide && String(data[0]?.[0] ?? '').startsWith(title)),
  );
  if (!words) return undefined;
  const guide = workbook.find(({ sheet }) => sheet === words.guide)?.data ?? [];
  const says = (...path: readonly string[]) =>
    guide.some((row) => [...path, words.none].every((word, i) => String(row[i] ?? '').trim() === word));
  const blank: string[] = [];
  return {
    isOwn: (sheet) => [words.guide, words.values].includes(sheet),
    filledIn(sheet, table, [header = [], ...rows]) {
      if (rows.every((row) => row.every(isEmpty))) {
        if (says(sheet)) return [header];
        blank.push(sheet);
        return undefined;
      }
      const kept = header.flatMap((title, i) => {
        const name = String(title ?? '').trim();
        const optional = columnOf(table, name)?.required === false;
        if (!optional || says(sheet, name) || rows.some((row) => !isEmpty(row[i]))) return [i];
        blank.push(`${sheet}.${name}`);
        return [];
      });
      return [header, ...rows].map((row) => kept.map((i) => row[i]));
    },
    problems: (file) => (blank.length > 0 ? [problem('records-blank', { names: blank }, { file }, 'warning')] : []),
  };
}
