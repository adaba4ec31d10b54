import type { Contract, Obligation } from '../contract/schema.generated.ts';
import { groupBy } from '../group.ts';
import type { Text } from '../locale/text.ts';
import { undeterminedWords } from '../locale/words.ts';
import type { Records } from '../records/open.ts';
import { ident } from '../records/sql.ts';
import { blankReason } from '../rules/blanks.ts';
import type { Inputs } from '../rules/inputs.ts';
import { tableWords } from '../rules/judge.ts';
import { selectionOfMany } from '../rules/many.ts';
import { missing, partly } from '../rules/needs.ts';
import { type Parameters, parametersOf, withUnit } from '../rules/parameters.ts';
import type { Asking, DateEntry, Rule } from '../rules/rule.ts';
import type { Span } from '../rules/spans.ts';
import { ask } from '../rules/statement.ts';
import { nextDay } from '../time/day.ts';

/** One entry of a rule's dates, for an obligation under one of its readings. */
export interface Entry extends DateEntry {
  name: string;
  rule: Rule;
  obligation: Obligation;
  parameters: Parameters;
  reading: { id: string; means: Text } | undefined;
  /** What the paper leaves blank of what it needs, in words. */
  blank: Text | undefined;
  /** Tables that it needs and that were not supplied. */
  lacks: readonly string[];
}

/** An open row. Instants are Beijing time. */
export interface OpenRow {
  table: string;
  id: string;
  at: string | null;
  from: string | null;
  key: string;
  label: string | null;
  ref: string | null;
  start: string | null;
  event: string | null;
  unsure: boolean;
}

/** The entries of an obligation's rule, each under every reading that may hold: one, where staff preferred one. */
export function entriesOf(
  obligation: Obligation,
  contract: Contract,
  { rules, records }: Pick<Inputs, 'rules' | 'records'>,
): Entry[] {
  const rule = rules.byKind.get(obligation.kind);
  if (!rule) return [];
  const { readings, prefer } = obligation;
  const asked = readings?.filter(({ id }) => prefer === undefined || id === prefer.reading) ?? [undefined];
  return Object.entries(rule.dates).flatMap(([name, entry]) =>
    asked.map((reading) => {
      const parameters = withUnit(parametersOf(contract, obligation, rule, records.supplied, reading));
      const lacks = missing(rule, parameters, records);
      const blank = blankReason(contract, obligation, parameters);
      return { ...entry, name, rule, obligation, parameters, reading, blank, lacks };
    }),
  );
}

/** Why there may be dates that nobody can tell; nothing where all is there. */
export function reasonsOf({ blank, parameters, rule, lacks }: Entry, records: Records, contractOnly: boolean): Text[] {
  if (blank) return [blank];
  if (contractOnly) return [];
  const absent = lacks.length > 0 ? lacks : partly(rule, parameters, records);
  return absent.length > 0 ? [undeterminedWords.missing(absent.map(tableWords))] : [];
}

/** Whether the data can be asked at all; without records only what follows from the contract alone. */
export const canAsk = ({ blank, ahead, lacks }: Entry, contractOnly: boolean): boolean =>
  blank === undefined && (ahead || (!contractOnly && lacks.length === 0));

/**
 * The open rows of entries whose trigger falls in some days, each entry's in the order of their tables and ids; those of
 * one rule are asked for together. Throws RuleDefect.
 */
export async function openRows(
  entries: readonly Entry[],
  { from, to }: Pick<Span, 'from' | 'to'>,
  { records, asOf }: Pick<Inputs, 'records' | 'asOf'>,
): Promise<Map<Entry, OpenRow[]>> {
  const window = { from: `${from} 00:00:00`, until: `${nextDay(to)} 00:00:00`, asOf };
  const found = new Map<Entry, OpenRow[]>(entries.map((entry) => [entry, []]));
  for (const [, same] of groupBy(entries, ({ rule, name }) => `${rule.kind} ${name}`)) {
    const [first] = same;
    if (!first) continue;
    const columns = { table: '"table"', id: 'id', ...columnsOf(first) };
    const parameters = same.map((one) => one.parameters);
    const { sql, ...bound } = selectionOfMany(askingOf(first), parameters, columns, first.where, window);
    const ordered = { ...bound, sql: `${sql} order by ${['nr', ...Object.keys(columns)].map(ident).join(', ')}` };
    for (const { nr, ...row } of await ask(records.store, ordered, first.rule.kind)) {
      const entry = same[Number(nr)];
      if (entry) found.get(entry)?.push(row as unknown as OpenRow);
    }
  }
  return found;
}

/** What of a rule an entry asks. */
function askingOf({ rule, relation, ahead, once }: Entry): Asking {
  const base = relation ?? rule.relation;
  // Those of the rule are columns of its own relation.
  const computed = once ?? (relation ? undefined : rule.once);
  return {
    kind: rule.kind,
    ...(base && { relation: ahead ? { ...base, ahead } : base }),
    define: rule.define,
    ...(computed && { once: computed }),
    measures: {},
    evidence: { columns: {} },
  };
}

function columnsOf({
  at,
  from,
  id = 'id',
  label = id,
  ref = 'id',
  start,
  event,
  unsure = 'false',
}: Entry): Record<string, string> {
  const text = (sql: string | undefined, type: string) => (sql === undefined ? 'null' : `(${sql})::${type}::varchar`);
  return {
    at: text(at, 'timestamp'),
    from: text(from, 'timestamp'),
    key: text(id, 'varchar'),
    label: text(label, 'varchar'),
    ref: text(ref, 'varchar'),
    start: start ?? 'null',
    event: event ?? 'null',
    unsure: `coalesce(${unsure}, false)`,
  };
}
