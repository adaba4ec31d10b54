import { nearest } from '../nearest.ts';
import { type Problem, problem } from '../problem.ts';
import { explain } from '../yaml/explain.ts';
import type { Source } from '../yaml/read.ts';
import { schemaErrors } from '../yaml/schema.ts';
import type { Amendment, Contract } from './schema.generated.ts';
import { amended, conflictsOf, effectiveDay, inOrder } from './versions.ts';

/** What is wrong with what came after the signature: amendments. Each is checked with all that took effect before it. */
export function amendmentProblems(contract: Contract, source: Source): Problem[] {
  const all = contract.amendments ?? [];
  const days = all.flatMap((amendment, i) => dayProblems(amendment, contract, source, `/amendments/${i}`));
  if (days.length > 0) return days;
  const sound: Amendment[] = [];
  const found = new Map<Amendment, Problem[]>();
  for (const amendment of inOrder(contract)) {
    const own = ownProblems(amendment, sound, contract, source, `/amendments/${all.indexOf(amendment)}`);
    if (own.length === 0) sound.push(amendment);
    found.set(amendment, own);
  }
  return all.flatMap((amendment) => found.get(amendment) ?? []);
}

/** What is wrong with one amendment over the sound ones before it: what is wrong with those is said of them. */
function ownProblems(
  amendment: Amendment,
  before: readonly Amendment[],
  contract: Contract,
  source: Source,
  at: string,
): Problem[] {
  const base = amended(contract, before);
  const wrong = [...unknownIds(amendment, base, source, at), ...unknownClauses(amendment, contract, source, at)];
  if (wrong.length > 0) return wrong;
  const changed = amended(base, [amendment]);
  // What is wrong with the changed contract stands where the change is written.
  const here: Source = {
    ...source,
    locate: (pointer, key) => source.locate(`${at}/changes${byId(pointer, changed)}`, key),
  };
  return [
    ...explain(schemaErrors('contract', changed), here),
    ...conflictsOf({ ...contract, amendments: [...before, amendment] })
      .filter(({ one }) => one === amendment)
      .map(({ one, other, term }) => {
        const data = { id: one.id, other: other.id, day: effectiveDay(one, contract), term };
        return problem('amendments-overlap', data, source.locate(`${at}/changes`));
      }),
  ];
}

/** A place in the contract as changes write it: `/charges/0/price` is `/charges/sms-package/price`. */
function byId(pointer: string, contract: Contract): string {
  const [, list = '', index, ...rest] = pointer.split('/');
  const named = list === 'charges' || list === 'services' || list === 'obligations' ? contract[list] : [];
  const id = named[Number(index)]?.id;
  return id === undefined ? pointer : ['', list, id, ...rest].join('/');
}

function dayProblems(
  { id, effective, submitted }: Amendment,
  contract: Contract,
  source: Source,
  at: string,
): Problem[] {
  const orders = contract.obligations.some(({ kind }) => kind === 'change-order');
  const given =
    effective === undefined && submitted === undefined
      ? 'none'
      : effective !== undefined && submitted !== undefined
        ? 'both'
        : submitted !== undefined && !orders
          ? 'no-order'
          : undefined;
  return given ? [problem('amendment-day', { id, given }, source.locate(at))] : [];
}

/** An id that is nearly one of the contract's is a slip of the pen; any other adds something new. */
function unknownIds({ changes }: Amendment, contract: Contract, source: Source, at: string): Problem[] {
  return (['services', 'charges', 'obligations'] as const).flatMap((list) => {
    const known = contract[list].map(({ id }) => id);
    return Object.entries(changes[list] ?? {}).flatMap(([id, change]) => {
      const near = nearest(id, known);
      if (known.includes(id) || (near === undefined && change !== null)) return [];
      return [problem('reference-unknown', { id, nearest: near, known }, source.locate(`${at}/changes/${list}`, id))];
    });
  });
}

function unknownClauses(
  { clause, replaces = [] }: Amendment,
  contract: Contract,
  source: Source,
  at: string,
): Problem[] {
  const refs = contract.clauses?.map(({ ref }) => ref);
  if (!refs) return [];
  const named = [
    { ref: clause, at: `${at}/clause` },
    ...replaces.map((ref, i) => ({ ref, at: `${at}/replaces/${i}` })),
  ];
  return named.flatMap(({ ref, at: place }) =>
    refs.includes(ref)
      ? []
      : [problem('reference-unknown', { id: ref, nearest: nearest(ref, refs), known: [] }, source.locate(place))],
  );
}

/** What is wrong with waivers: an obligation that is not there, a time that ends before it begins. */
export function waiverProblems({ waivers = [], obligations }: Contract, source: Source): Problem[] {
  const known = obligations.map(({ id }) => id);
  return waivers.flatMap(({ obligation, from, to }, i) => {
    const at = `/waivers/${i}`;
    const near = nearest(obligation, known);
    return [
      ...(known.includes(obligation)
        ? []
        : [problem('reference-unknown', { id: obligation, nearest: near, known }, source.locate(`${at}/obligation`))]),
      ...(from <= to ? [] : [problem('term-reversed', { from, to }, source.locate(`${at}/to`))]),
    ];
  });
}
