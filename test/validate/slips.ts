import { validateData } from '../../src/contract/validate.ts';
import type { Source } from '../../src/yaml/read.ts';
import type { Said } from './tally.ts';

type Thing = Record<string, unknown>;

/**
 * Every key of a contract deleted, misspelt, left empty and given a value of a wrong type in turn, without reading the
 * text anew. The contract is whole again after each.
 */
export function* slips(source: Source): Generator<() => Said> {
  // What aliases repeat stands in the file once.
  const seen = new Set<unknown>();
  function* walk(value: unknown, pointer: string): Generator<() => Said> {
    if (seen.has(value)) return;
    if (typeof value === 'object') seen.add(value);
    if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* walk(item, `${pointer}/${i}`);
    else if (typeof value === 'object' && value !== null) {
      for (const key of Object.keys(value)) {
        yield* each(source, value as Thing, pointer, key);
        yield* walk((value as Thing)[key], `${pointer}/${key}`);
      }
    }
  }
  yield* walk(source.data, '');
}

function* each(source: Source, thing: Thing, pointer: string, key: string): Generator<() => Said> {
  const value = thing[key];
  const line = source.locate(pointer, key).line ?? 0;
  const wrong = typeof value === 'object' ? 7 : { no: [] };
  const slip = (how: string, change: () => void) => (): Said => {
    change();
    try {
      return { how, place: `${pointer}/${key}`, line, problems: validateData(source.data, misread(source, key)) };
    } finally {
      delete thing[`${key}x`];
      thing[key] = value;
    }
  };
  yield slip('deleted', () => delete thing[key]);
  yield slip('misspelt', () => {
    delete thing[key];
    thing[`${key}x`] = value;
  });
  yield slip('emptied', () => {
    thing[key] = null;
  });
  yield slip('wrong-type', () => {
    thing[key] = wrong;
  });
}

/** The misspelt key stands where the right one does. */
const misread = (source: Source, key: string): Source => ({
  ...source,
  locate: (pointer, named) => source.locate(pointer, named === `${key}x` ? key : named),
});
