import { clauseFunctions } from './clauses.ts';
import { dayFunctions } from './days.ts';
import { numberFunctions } from './numbers.ts';
import { textFunctions } from './texts.ts';

/** What facts may call, by the name that rule files use. Undefined is no value: the rule does not apply there. */
export type Functions = Readonly<Record<string, (values: readonly unknown[]) => unknown>>;

export const functions: Functions = { ...dayFunctions, ...numberFunctions, ...textFunctions, ...clauseFunctions };

/** The functions that can do with an argument that has no value; all others have none themselves then. */
export const tolerant = new Set(['or', 'list']);
