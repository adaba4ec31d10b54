import { Document, isCollection, isPair, isScalar, type Node, type Pair } from 'yaml';
import { boundaryHeads } from '../locale/boundaries.ts';
import type { Lang } from '../locale/text.ts';
import type { Made } from './boundary.ts';

const modeline = '# yaml-language-server: $schema=../../../schemas/scenario.schema.json';

/** Scenarios as the file that stands beside a contract, and below them as comments what no scenario was made of. */
export function scenarioFile({ scenarios, left }: Made, lang: Lang): string {
  const document = new Document({ scenarios: scenarios.map(withoutNulls) }, { aliasDuplicateObjects: false });
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

/** What is expected, the rows and the changes each on one line. */
function inline(scenario: Node): void {
  if (!isCollection(scenario)) return;
  for (const pair of scenario.items) {
    if (!isPair(pair) || !isScalar(pair.key) || !isCollection(pair.value)) continue;
    if (pair.key.value !== 'records') {
      pair.value.flow = true;
      continue;
    }
    for (const { value } of pair.value.items as Pair[]) {
      if (!isCollection(value)) continue;
      if (value.items.length === 0) value.flow = true;
      for (const row of value.items) if (isCollection(row)) row.flow = true;
    }
  }
}
