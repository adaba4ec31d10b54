import { type Problem, problem } from '../problem.ts';
import type { Source } from '../yaml/read.ts';
import type { Amendment, Contract } from './schema.generated.ts';
import { amended, inOrder } from './versions.ts';

type Stated = Record<string, unknown> & { readings?: readonly { parameters: Record<string, unknown> }[] };

/** Warns of amendments of a term that every reading states for itself: the readings go on saying what they said. */
export function effectProblems(contract: Contract, source: Source): Problem[] {
  const all = contract.amendments ?? [];
  const before: Amendment[] = [];
  return inOrder(contract).flatMap((amendment) => {
    const base = amended(contract, before);
    before.push(amendment);
    const at = `/amendments/${all.indexOf(amendment)}/changes`;
    return (['charges', 'obligations'] as const).flatMap((list) =>
      Object.entries(amendment.changes[list] ?? {}).flatMap(([id, change]) => {
        const stated = base[list].find((one) => one.id === id) as Stated | undefined;
        const inner = list === 'obligations' ? 'parameters' : undefined;
        const changed = (inner ? (change as Stated | null)?.[inner] : change) as Stated | null | undefined;
        const readings = stated?.readings ?? [];
        if (!changed || readings.length === 0 || (change as Stated).readings) return [];
        return Object.keys(changed)
          .filter((term) => readings.every(({ parameters }) => term in parameters))
          .map((term) => {
            const place = source.locate([at, list, id, ...(inner ? [inner] : [])].join('/'), term);
            return problem('amendment-without-effect', { id: amendment.id, term, within: id }, place, 'warning');
          });
      }),
    );
  });
}
