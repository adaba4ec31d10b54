import { relative } from 'node:path';
import type { Lang } from '../locale/index.ts';
import type { Difference } from '../scenario/compare.ts';
import { table } from './width.ts';

/** What a scenario came to: nothing differs, or where it does. */
export interface Outcome {
  contract: string;
  title: string;
  file: string;
  differences: readonly (Difference & { line: number })[];
}

export const scenarioFormats = { pretty, json };

function pretty(outcomes: readonly Outcome[], lang: Lang): string {
  const zh = lang === 'zh';
  const heads = zh ? ['行', '项目', '应为', '实际'] : ['line', 'what', 'expected', 'actual'];
  const columns = heads.map((head) => ({ head }));
  const blocks = outcomes.map(({ contract, title, file, differences }) => {
    const head = `${differences.length === 0 ? '✓' : '✗'} ${contract}  ${title}`;
    if (differences.length === 0) return head;
    const rows = differences.map((d) => [String(d.line), d.what, d.expected, d.actual]);
    const body = table(columns, rows)
      .split('\n')
      .map((line) => `    ${line}`);
    return [head, `    ${relative(process.cwd(), file)}`, ...body].join('\n');
  });
  const failed = outcomes.filter((one) => one.differences.length > 0).length;
  const passed = outcomes.length - failed;
  const tally = zh ? `${passed} 个场景通过，${failed} 个不符` : `${passed} scenario(s) passed, ${failed} failed`;
  return [...blocks, '', tally].join('\n');
}

function json(outcomes: readonly Outcome[]): string {
  const failed = outcomes.filter((one) => one.differences.length > 0).length;
  const scenarios = outcomes.map((one) => ({
    contract: one.contract,
    title: one.title,
    file: relative(process.cwd(), one.file),
    passed: one.differences.length === 0,
    differences: one.differences,
  }));
  return JSON.stringify({ scenarios, summary: { passed: outcomes.length - failed, failed } }, null, 2);
}
