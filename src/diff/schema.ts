import { schemaAt } from '../yaml/schema.ts';

/** A part of the contract's schema. */
export interface Schema {
  $ref?: string;
  description?: string;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  items?: Schema;
  else?: Schema;
  oneOf?: Schema[];
  discriminator?: { propertyName: string };
  const?: string;
  enum?: unknown[];
  /** Its description is that of a type which many keys share: no name for the key. */
  isShared?: boolean;
}

interface Node {
  schema: Schema;
  /** The file in which it stands: what its references are relative to. */
  file: string;
}

const known = new Map<string, Schema | undefined>();

/** The schema of the term at a path as rules know it; where the paper may leave a blank, that of the value. */
export function schemaOf(path: readonly string[]): Schema | undefined {
  const text = path.join('/');
  if (!known.has(text)) {
    const root = node('contract.schema.json', '');
    known.set(text, path.reduce<Node | undefined>((at, step) => at && child(at, step), root)?.schema);
  }
  return known.get(text);
}

function child({ schema, file }: Node, step: string): Node | undefined {
  if (schema.items) return chosen(settled({ schema: schema.items, file }), step);
  const own = schema.properties?.[step] ?? schema.additionalProperties;
  return typeof own === 'object' ? settled({ schema: own, file }) : undefined;
}

/** A thing of a list: the branch whose tag the step names. */
function chosen(item: Node, step: string): Node {
  const tag = item.schema.discriminator?.propertyName;
  if (tag === undefined) return item;
  const branches = (item.schema.oneOf ?? []).map((one) => settled({ schema: one, file: item.file }));
  const branch = branches.find(({ schema, file }) => tagOf(schema, tag, file) === step);
  return branch ? { ...branch, schema: { ...branch.schema, properties: { ...own(item), ...own(branch) } } } : item;
}

/** The keys of a schema, with references that hold from any file. */
const own = ({ schema, file }: Node): Record<string, Schema> =>
  Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([key, one]) => [
      key,
      one.$ref ? { ...one, $ref: absolute(one.$ref, file) } : one,
    ]),
  );

const tagOf = (schema: Schema, tag: string, file: string): string | undefined => {
  const property = schema.properties?.[tag];
  return property && settled({ schema: property, file }).schema.const;
};

/** References followed, and the branch of a value that is there. A description beside a reference is its own. */
function settled({ schema, file }: Node): Node {
  if (schema.$ref !== undefined) {
    const [name = '', pointer = ''] = absolute(schema.$ref, file).split('#');
    const found = settled(node(name.slice(1), pointer));
    if (schema.description !== undefined) return { ...found, schema: { ...found.schema, ...describedBy(schema) } };
    return name === `/${shared}` ? { ...found, schema: { ...found.schema, isShared: true } } : found;
  }
  return schema.else ? settled({ schema: { ...schema.else, ...describedBy(schema) }, file }) : { schema, file };
}

const describedBy = ({ description }: Schema) => (description === undefined ? {} : { description, isShared: false });

const shared = 'common.schema.json';

/** A reference from the folder schemas/. */
function absolute(ref: string, file: string): string {
  const [name = '', pointer = ''] = ref.split('#');
  const path = name === '' ? file : new URL(name, `file:///${file}`).pathname;
  return `/${path.replace(/^\//, '')}#${pointer}`;
}

function node(file: string, pointer: string): Node {
  return { schema: (schemaAt(`${file}#${pointer}`) ?? {}) as Schema, file };
}
