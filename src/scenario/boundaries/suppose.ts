import { overlay } from '../../contract/overlay.ts';
import type { Obligation } from '../../contract/schema.generated.ts';
import { supposedWords } from '../../locale/limits.ts';
import type { Text } from '../../locale/text.ts';
import type { Draft, Terms } from './draft.ts';

/** An obligation of which something was supposed, the contract with it, and what to say of it. */
export interface Supposed {
  obligation: Obligation;
  patch?: NonNullable<Draft['patch']>;
  words?: Text | undefined;
}

/** Plain values to show by how a kind turns at its limit where the paper leaves it blank. */
const values: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'cap-notice': { threshold: 1000 },
  'call-hours': { rest: { from: '22:00', to: '08:00' } },
};

/** The obligation as if its blanks were filled in; undefined where nothing is supposed of one of them. */
export function supposing(
  { id, kind }: Obligation,
  blank: readonly string[],
  { contract }: Terms,
): Supposed | undefined {
  const known = values[kind] ?? {};
  if (blank.some((name) => !(name in known))) return undefined;
  const parameters = Object.fromEntries(blank.map((name) => [name, known[name]]));
  const changes = { obligations: { [id]: { parameters } } };
  const patch = { changes, contract: overlay(contract, changes) };
  const obligation = patch.contract.obligations.find((one) => one.id === id);
  return obligation && { obligation, patch, words: supposedWords[kind] };
}
