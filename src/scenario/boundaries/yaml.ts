import { Document, isCollection, isMap, isScalar, type Node, type YAMLMap, type YAMLSeq } from 'yaml';
import { boundaryHeads } from '../../locale/boundaries.ts';
import type { Lang } from '../../locale/text.ts';
import type { Made } from './draft.ts';

const modeline = '# yaml-language-server: $schema=../../../schemas/scenario.schema.json';

/** Scenarios as the file that stands beside a contract, and below them as comments what no scenario was made of. */
export function scenarioFile({ cases, left }: Made, lang: Lang): string {
  const document = new Document(
    { scenarios: cases.map(({ scenario }) => withoutNulls(scenario)) },
    { aliasDuplicateObjects: false },
  );
  const list = document.get('scenarios');
  if (isCollection(list)) for (const scenario of list.items) inline(scenario as Node);
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: true });
  const rest = left.map(({ what, clause, reason }) =>
    lang === 'zh' ? `# - ${what}（${clause}）：${reason.zh}` : `# - ${what} (${clause}): ${reason.en}`,
  );
  const tail = rest.length > 0 ? `\n# ${boundaryHeads.left[lang]}\n${rest.join('\n')}\n` : '';
  return `${modeline}\n# ${boundaryHeads.made[lang]}\n${text}${tail}`;
}

/** A column without a value is left out, as in a file that somebody writes by hand. */
const withoutNulls = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (inner === null ? [] : [[key, withoutNulls(inner)]])),
  );
};

/** Rows, changes and what is expected each on one line; many findings each on one of its own. */
function inline(node: Node): void {
  for (const [key, value] of entriesOf(node)) {
    if (key === 'records') {
      for (const [, rows] of entriesOf(value)) {
        if (rows.items.length === 0) rows.flow = true;
        for (const row of rows.items) if (isCollection(row)) row.flow = true;
      }
    } else if (entriesOf(value).some(([, findings]) => findings.items.length > ON_ONE_LINE)) {
      for (const [, findings] of entriesOf(value)) {
        for (const [, finding] of entriesOf(findings)) finding.flow = true;
      }
    } else value.flow = true;
  }
}

/** Findings that a line holds. */
const ON_ONE_LINE = 4;

/** The keys of a map under which there is a list or a map. */
function entriesOf(node: unknown): [key: string, value: YAMLMap | YAMLSeq][] {
  if (!isMap(node)) return [];
  return node.items.flatMap(({ key, value }) =>
    isScalar(key) && isCollection(value) ? [[String(key.value), value as YAMLMap | YAMLSeq] as const] : [],
  ) as [string, YAMLMap | YAMLSeq][];
}
