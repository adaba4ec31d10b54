import { nearest } from '../nearest.ts';
import { type Problem, problem } from '../problem.ts';
import { explain } from '../yaml/explain.ts';
import type { Source } from '../yaml/read.ts';
import { schemaErrors } from '../yaml/schema.ts';
import { amendmentProblems, waiverProblems } from './later.ts';
import { registerProblems } from './register.ts';
import type { Contract, Obligation } from './schema.generated.ts';
import { stated } from './term.ts';
import { unfilled } from './unfilled.ts';

/** All that is wrong with a contract file: its YAML, then its schema, then what its parts say of each other. */
export function validate(source: Source): Problem[] {
  if (source.problems.length > 0) return [...source.problems];
  return [...validateData(source.data, source), ...unfilled(source)];
}

/** The same for data that may have been changed since it was read; problems stand where the source has the nearest part. */
export function validateData(data: unknown, source: Source): Problem[] {
  const wrong = explain(schemaErrors('contract', data), source);
  if (wrong.length > 0) return wrong;
  const contract = data as Contract;
  return [
    ...duplicateIds(contract, source),
    ...references(contract, source),
    ...readings(contract, source),
    ...registerProblems(contract, source),
    ...amendmentProblems(contract, source),
    ...waiverProblems(contract, source),
  ];
}

function duplicateIds(contract: Contract, source: Source): Problem[] {
  const { services, charges, obligations, amendments = [], waivers = [] } = contract;
  const lists = { services, charges, obligations, amendments, waivers };
  return Object.entries(lists).flatMap(([list, items]) => {
    const seen = new Set<string>();
    return items.flatMap(({ id }, i) => {
      if (!seen.has(id)) {
        seen.add(id);
        return [];
      }
      return [problem('id-duplicate', { id, list }, source.locate(`/${list}/${i}/id`))];
    });
  });
}

function references(contract: Contract, source: Source): Problem[] {
  const { charges, obligations, settlement } = contract;
  const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id);
  const services = idsOf(contract.services);
  const credits = settlement.credits ?? [];
  const named = [
    ...charges.map(({ service }, i) => ({ id: service, known: services, at: `/charges/${i}/service` })),
    ...charges.flatMap((charge, i) =>
      'free_months' in charge && charge.free_months
        ? [{ id: charge.free_months.obligation, known: idsOf(obligations), at: `/charges/${i}/free_months/obligation` }]
        : [],
    ),
    ...obligations.map(({ service }, i) => ({ id: service, known: services, at: `/obligations/${i}/service` })),
    ...credits.flatMap(({ obligation, charge }, i) => [
      { id: obligation, known: idsOf(obligations), at: `/settlement/credits/${i}/obligation` },
      { id: charge, known: idsOf(charges), at: `/settlement/credits/${i}/charge` },
    ]),
  ];
  const unknown = named.flatMap(({ id, known, at }) =>
    id === undefined || known.includes(id)
      ? []
      : [problem('reference-unknown', { id, nearest: nearest(id, known), known }, source.locate(at))],
  );
  return [...unknown, ...prefers(contract, source), ...termOrder(contract, source)];
}

function prefers(contract: Contract, source: Source): Problem[] {
  const lists = { charges: contract.charges, obligations: contract.obligations };
  return Object.entries(lists).flatMap(([list, items]) =>
    items.flatMap(({ prefer, readings: all }, i) => {
      const known = (all ?? []).map((r) => r.id);
      if (!prefer || known.includes(prefer.reading)) return [];
      const at = source.locate(`/${list}/${i}/prefer/reading`);
      return [problem('reference-unknown', { id: prefer.reading, nearest: nearest(prefer.reading, known), known }, at)];
    }),
  );
}

function termOrder({ term }: Contract, source: Source): Problem[] {
  const [from, to] = [stated(term.from), stated(term.to)];
  if (from === undefined || to === undefined || from <= to) return [];
  return [problem('term-reversed', { from, to }, source.locate('/term/to'))];
}

/** The parameters of an obligation under one of its readings; those as written when there is none. */
export function readingParameters(obligation: Obligation, reading?: { parameters: object }): Record<string, unknown> {
  return { ...obligation.parameters, ...reading?.parameters };
}

/** A reading overrides some parameters: what results must hold against the kind's schema too. */
function readings(contract: Contract, source: Source): Problem[] {
  return contract.obligations.flatMap((obligation, i) =>
    (obligation.readings ?? []).flatMap((reading, j) => {
      const errors = schemaErrors(`obligations/${obligation.kind}`, readingParameters(obligation, reading));
      return explain(errors, source, `/obligations/${i}/readings/${j}/parameters`);
    }),
  );
}
