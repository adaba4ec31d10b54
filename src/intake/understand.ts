import { type Assembled, assemble } from './assemble.ts';
import type { Clauses } from './clause.ts';
import { extract, type Found, type Reading } from './extract.ts';
import type { Intake } from './load.ts';
import { readingsOf } from './readings.ts';

/** What a paper says, as far as the rules read it. */
export interface Understood extends Assembled {
  readings: Reading[];
  found: Found[];
}

/** Reads all clauses by all rules; rules that depend on what others read (`if`) run once that is known. */
export function understand({ clauses }: Clauses, { names, rules }: Intake, ocrPages?: ReadonlySet<number>): Understood {
  const readings = readingsOf(clauses, names, ocrPages);
  let waiting = rules.filter(({ rule }) => rule.if);
  let found = extract({ names, rules: rules.filter(({ rule }) => !rule.if) }, readings);
  let assembled = assemble(found);
  for (;;) {
    const has = (path: string) => assembled.leaves.get(path)?.value;
    const ready = waiting.filter(({ rule }) => holds(rule.if ?? {}, has));
    if (ready.length === 0) return { readings, found, ...assembled };
    waiting = waiting.filter((one) => !ready.includes(one));
    found = [...found, ...extract({ names, rules: ready }, readings, has)];
    assembled = assemble(found);
  }
}

const holds = (wanted: Readonly<Record<string, readonly unknown[]>>, has: (path: string) => unknown): boolean =>
  Object.entries(wanted).every(([path, values]) => values.includes(has(path)));
