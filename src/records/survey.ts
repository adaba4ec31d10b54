import { type Named, type Problem, problem } from '../problem.ts';
import type { Calendar } from '../time/calendar.ts';
import { type Days, type Range, rawDoubts, typedDoubts } from './doubts.ts';
import type { Fault } from './load.ts';
import { recordsOf } from './open.ts';
import { prepare } from './prepare.ts';
import { readFolder, type Seen, type Work } from './read.ts';
import { type Table, tables } from './tables.ts';

export interface SurveyedFile {
  name: string;
  read: number;
  rejected: number;
  encoding?: Seen['encoding'];
}

/** What a folder holds of one table, and all that is wrong or odd in it. */
export interface SurveyedTable {
  table: Table;
  /** There is a file of it, whether it could be read or not. */
  present: boolean;
  files: SurveyedFile[];
  rows: number;
  range: Range | undefined;
  problems: Problem[];
}

export interface Survey {
  tables: SurveyedTable[];
  /** Columns that every file of a table supplies, as `<table>_<column>`. */
  supplied: Readonly<Record<string, boolean>>;
  /** What belongs to no table: files that were ignored, damaged workbooks. */
  problems: Problem[];
}

/**
 * Reads a data folder to the end whatever is wrong in it. `asOf` is Beijing time; `days` are what the records should
 * cover. Throws Stop where the folder or its mapping cannot be read.
 */
export async function survey(
  dir: string,
  { calendar, asOf, days }: { calendar: Calendar; asOf: string; days?: Days | undefined },
): Promise<Survey> {
  const prepared = await prepare(calendar, { folders: [dir] });
  try {
    const seen: Seen[] = [];
    const doubts: Problem[] = [];
    const look = async (one: Seen) => {
      seen.push(one);
      doubts.push(...(await rawDoubts(prepared.store, one)));
    };
    const work = await readFolder(dir, prepared, { seen: look });
    const records = await recordsOf(work, async () => {});
    // A table that cannot be read is not a folder without records.
    const told = records.problems.filter(({ code }) => code !== 'records-none' || work.claims.size === 0);
    const all = [...work.errors, ...(await badCells(work)), ...told, ...doubts];
    const surveyed: SurveyedTable[] = [];
    for (const table of tables) {
      const own = all.filter((one) => nameOf(one, work) === table.name);
      const { problems, range } = await typedDoubts(prepared.store, table, records.supplied, asOf, days);
      const { files, rows, present } = records.tables.get(table.name) ?? { files: [], rows: 0, present: false };
      const encodings = new Map(seen.map(({ name, encoding }) => [name, encoding]));
      surveyed.push({
        table,
        present: present || [...work.claims.values()].some(({ name }) => name === table.name),
        files: files.map(({ name, read, rejected }) => ({ name, read, rejected, encoding: encodings.get(name) })),
        rows,
        range,
        problems: [...own, ...(rows > 0 ? problems : [])],
      });
    }
    const known = new Set(surveyed.flatMap(({ problems }) => problems));
    return { tables: surveyed, supplied: records.supplied, problems: all.filter((one) => !known.has(one)) };
  } finally {
    await prepared.close();
  }
}

/** The table that a problem is about: by the file in which it stands, or because it says so. */
function nameOf(one: Problem, { claims }: Work): string | undefined {
  const byFile = one.file === undefined ? undefined : claims.get(one.file)?.name;
  return byFile ?? ('table' in one.data && one.code.startsWith('record-') ? (one.data.table as Named).name : undefined);
}

const SHOWN = 3;

/** Every bad cell and row, those of one column and one kind together. */
async function badCells({ store, loaded }: Work): Promise<Problem[]> {
  const rows = await store.query(`SELECT file, "column", fault, count(*) AS n,
      list("row" ORDER BY "row")[1:${SHOWN}] AS rows, list_sort(list(DISTINCT left(value, 40)))[1:${SHOWN}] AS values
    FROM staged._faults GROUP BY file, "column", fault ORDER BY file, min("row"), "column"`);
  return rows.flatMap((row): Problem[] => {
    const of = loaded[Number(row.file)];
    if (!of) return [];
    const { file, table } = of;
    const [count, at] = [Number(row.n), row.rows as number[]];
    const column = table.columns.find(({ name }) => name === row.column);
    if (!column) {
      return [problem('records-bad-rows', { fault: String(row.fault), count, rows: at }, { file })];
    }
    const { name, aliases, type, values: allowed, mapped } = column;
    const data = {
      ...{ column: name, alias: aliases[0] ?? name, fault: row.fault as Extract<Fault, 'required' | 'value'>, count },
      ...{ rows: at, values: (row.values as (string | null)[]).map(String), type, allowed, format: mapped?.dates },
    };
    return [problem('records-bad-cells', data, { file })];
  });
}
