import type { Fields } from '../contract/values.ts';
import { align } from './align.ts';
import type { Step, Trail } from './change.ts';
import { canonical, isStructure, isThings } from './values.ts';

/** Lists whose things rules know by what they are. */
const tagOf: Readonly<Record<string, string>> = { obligations: 'kind', services: 'kind', charges: 'model' };

/**
 * The way to each value that differs, wherever it stands in its list; a thing or a part that only one side has is one.
 * Readings count in their order: a list of them is there itself where another one comes first.
 */
export const differences = (before: Fields, after: Fields): Trail[] => inMap(before, after, []);

function inMap(before: Fields, after: Fields, trail: Trail): Trail[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) => {
    const known = { before: key in before ? key : undefined, after: key in after ? key : undefined };
    return below([...trail, { name: key, key: known, before: before[key], after: after[key] }]);
  });
}

function below(trail: Trail): Trail[] {
  const { before, after } = trail.at(-1) as Step;
  if (before === after) return [];
  if (isStructure(before) && isStructure(after)) return inMap(before, after, trail);
  if (isList(before) && isList(after) && (isThings(before) || isThings(after))) {
    return inList(before ?? [], after ?? [], trail);
  }
  return canonical(before) === canonical(after) ? [] : [trail];
}

/** A list of things, an empty one, or none: none is the same as an empty one. */
const isList = (value: unknown): value is Fields[] | undefined =>
  value === undefined || isThings(value) || (Array.isArray(value) && value.length === 0);

function inList(before: readonly Fields[], after: readonly Fields[], trail: Trail): Trail[] {
  const pairs = align(before, after);
  const inside = pairs.flatMap(([i, j]) => {
    const [one, other] = [i === undefined ? undefined : before[i], j === undefined ? undefined : after[j]];
    if (one === other) return [];
    const key = { before: i?.toString(), after: j?.toString() };
    const step: Step = { name: tag(trail, one, other), key, before: one, after: other };
    return one && other ? below([...trail, step]) : [[...trail, step]];
  });
  const isOtherFirst = before.length > 0 && after.length > 0 && pairs[0]?.[1] !== 0;
  return isOtherFirst && trail.at(-1)?.name === 'readings' ? [trail, ...inside] : inside;
}

function tag(trail: Trail, before: Fields | undefined, after: Fields | undefined): string {
  const key = trail.length === 1 ? tagOf[trail[0]?.name ?? ''] : undefined;
  if (key === undefined) return '*';
  const [was, is] = [before?.[key] ?? after?.[key], after?.[key] ?? before?.[key]];
  return was === is && typeof is === 'string' ? is : '*';
}
