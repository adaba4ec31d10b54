import { type Lang, say } from '../locale/index.ts';
import { type Problem, problem, Stop } from '../problem.ts';
import { copyToCsv } from './copy.ts';
import type { Fault } from './load.ts';
import type { Store } from './store.ts';
import type { Table } from './tables.ts';

/** A file as faults refer to it: its place in the list is the number they bear. */
export interface LoadedFile {
  file: string;
  table: Table;
}

const SHOWN = 20;
const LONGEST = 200;

function faultProblem({ file, table }: LoadedFile, row: Record<string, unknown>): Problem {
  const fault = row.fault as Fault;
  const line = Number(row.row);
  const value = String(row.value ?? '').slice(0, LONGEST);
  const column = table.columns.find((each) => each.name === row.column);
  if (!column) return problem('record-shape', { row: line, fault, value }, { file, line });
  const named = { row: line, column: column.name, alias: column.aliases[0] ?? column.name };
  if (fault === 'required') return problem('record-required', named, { file, line });
  const data = { ...named, value, type: column.type, allowed: column.values, format: column.mapped?.dates };
  return problem('record-value', data, { file, line });
}

/** Throws a Stop with the first bad cells and, for each file with more of them, how many more. Without bad cells, nothing. */
export async function stopOnFaults(store: Store, files: readonly LoadedFile[]): Promise<void> {
  const shown = await store.query(`SELECT * FROM staged._faults ORDER BY file, "row", "column" LIMIT ${SHOWN}`);
  if (shown.length === 0) return;
  const totals = await store.query('SELECT file, count(*) AS n FROM staged._faults GROUP BY file ORDER BY file');
  const problems = shown.flatMap((row) => {
    const of = files[Number(row.file)];
    return of ? [faultProblem(of, row)] : [];
  });
  for (const total of totals) {
    const more = Number(total.n) - shown.filter((row) => row.file === total.file).length;
    const of = files[Number(total.file)];
    if (of && more > 0) problems.push(problem('records-more', { count: more }, { file: of.file }));
  }
  throw new Stop(problems);
}

/** Writes every bad cell with its row, as it stood, to a CSV file that appears whole or not at all. */
export async function writeQuarantine(store: Store, files: readonly LoadedFile[], to: string, lang: Lang) {
  const kinds = await store.query('SELECT file, "column", fault FROM staged._faults GROUP BY ALL');
  await store.query(
    'CREATE OR REPLACE TEMP TABLE reasons (file INTEGER, "column" VARCHAR, fault VARCHAR, name VARCHAR, reason VARCHAR)',
  );
  for (const kind of kinds) {
    const of = files[Number(kind.file)];
    if (!of) continue;
    await store.query('INSERT INTO reasons VALUES ($file, $column, $fault, $name, $reason)', {
      file: Number(kind.file),
      column: kind.column as string | null,
      fault: String(kind.fault),
      name: of.file,
      reason: say(faultProblem(of, kind), lang).help,
    });
  }
  const rows = `SELECT name AS file, "row", f."column", value, reason, raw
    FROM staged._faults f JOIN reasons r ON f.file = r.file AND f.fault = r.fault AND f."column" IS NOT DISTINCT FROM r."column"
    ORDER BY f.file, "row", f."column"`;
  await copyToCsv(store, rows, to);
}
