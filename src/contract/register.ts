import { nearest } from '../nearest.ts';
import { type Problem, problem } from '../problem.ts';
import type { Source } from '../yaml/read.ts';
import type { Contract } from './schema.generated.ts';

export type Clause = NonNullable<Contract['clauses']>[number];

/** Treatments that something else in the contract must realise. */
const realised = new Set<Clause['treatment']>(['obligation', 'charge', 'attestation']);

/** A clause is treated when what its treatment calls for is there: a duty or a charge needs what realises it. */
export const isTreated = ({ treatment, by }: Clause): boolean => !realised.has(treatment) || by !== undefined;

/** What is wrong with the register: a number that stands twice without a note, a name that nothing has, a clause that is missing. */
export function registerProblems(contract: Contract, source: Source): Problem[] {
  const { clauses } = contract;
  if (!clauses) return [];
  const { services, charges, obligations } = contract;
  const ids = [...services, ...charges, ...obligations].map(({ id }) => id);
  const known = new Set([...ids, ...places(contract)]);
  const seen = new Set<string>();
  const own = clauses.flatMap((clause, i) => {
    const twice = seen.has(clause.ref) && !clause.note;
    seen.add(clause.ref);
    const dangling = (clause.by ?? []).filter((name) => !known.has(name));
    return [
      ...(twice
        ? [problem('id-duplicate', { id: clause.ref, list: 'clauses' }, source.locate(`/clauses/${i}/ref`))]
        : []),
      ...dangling.map((id) => {
        const at = source.locate(`/clauses/${i}/by`);
        return problem('reference-unknown', { id, nearest: nearest(id, [...known]), known: ids }, at);
      }),
    ];
  });
  const missing = [
    ...contract.obligations.map(({ clause }, i) => ({ clause, at: `/obligations/${i}/clause` })),
    ...contract.charges.map(({ clause }, i) => ({ clause, at: `/charges/${i}/clause` })),
    ...(contract.wording ?? []).map(({ clause }, i) => ({ clause, at: `/wording/${i}/clause` })),
  ].filter(({ clause }) => !seen.has(clause));
  return [
    ...own,
    ...missing.map(({ clause, at }) =>
      problem('reference-unknown', { id: clause, nearest: nearest(clause, [...seen]), known: [] }, source.locate(at)),
    ),
  ];
}

/** The places of the contract's terms that a clause may name, two levels deep: `settlement`, `settlement.tolerance`. */
function places(contract: Contract): string[] {
  return Object.entries(contract).flatMap(([name, value]) => {
    const inner = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
    return [name, ...inner.map((key) => `${name}.${key}`)];
  });
}
