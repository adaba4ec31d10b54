import type { Change } from '../../diff/change.ts';

/** How many changes of terms there are and whom they help; `idle` are those without effect in law. */
export function countsOf(changes: readonly Change[]) {
  const legal = changes.filter(({ meaning }) => meaning.legal);
  const by = (party: string | null) => legal.filter(({ meaning }) => meaning.helps === party).length;
  return {
    legal: legal.length,
    customer: by('customer'),
    carrier: by('carrier'),
    open: by(null),
    idle: changes.length - legal.length,
  };
}
