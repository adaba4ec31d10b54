import fc from 'fast-check';
import type { Contract } from '../../../../src/contract/schema.generated.ts';
import type { Limit } from '../clock.ts';
import type { Row } from '../judge.ts';
import { oneOf } from './rows.ts';

/** Parameters of all readings of the obligations. */
export const parameters = (contract: Contract): Record<string, unknown>[] =>
  contract.obligations.flatMap(({ parameters: own, readings = [{ parameters: {} }] }) =>
    readings.map((one) => ({ ...own, ...one.parameters })),
  );

export const limitsOf = (contract: Contract): Limit[] =>
  parameters(contract).flatMap(({ limit }) =>
    typeof limit === 'object' && limit !== null && !('blank' in limit) ? [limit as Limit] : [],
  );

export const sides = oneOf<string | null>('customer', 'carrier', 'customer', 'carrier', 'carrier', null);

export const rowsOf = <T>(spec: fc.Arbitrary<T>) => fc.array(spec, { minLength: 1, maxLength: 3 });

/** Mostly a form that some contract accepts. */
export const methods = oneOf('courier', 'courier', 'registered', 'registered', 'fax', 'hand', 'email', 'phone');
export const refs = oneOf('own', 'own', 'own', 'own', 'own', 'none', 'other');

export const otherSide = (side: string) => (side === 'customer' ? 'carrier' : 'customer');

/** Who would have to give notice of an event, or the other side. */
export function sideOf(contract: Contract, event: Row, own: boolean): string {
  const bearer = contract.obligations.find(
    (one) => 'event' in one.parameters && one.parameters.event === event.type,
  )?.bearer;
  const side = bearer === undefined || bearer === 'both' ? String(event.party ?? 'carrier') : bearer;
  return own ? side : otherSide(side);
}
