import { join } from 'node:path';
import { isMap } from '../contract/values.ts';
import { home } from '../home.ts';
import { readSound } from '../yaml/checked.ts';

export type Data = Record<string, unknown>;

/** schemas/templates/draft.yaml: what stands in a draft where the paper gave nothing. */
export interface Template {
  contract: Data;
  signed: Data;
  services: Record<string, Data>;
  charges: Record<string, Data>;
  obligations: Record<string, Data>;
  settlement: Record<string, Data>;
  accounts: Data;
  renewal: Data;
  /** Keys whose defaults go without saying. */
  quiet: readonly string[];
  /** Keys in the order in which a draft has them. */
  order: readonly string[];
  /** What binds somebody. */
  duty: string;
  /** A number with its unit that a contract counts with. */
  figure: string;
  treatments: readonly { pattern: string; treatment: string }[];
}

let loaded: Template | undefined;

export function template(): Template {
  loaded ??= readSound(join(home, 'schemas/templates/draft.yaml'), 'intake-draft') as Template;
  return loaded;
}

/** Defaults with data laid over them, key by key; `$blank` is the contract's blank of the clause. */
export function laidOver(
  defaults: unknown,
  data: unknown,
  clause: string,
  onDefault: (path: string) => void,
  path = '',
): unknown {
  if (data === undefined) {
    onDefault(path);
    return blanksOf(defaults, clause);
  }
  if (!isMap(defaults) || !isMap(data) || data.blank === true) return data;
  const keys = [...new Set([...Object.keys(defaults), ...Object.keys(data)])];
  return Object.fromEntries(
    keys.map((key) => {
      const inner = path === '' ? key : `${path}.${key}`;
      return [key, key in defaults ? laidOver(defaults[key], data[key], clause, onDefault, inner) : data[key]];
    }),
  );
}

function blanksOf(value: unknown, clause: string): unknown {
  if (value === '$blank') return { blank: true, clause };
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, blanksOf(inner, clause)]));
}
