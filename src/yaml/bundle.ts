import { posix } from 'node:path';
import { nearest } from '../nearest.ts';
import { stop } from '../problem.ts';
import { allSchemaFiles, readSchema, type Schema, schemaEnding } from './ajv.ts';

/** The names of all schemas of schemas/, in order, such as `contract` or `obligations/retention`. */
export const schemaNames = (): string[] =>
  allSchemaFiles()
    .map((file) => file.slice(0, -schemaEnding.length))
    .sort();

/**
 * A schema of schemas/ as one document that stands alone: every file that it refers to, directly or not, lies under
 * `$defs` by the file's name, and every `$ref` stays within the document. Throws Stop where there is no such schema.
 */
export function bundled(name: string): Schema {
  const names = schemaNames();
  if (!names.includes(name)) stop('schema-unknown', { name, nearest: nearest(name, names), known: names });
  const root = `${name}${schemaEnding}`;
  const defs: Schema = {};
  const { $defs = {}, ...rest } = within(root, root, defs) as Schema;
  return { ...rest, $defs: { ...($defs as Schema), ...defs } };
}

/** A file's schema with its references turned to places of the bundle; the files behind them are added to `defs`. */
function within(file: string, root: string, defs: Schema): unknown {
  const turned = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(turned);
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(
      Object.entries(node).map(([key, value]) => [key, key === '$ref' ? place(String(value)) : turned(value)]),
    );
  };
  const place = (ref: string): string => {
    const [path = '', pointer = ''] = ref.split('#');
    const target = path === '' ? file : posix.join(posix.dirname(file), path);
    if (target === root) return `#${pointer}`;
    // A slash would need an escape in a pointer.
    const key = target.replaceAll('/', '.');
    if (!(key in defs)) {
      defs[key] = true;
      const { $schema: _, ...embedded } = within(target, root, defs) as Schema;
      defs[key] = embedded;
    }
    return `#/$defs/${key}${pointer}`;
  };
  return turned(readSchema(file));
}
