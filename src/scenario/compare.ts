import type { Statement } from '../billing/statement.ts';
import type { Contract } from '../contract/schema.generated.ts';
import { nearest } from '../nearest.ts';
import type { Anomaly } from '../rules/anomalies.ts';
import type { CheckResult } from '../rules/finding.ts';
import type { Right } from '../rules/rights.ts';
import type { ExpectedFinding, Scenario } from './scenario.ts';

/** One expectation that did not hold; `at` is its pointer below the scenario. */
export interface Difference {
  at: string;
  what: string;
  expected: string;
  actual: string;
}

type ExpectedFindings = NonNullable<Scenario['expect']['findings']>;
type ExpectedBill = NonNullable<Scenario['expect']['bill']>;

/** Each expected finding against the one that came out; the contract's other ids help where a name is wrong. */
export function compareFindings(
  expected: ExpectedFindings,
  { findings }: CheckResult,
  { obligations }: Pick<Contract, 'obligations'>,
): Difference[] {
  return Object.entries(expected).flatMap(([obligation, want]) => {
    const at = `/expect/findings/${obligation}`;
    const finding = findings.find((one) => one.obligation === obligation);
    if (!finding) {
      const near = nearest(
        obligation,
        obligations.map(({ id }) => id),
      );
      return [{ at, what: obligation, expected: 'an obligation of the contract', actual: near ? `? ${near}` : 'none' }];
    }
    const {
      verdict,
      evidence,
      readings,
      facts,
      remedies,
      amounts = {},
      caps = {},
    }: ExpectedFinding = typeof want === 'string' ? { verdict: want } : want;
    const ids = finding.evidence.map((row) => row.id);
    const byReading = Object.fromEntries(finding.readings.map((r) => [r.id, r.verdict]));
    return [
      ...differ(at, obligation, verdict, finding.verdict),
      ...(evidence
        ? differ(`${at}/evidence`, `${obligation} evidence`, evidence.toSorted().join(', '), ids.toSorted().join(', '))
        : []),
      ...Object.entries(readings ?? {}).flatMap(([id, of]) =>
        differ(`${at}/readings/${id}`, `${obligation} ${id}`, of, byReading[id]),
      ),
      ...(remedies
        ? differ(
            `${at}/remedies`,
            `${obligation} remedies`,
            remedies.join(', '),
            finding.remedies.map(({ kind }) => kind).join(', '),
          )
        : []),
      ...Object.entries(amounts).flatMap(([kind, of]) => {
        const found = finding.remedies.filter((one) => one.kind === kind).map(({ amount }) => amount ?? 'undetermined');
        return differ(`${at}/amounts/${kind}`, `${obligation} ${kind}`, of, found[0]);
      }),
      ...Object.entries(caps).flatMap(([kind, of]) => {
        const found = finding.remedies.flatMap((one) => (one.kind === kind && one.cap ? [one.cap.amount] : []));
        return differ(
          `${at}/caps/${kind}`,
          `${obligation} ${kind} cap`,
          of,
          found[0] === null ? 'undetermined' : found[0],
        );
      }),
      ...Object.entries(facts ?? {}).flatMap(([name, of]) =>
        differ(`${at}/facts/${name}`, `${obligation} ${name}`, String(of), textOf(finding.facts[name])),
      ),
    ];
  });
}

/** The rows of each anomaly, or of each right, by its name; one that nobody expected is a difference too. */
export function compareRows(
  what: 'anomalies' | 'rights',
  expected: Readonly<Record<string, readonly string[]>>,
  actual: readonly (Pick<Anomaly, 'anomaly' | 'rows'> | Pick<Right, 'right' | 'rows'>)[],
): Difference[] {
  const named = actual.map((one) => ({ name: 'right' in one ? one.right : one.anomaly, rows: one.rows }));
  const names = [...new Set([...Object.keys(expected), ...named.map(({ name }) => name)])].sort();
  return names.flatMap((name) => {
    const found = named.filter((one) => one.name === name);
    const ids = found.flatMap(({ rows }) => rows.map(({ id }) => id)).toSorted();
    const at = expected[name] ? `/expect/${what}/${name}` : `/expect/${what}`;
    return differ(at, name, (expected[name] ?? []).toSorted().join(', ') || 'none', ids.join(', ') || 'none');
  });
}

const textOf = (fact: unknown): string | undefined => (fact === undefined ? undefined : String(fact));

export function compareBill(expected: ExpectedBill, statement: Statement): Difference[] {
  const at = '/expect/bill';
  const used = Object.fromEntries(statement.usage.map((one) => [one.charge, one.used ?? 'undetermined']));
  const totals = Object.fromEntries(statement.readings.map((one) => [one.id, one.total ?? 'undetermined']));
  const plain = {
    total: statement.total ?? 'undetermined',
    payable: statement.payable ?? 'undetermined',
    reconciliation: statement.reconciliation?.verdict,
    late_fee: statement.lateFee?.amount,
    unpaid: statement.balance?.unpaid,
  };
  const left = Object.fromEntries(statement.prepaid.map((one) => [one.charge, one.left ?? 'undetermined']));
  const causes = statement.reconciliation?.causes.map(({ code }) => code) ?? [];
  return [
    ...(expected.causes ? differ(`${at}/causes`, 'causes', expected.causes.join(', '), causes.join(', ')) : []),
    ...Object.entries(expected.left ?? {}).flatMap(([id, n]) =>
      differ(`${at}/left/${id}`, `left of ${id}`, n, left[id]),
    ),
    ...Object.entries(plain).flatMap(([name, actual]) => {
      const want = expected[name as keyof typeof plain];
      return want === undefined ? [] : differ(`${at}/${name}`, name, want, actual);
    }),
    ...Object.entries(expected.units ?? {}).flatMap(([id, n]) =>
      differ(`${at}/units/${id}`, `units ${id}`, n, used[id]),
    ),
    ...Object.entries(expected.readings ?? {}).flatMap(([id, n]) =>
      differ(`${at}/readings/${id}`, `total ${id}`, n, totals[id]),
    ),
  ];
}

const differ = (at: string, what: string, expected: string, actual: string | undefined): Difference[] =>
  expected === actual ? [] : [{ at, what, expected, actual: actual ?? 'none' }];
