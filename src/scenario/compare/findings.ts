import type { Contract } from '../../contract/schema.generated.ts';
import { nearest } from '../../nearest.ts';
import type { CheckResult } from '../../rules/finding.ts';
import type { ExpectedFinding, Scenario } from '../scenario.ts';
import { type Difference, differ } from './differ.ts';

type ExpectedFindings = NonNullable<Scenario['expect']['findings']>;

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

const textOf = (fact: unknown): string | undefined => (fact === undefined ? undefined : String(fact));
