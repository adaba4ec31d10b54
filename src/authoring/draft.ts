import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  type Scalar,
  visit,
  type YAMLMap,
} from 'yaml';
import { marks } from '../contract/unfilled.ts';
import { home } from '../home.ts';
import type { Lang } from '../locale/text.ts';
import type { Schema } from '../yaml/ajv.ts';
import { bundled } from '../yaml/bundle.ts';
import { half, schemaFor } from './meaning.ts';

export interface Asked {
  id: string;
  title?: string | undefined;
  customer?: string | undefined;
  carrier?: string | undefined;
  /** Kinds of services, in order. */
  services: readonly string[];
  lang: Lang;
  /** Where the schema lies, as the modeline names it. */
  schema: string;
  /** What stands before the list of kinds of obligations. */
  kindsHeading: string;
}

/** A commented contract to fill in: the template, with what was asked for, and the words of the schemas over its keys. */
export function draftContract(asked: Asked): string {
  const text = readFileSync(join(home, 'schemas/templates/contract.yaml'), 'utf8');
  const document = parseDocument(text);
  document.commentBefore = null;
  if (document.contents) document.contents.commentBefore = null;
  chooseServices(document, asked.services);
  fill(document, asked);
  const bundle = bundled('contract');
  explainKeys(document, bundle, asked.lang);
  listKinds(document, bundle, asked);
  halveMarks(document, asked.lang);
  return `# yaml-language-server: $schema=${asked.schema}\n${tight(document.toString({ lineWidth: 0 }))}`;
}

/** Lists as people write them, `[a, b]`; words of the user stand on the lines of titles and names only. */
const tight = (text: string): string =>
  text.replace(/^(?!\s*(?:title|name):).*$/gm, (line) => line.replaceAll('[ ', '[').replaceAll(' ]', ']'));

/** Takes away what belongs to services that were not asked for, and what is registered as realised by that alone. */
function chooseServices(document: Document, kinds: readonly string[]): void {
  const gone = new Set<string>();
  const keep = (list: string, holds: (item: YAMLMap) => boolean) => {
    const seq = document.get(list);
    if (!isSeq<YAMLMap>(seq)) return;
    seq.items = seq.items.filter((item) => {
      const kept = holds(item);
      if (!kept) gone.add(String(item.get('id')));
      return kept;
    });
  };
  keep('services', (item) => kinds.includes(String(item.get('kind'))));
  for (const list of ['charges', 'obligations'])
    keep(list, (item) => !item.has('service') || !gone.has(String(item.get('service'))));
  keep('clauses', (item) => {
    const by = item.get('by');
    return !isSeq<Scalar>(by) || by.items.some(({ value }) => !gone.has(String(value)));
  });
}

function fill(document: Document, { id, title, customer, carrier }: Asked): void {
  document.set('id', id);
  const given: [string | undefined, ...string[]][] = [
    [title, 'title', 'zh'],
    [title, 'title', 'en'],
    [customer, 'parties', 'customer', 'name'],
    [carrier, 'parties', 'carrier', 'name'],
  ];
  for (const [value, ...path] of given) {
    if (value === undefined) continue;
    document.setIn(path, value);
    // What was given on the command line needs no filling; a title needs its English.
    const node = document.getIn(path, true);
    if (isScalar(node) && path[0] !== 'title') node.comment = null;
  }
}

/** Over each key on a line of its own what the schema says of it, once for each thing said. */
function explainKeys(document: Document, bundle: Schema, lang: Lang): void {
  const data: unknown = document.toJS();
  const said = new Set<unknown>();
  const say = (node: Node, path: readonly (string | number)[]) => {
    const { description } = schemaFor(bundle, data, path);
    if (typeof description !== 'string' || description === '' || said.has(description)) return;
    said.add(description);
    node.commentBefore = ` ${half(description, lang)}`;
  };
  const walk = (node: unknown, path: readonly (string | number)[]): void => {
    if (isSeq(node) && !node.flow) {
      for (const [i, item] of node.items.entries()) {
        if (isMap(item) && !item.flow && 'kind' in item.toJSON()) kindSaid(item, [...path, i]);
        walk(item, [...path, i]);
      }
    }
    if (!isMap(node) || node.flow) return;
    for (const [i, { key, value }] of node.items.entries()) {
      const at = [...path, String((key as Scalar).value)];
      // The first key of an item stands behind the dash: its words would tear the two apart.
      if (i > 0 || typeof path.at(-1) !== 'number') say(key as Node, at);
      walk(value, at);
    }
  };
  /** Over an item of a list what its kind means. */
  const kindSaid = (item: YAMLMap, path: readonly (string | number)[]) => {
    const { enum: values, enumDescriptions } = schemaFor(bundle, data, [...path, 'kind']);
    const at = (values as string[] | undefined)?.indexOf(String(item.get('kind'))) ?? -1;
    const means = (enumDescriptions as string[] | undefined)?.[at];
    if (means !== undefined) item.commentBefore = ` ${half(means, lang)}`;
  };
  walk(document.contents, []);
}

/** Behind the obligations all kinds that there are. */
function listKinds(document: Document, bundle: Schema, { lang, kindsHeading }: Asked): void {
  const { kind } = (bundle.$defs ?? {}) as Record<string, { enum: string[]; enumDescriptions: string[] }>;
  const obligations = document.get('obligations');
  if (!kind || !isSeq(obligations)) return;
  const lines = kind.enum.map((name, i) => ` ${name}: ${half(kind.enumDescriptions[i] ?? '', lang)}`);
  obligations.comment = [` ${kindsHeading}`, ...lines].join('\n');
}

/** The template's marks are in both languages. */
function halveMarks(document: Document, lang: Lang): void {
  const halved = (comment: string | null | undefined) =>
    comment?.startsWith(` ${marks.zh}`) ? ` ${half(comment.trim(), lang)}` : comment;
  visit(document, {
    Node(_key, node) {
      const comment = halved(node.comment);
      if (comment) node.comment = comment;
    },
  });
}
