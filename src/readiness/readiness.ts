import { type Problem, problem } from '../problem.ts';
import type { Days } from '../records/doubts.ts';
import type { Survey, SurveyedFile, SurveyedTable } from '../records/survey.ts';
import type { Wanted } from './wanted.ts';

/** Whether a table can be worked with: as it is, with something lacking or doubtful, or not before it is mended. */
export type State = 'usable' | 'lacking' | 'unusable';

export interface ReadyTable extends Omit<SurveyedTable, 'table' | 'files'> {
  table: string;
  /** The contract's obligations or charges rest on it. */
  wanted: boolean;
  state: State;
  files: readonly SurveyedFile[];
}

export interface Readiness {
  contract: string | null;
  period: Days | null;
  /** As it was asked for; null where it is the time of the run. */
  asOf: string | null;
  /** Nothing lacks and nothing is doubtful. */
  ready: boolean;
  tables: ReadyTable[];
  /** What belongs to no table. */
  problems: Problem[];
}

/** Columns that are there and are not used cost nothing by themselves. */
const harmless = new Set(['records-column-unknown', 'records-column-nameless', 'records-blank']);

/** What an export lacks or gets wrong for a contract that wants these tables; without one, what can be said of it alone. */
export function readiness(
  { tables, supplied, problems }: Survey,
  asked: { contract: string | null; wanted?: Wanted | undefined; days?: Days | undefined; asOf: string | null },
): Readiness {
  const { contract, wanted, days, asOf } = asked;
  const all = tables.flatMap((one): ReadyTable[] => {
    const found = [...one.problems, ...lacks(one, supplied, wanted)];
    const isWanted = wanted?.tables.has(one.table.name) ?? false;
    if (!one.present && found.length === 0) return [];
    return [{ ...one, table: one.table.name, wanted: isWanted, problems: found, state: stateOf(found) }];
  });
  const ready = all.length > 0 && all.every(({ state }) => state === 'usable') && problems.every(isHarmless);
  return { contract, period: days ?? null, asOf, ready, tables: all, problems };
}

const isHarmless = ({ code, severity }: Problem) => severity === 'info' || harmless.has(code);

function stateOf(problems: readonly Problem[]): State {
  if (problems.some(({ severity }) => severity === 'error')) return 'unusable';
  return problems.every(isHarmless) ? 'usable' : 'lacking';
}

/** A table or columns that the contract asks for and nobody exported. */
function lacks(
  { table, present, problems }: SurveyedTable,
  supplied: Readonly<Record<string, boolean>>,
  wanted: Wanted | undefined,
): Problem[] {
  const alias = table.aliases[0] ?? table.name;
  if (!present) {
    const of = wanted?.tables.get(table.name) ?? [];
    return of.length === 0 ? [] : [problem('records-table-missing', { table: table.name, alias, of })];
  }
  // What a file with a broken header supplies, nobody knows.
  if (problems.some(({ code }) => code === 'records-column-missing' || code === 'records-header-row')) return [];
  return table.columns.flatMap((column) => {
    const of = wanted?.columns.get(`${table.name}.${column.name}`) ?? [];
    if (of.length === 0 || supplied[`${table.name}_${column.name}`]) return [];
    if (column.name === 'content' && supplied[`${table.name}_characters`]) return [];
    const data = { column: column.name, alias: column.aliases[0] ?? column.name, of };
    return [problem('records-column-cost', data, {}, 'warning')];
  });
}
