import { isMap } from '../../contract/values.ts';
import { splitPointer } from '../../yaml/pointer.ts';
import { schemaErrors } from '../../yaml/schema.ts';
import { type Listed, listed } from '../listed.ts';
import type { Data } from '../template.ts';

/** A part that no contract can hold as it was read: its path, and what the schema says of it. */
export interface Gone {
  path: string;
  reason: string;
}

/** Parts that can be left out as a whole: an item of a list, a term of the settlement, a part of the contract. */
const wholes: readonly (readonly string[])[] = [
  ['parties', '*', 'accounts', '*'],
  ['parties', '*', 'hotlines', '*'],
  ['parties', '*', '*'],
  ['notices', 'delivery', '*'],
  ['notices', '*'],
  ['settlement', '*'],
  ['term', '*'],
  ['obligations', '*'],
  ['charges', '*'],
  ['liability', '*'],
  ['disputes'],
  ['force_majeure'],
  ['signed'],
];

/**
 * What was read as a contract, without the parts that do not hold against its schema: what is unfit never stands in a draft.
 * Calls `idle` where nobody in it has anything to do.
 */
export function fitted(whole: Data, idle: () => never): { made: Listed; gone: Gone[] } {
  const gone: Gone[] = [];
  let made = listed(whole);
  for (;;) {
    const [error] = schemaErrors('contract', made.contract);
    if (!error) return { made, gone };
    if (error.instancePath === '/obligations') idle();
    const steps = splitPointer(error.instancePath);
    const fits = (one: readonly string[]) =>
      one.length <= steps.length && one.every((step, i) => step === '*' || step === steps[i]);
    const part = wholes.find(fits);
    if (!part) throw new Error(`a draft that no contract can be: ${error.instancePath} ${error.message}`);
    const path = made.from(steps.slice(0, part.length));
    gone.push({ path, reason: `${steps.slice(part.length).join('.')} ${error.message}`.trim() });
    whole = without(whole, path.split('.'));
    made = listed(whole);
  }
}

/** Decimal fractions as people write them, 0.045 and not "0.045", wherever the schema takes a number and none is lost. */
export function withNumbers(contract: Data): Data {
  const numbered = numbersIn(contract, '', () => true);
  const words = new Set(schemaErrors('contract', numbered).map(({ instancePath }) => instancePath));
  return numbersIn(contract, '', (pointer) => !words.has(pointer)) as Data;
}

function numbersIn(value: unknown, pointer: string, is: (pointer: string) => boolean): unknown {
  if (typeof value === 'string') {
    return /^\d+\.\d+$/.test(value) && String(Number(value)) === value && is(pointer) ? Number(value) : value;
  }
  if (Array.isArray(value)) return value.map((one, i) => numbersIn(one, `${pointer}/${i}`, is));
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, numbersIn(one, `${pointer}/${key}`, is)]));
}

function without(data: Data, [step = '', ...rest]: readonly string[]): Data {
  const entries = Object.entries(data).flatMap(([key, value]): [string, unknown][] => {
    if (key !== step) return [[key, value]];
    return rest.length > 0 && isMap(value) ? [[key, without(value, rest)]] : [];
  });
  return Object.fromEntries(entries);
}
