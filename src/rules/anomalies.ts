import type { Contract } from '../contract/schema.generated.ts';
import { inForce, stated as onPaper } from '../contract/term.ts';
import { amended, inOrder } from '../contract/versions.ts';
import type { Text } from '../locale/text.ts';
import type { Store } from '../records/store.ts';
import { tables } from '../records/tables.ts';
import { earliest, latest, nextDay } from '../time/day.ts';
import type { Period } from '../time/period.ts';
import { gatherEvidence } from './evidence.ts';
import type { EvidenceRow } from './finding.ts';
import type { Inputs } from './inputs.ts';
import type { Parameters } from './parameters.ts';
import type { Asking, Rule } from './rule.ts';
import { gatherFacts } from './scan.ts';
import type { Case, Window } from './statement.ts';

/** What a file of rules/anomalies says: which rows of a table are doubtful. SQL as in rule files. */
export interface AnomalyRule extends Pick<Rule, 'relation'> {
  table: string;
  define?: Rule['define'];
  columns: Record<string, string>;
  order: readonly string[];
  anomalies: Readonly<Record<string, { where: string; given?: readonly string[]; means: Text; mend: Text }>>;
}

/** Rows that contradict themselves, each other or the contract. They stay in; what they cannot show is undetermined. */
export interface Anomaly {
  anomaly: string;
  table: string;
  means: Text;
  mend: Text;
  /** The first rows. */
  rows: readonly EvidenceRow[];
  total: number;
}

/** Looked for in one table: a case whose measures count the rows of each anomaly. */
export interface Search {
  of: AnomalyRule;
  case: Case;
}

const rowsShown = 5;

/** What there is to look for in the tables that were supplied. */
export function searches({ rules, loaded, records, period }: Inputs): Search[] {
  const parameters = {
    ...contractParameters(loaded.contract, period),
    bills: records.tables.get('bills')?.present ? true : null,
  };
  return rules.anomalies
    .filter(({ table }) => records.tables.get(table)?.present)
    .map((rule) => stated(rule, parameters))
    .filter(({ anomalies }) => Object.keys(anomalies).length > 0)
    .map((of) => ({ of, case: { rule: asking(of), parameters } }));
}

/** The anomalies of these tables, asked for by themselves. */
export async function anomaliesIn(input: Inputs, wanted: readonly string[]): Promise<Anomaly[]> {
  const { records, period, asOf } = input;
  const searched = searches(input).filter(({ of }) => wanted.includes(of.table));
  const window = { from: `${period.from} 00:00:00`, until: `${nextDay(period.to)} 00:00:00`, asOf };
  const counts = await gatherFacts(
    records.store,
    searched.map((one) => one.case),
    window,
  );
  return anomaliesOf(searched, counts, records.store, window);
}

/** The anomalies that were counted, with their first rows, in the order of the rule files. */
export async function anomaliesOf(
  searched: readonly Search[],
  counts: readonly Readonly<Record<string, number>>[],
  store: Store,
  window: Window,
): Promise<Anomaly[]> {
  const found: Anomaly[] = [];
  for (const [i, { of, case: one }] of searched.entries()) {
    for (const [anomaly, { where, means, mend }] of Object.entries(of.anomalies)) {
      if (!counts[i]?.[measure(anomaly)]) continue;
      found.push({
        anomaly,
        table: of.table,
        means,
        mend,
        ...(await gatherEvidence(store, one, where, window, rowsShown)),
      });
    }
  }
  return found;
}

/** The rule with only the anomalies for which the contract states what they need. */
const stated = (rule: AnomalyRule, parameters: Parameters): AnomalyRule => ({
  ...rule,
  anomalies: Object.fromEntries(
    Object.entries(rule.anomalies).filter(([, { given = [] }]) => given.every((name) => isStated(parameters[name]))),
  ),
});

const isStated = (value: Parameters[string] | undefined): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null;

const measure = (anomaly: string): string => anomaly.replaceAll('-', '_');

const asking = ({ table, relation, define = {}, columns, order, anomalies }: AnomalyRule): Asking => ({
  kind: `anomalies/${table}`,
  ...(relation && { relation }),
  define,
  measures: Object.fromEntries(
    Object.entries(anomalies).map(([name, { where }]) => [measure(name), `count(*) filter (where ${where})`]),
  ),
  evidence: { columns, order },
});

/** What anomalies are told by: the term with its renewals and amendments, the access codes, the obligations. */
function contractParameters(contract: Contract, { from, to }: Pick<Period, 'from' | 'to'>): Parameters {
  const versions = [contract, amended(contract, inOrder(contract))] as const;
  const [printed, now] = [inForce(versions[0]), inForce(versions[1])];
  const [first, last] = [earliest(printed.from, now.from), latest(printed.to, now.to)];
  const codes = versions.flatMap(({ services }) =>
    services.flatMap((service) => (service.kind === 'sms' ? [onPaper(service.access_code)] : [])),
  );
  const known = codes.every((code) => code !== undefined);
  return {
    term_from: `${first} 00:00:00`,
    term_until: `${nextDay(last)} 00:00:00`,
    beyond_term: from < first || to > last ? true : null,
    ports: known ? [...new Set(codes)] : [],
    obligations: [...new Set(versions.flatMap(({ obligations }) => obligations.map(({ id }) => id)))],
    event_types: eventTypes,
  };
}

const eventTypes =
  tables.find(({ name }) => name === 'events')?.columns.find(({ name }) => name === 'type')?.values ?? [];
