import type { Bearer } from './rule.ts';
import type { Value } from './values/kinds.ts';

/** What a rule knows of where it reads. */
export interface Context {
  clause: string;
  table: string;
  parent: string;
  bearer: Bearer;
  side: Bearer | undefined;
}

/** The datum of a rule with what was read in its place; what was not read is left out, a blank is the contract's blank. */
export function filled(as: unknown, values: Readonly<Record<string, Value>>, context: Context): unknown {
  if (typeof as === 'string' && as.startsWith('$')) {
    const name = as.slice(1);
    if (name === 'blank') return { blank: true, clause: context.clause };
    if (name === 'clause' || name === 'table' || name === 'parent' || name === 'bearer' || name === 'side')
      return context[name];
    const value = values[name];
    if (!value) return undefined;
    return value.is === 'given' ? value.value : { blank: true, clause: context.clause };
  }
  if (Array.isArray(as)) return as.map((one) => filled(one, values, context)).filter((one) => one !== undefined);
  if (typeof as !== 'object' || as === null) return as;
  const entries = Object.entries(as).map(([key, one]) => [key, filled(one, values, context)] as const);
  return Object.fromEntries(entries.filter(([, one]) => one !== undefined));
}
