import type { Fields } from '../contract/values.ts';

/** One step from the contract down to what changed: a key of a map, or a thing of a list. */
export interface Step {
  /** As rules name it: the key; of an obligation or service its kind, of a charge its model, of any other thing `*`. */
  name: string;
  /** Key or place on each side; undefined where it is not there. */
  key: { before: string | undefined; after: string | undefined };
  before: unknown;
  after: unknown;
}

/** The steps from the contract, itself left out, down to what changed. */
export type Trail = readonly Step[];

export interface Meaning {
  /** An effect of rules/diff/effects.yaml. */
  effect: string;
  /** Null where that depends, or where nobody is helped. */
  helps: 'customer' | 'carrier' | null;
  /** False where nothing changes between the parties. */
  legal: boolean;
  /** By how much an amount rises, or falls with a minus, in percent of what it was: two decimals, half up. */
  percent?: string;
}

export interface Change {
  trail: Trail;
  /** The steps by which schemas and rules know the term: `obligations`, `respond-within`, `parameters`, `limit`. */
  path: readonly string[];
  before: unknown;
  after: unknown;
  meaning: Meaning;
  /** The reading whose own terms changed. */
  reading?: Fields;
  /** What it means under each reading that it touches. */
  readings: readonly { reading: Fields; meaning: Meaning }[];
  /** Of an amendment that came or went: what it changes in the terms of its day. */
  effects: readonly Change[];
}
