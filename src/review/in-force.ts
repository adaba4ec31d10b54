import type { Contract } from '../contract/schema.generated.ts';
import { amended, inForceBy } from '../contract/versions.ts';

/** The contract as it reads on a Beijing day, with the amendments in force by then. */
export const inForceOn = (contract: Contract, day: string): Contract => amended(contract, inForceBy(contract, day));

/**
 * Where a thing of the amended contract stands in the file: list entries are found by their ids, because an amendment
 * may take others away. What only the amendment brought ends at the nearest thing around it.
 */
export function pointerInFile(original: unknown, changed: unknown, pointer: string): string {
  let [from, to]: [unknown, unknown] = [original, changed];
  let found = '';
  for (const step of pointer.split('/').slice(1)) {
    to = child(to, step);
    const key = Array.isArray(from) ? indexIn(from, to, step) : step;
    from = child(from, key);
    if (from === undefined) return found;
    found += `/${key}`;
  }
  return found;
}

const child = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;

function indexIn(list: readonly unknown[], one: unknown, step: string): string {
  const id = child(one, 'id');
  return id === undefined ? step : String(list.findIndex((other) => child(other, 'id') === id));
}
