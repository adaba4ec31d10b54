import { isMap } from '../contract/values.ts';

/** A value of a contract and the JSON pointer at which it stands. */
export interface Found {
  pointer: string;
  value: unknown;
}

/**
 * All that a path means, in the order of the file: `/obligations/*` for each, `*[kind=advance-notice]` for those with
 * that value, `**` for everything below, the thing itself included. A path that leads nowhere finds nothing.
 */
export function find(root: unknown, path: string): Found[] {
  const steps = path.split('/').slice(1);
  return steps.reduce<Found[]>(
    (found, step) => found.flatMap((one) => next(one, step)),
    [{ pointer: '', value: root }],
  );
}

function next({ pointer, value }: Found, step: string): Found[] {
  const [name = ''] = step.split('[');
  const wanted = [...step.matchAll(/\[([^=\]]+)=([^\]]*)\]/g)];
  const matched = name === '**' ? below({ pointer, value }) : children(value, name, pointer);
  const fits = (one: unknown) => wanted.every(([, key = '', text]) => isMap(one) && String(one[key]) === text);
  return wanted.length === 0 ? matched : matched.filter((one) => fits(one.value));
}

function children(value: unknown, name: string, pointer: string): Found[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value).filter(([key]) => name === '*' || key === name);
  return entries.map(([key, inner]) => ({ pointer: `${pointer}/${key}`, value: inner }));
}

const below = (one: Found): Found[] => [one, ...children(one.value, '*', one.pointer).flatMap(below)];

/** Whether a text is a path: from the contract's root, or from the thing that is looked at. */
export const isPath = (text: string): boolean => /^(\/|\.\.?(\/|$))/.test(text);

/** A path from the root; `./` begins at the pointer and each `..` leads one level up. */
export function fromRoot(path: string, pointer: string): string {
  if (path.startsWith('/')) return path;
  const base = pointer.split('/').slice(1);
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') base.pop();
    else if (step !== '.') steps.push(step);
  }
  return [...base, ...steps].map((step) => `/${step}`).join('');
}

/** The clause of a thing: its own, else that of the nearest thing around it; a register entry has it as `ref`. */
export function clauseOf(root: unknown, pointer: string): string | undefined {
  const steps = pointer.split('/');
  for (let depth = steps.length; depth > 0; depth--) {
    const [one] = find(root, steps.slice(0, depth).join('/'));
    if (!isMap(one?.value)) continue;
    const { clause, ref } = one.value;
    if (typeof clause === 'string') return clause;
    if (typeof ref === 'string') return ref;
  }
  return undefined;
}
