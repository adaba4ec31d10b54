import { writeDifferences } from '../billing/two-sided/evidence.ts';
import { reconcileSides } from '../billing/two-sided/reconcile.ts';
import { type Compared, compared, type TwoSided } from '../billing/two-sided/result.ts';
import { reconcileFormats } from '../format/reconcile.ts';
import { type Problem, problem, stop } from '../problem.ts';
import type { Records } from '../records/open.ts';
import { columnOf, tables } from '../records/tables.ts';
import { type CommandSpec, flags, langOf, text } from './command.ts';
import { tell, withBothSides } from './inputs.ts';
import { output } from './output.ts';

export const command: CommandSpec = {
  name: 'reconcile',
  args: ['<contract>'],
  flags: [
    { syntax: '--ours <dir>', required: true },
    { syntax: '--theirs <dir>', required: true },
    flags.period,
    flags.from,
    flags.to,
    flags.asOf,
    { syntax: '--by <columns>' },
    { syntax: '--format <format>', choices: Object.keys(reconcileFormats), default: 'pretty' },
    { syntax: '--evidence <file>' },
    flags.unmask,
    flags.out,
    flags.lang,
  ],
  run: ([contract = ''], options, io) =>
    withBothSides(contract, options, io, async (inputs, theirs) => {
      const unmask = options.unmask === true;
      const by = keys(text(options, 'by'), [inputs.records, theirs]);
      const result = await reconcileSides(inputs, theirs, { by, unmask });
      if (result.tables.length === 0) stop('sides-nothing-shared', { tables: compared });
      tell(warnings(result), options, io);
      const format = reconcileFormats[options.format as keyof typeof reconcileFormats];
      const shown = format(result, { lang: langOf(options) });
      const evidence = text(options, 'evidence');
      if (evidence !== undefined) await writeDifferences(inputs.records.store, result, evidence, unmask);
      output(shown, options, io);
      return result.tables.some(({ classes }) => classes.some(({ rows }) => rows > 0)) ? 1 : 0;
    }),
};

/**
 * The columns by which each table is matched: those of --by that it has, else its id. Throws Stop for a name that is no
 * column of them, and for a column that one side does not supply.
 */
function keys(given: string | undefined, sides: readonly Records[]): Record<Compared, readonly string[]> {
  const names = given?.split(',').map((name) => name.trim()) ?? [];
  const own = compared.map((name) => {
    const table = tables.find((one) => one.name === name);
    const columns = table?.columns ?? [];
    const missing = (column: string) =>
      sides.some(({ tables: has, supplied }) => has.get(name)?.present && !supplied[`${name}_${column}`]);
    const usable = columns.map((column) => column.name).filter((column) => !missing(column));
    return { name, usable, named: names.map((title) => table && columnOf(table, title)?.name) };
  });
  names.forEach((name, i) => {
    if (own.some(({ named, usable }) => usable.includes(named[i] ?? ''))) return;
    const expected = [...new Set(own.flatMap(({ usable }) => usable))].join(', ');
    stop('flag-invalid', { flag: '--by', value: name, expected });
  });
  const entries = own.map(({ name, named, usable }) => {
    const found = [...new Set(named.flatMap((column) => (column && usable.includes(column) ? [column] : [])))];
    return [name, found.length > 0 ? found : ['id']];
  });
  return Object.fromEntries(entries) as Record<Compared, readonly string[]>;
}

/** What a reader must know of the comparison itself. */
function warnings({ tables: all, notCompared }: TwoSided): Problem[] {
  const alone = notCompared.map((one) => problem('sides-table-alone', one, {}, 'warning'));
  const few = all.flatMap(({ table, by, ours, theirs, matched }) => {
    const of = Math.min(ours.rows, theirs.rows);
    return 2 * matched < of ? [problem('sides-few-matches', { table, matched, of, by }, {}, 'warning')] : [];
  });
  return [...alone, ...few];
}
