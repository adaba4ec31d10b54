import type { Contract, Obligation } from '../contract/schema.generated.ts';
import type { Text } from '../locale/text.ts';
import { undeterminedWords } from '../locale/words.ts';
import type { Records } from '../records/open.ts';
import { blankReason } from '../rules/blanks.ts';
import { gatherEvidence } from '../rules/evidence.ts';
import type { Inputs } from '../rules/inputs.ts';
import { tableWords } from '../rules/judge.ts';
import { missing, partly } from '../rules/needs.ts';
import { type Parameters, parametersOf, withUnit } from '../rules/parameters.ts';
import type { DateEntry, Rule } from '../rules/rule.ts';
import type { Span } from '../rules/spans.ts';
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

/** The open rows of an entry whose trigger falls in the days of a span. Throws RuleDefect. */
export async function openRows(
  entry: Entry,
  { from, to }: Span,
  { records, asOf }: Pick<Inputs, 'records' | 'asOf'>,
): Promise<OpenRow[]> {
  const { rule, parameters, relation, ahead } = entry;
  const base = relation ?? rule.relation;
  // Those of the rule are columns of its own relation.
  const once = entry.once ?? (relation ? undefined : rule.once);
  const asking = {
    kind: rule.kind,
    ...(base && { relation: ahead ? { ...base, ahead } : base }),
    define: rule.define,
    ...(once && { once }),
    measures: {},
    evidence: { columns: columnsOf(entry), order: ['"table"', 'id'] },
  };
  const window = { from: `${from} 00:00:00`, until: `${nextDay(to)} 00:00:00`, asOf };
  const all = Number.MAX_SAFE_INTEGER;
  const { rows } = await gatherEvidence(records.store, { rule: asking, parameters }, entry.where, window, all);
  return rows as unknown as OpenRow[];
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
