import { relative } from 'node:path';
import type { Lang } from '../locale/index.ts';
import { verdictNames } from '../locale/verdicts.ts';
import type { Difference } from '../scenario/compare/differ.ts';
import type { ClauseCoverage, Covered } from '../scenario/coverage.ts';
import { table, wrap } from './width.ts';

/** What a scenario came to: nothing differs, or where it does. */
export interface Outcome {
  contract: string;
  title: string;
  file: string;
  differences: readonly (Difference & { line: number })[];
}

export interface Coverage {
  obligations: readonly Covered[];
  clauses: readonly ClauseCoverage[];
}

export const scenarioFormats = { pretty, json };

function pretty(outcomes: readonly Outcome[], lang: Lang, coverage: Coverage | undefined): string {
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
  return [...blocks, '', tally, ...(coverage ? ['', covered(coverage, lang)] : [])].join('\n');
}

/** By contract: how many obligations were seen on both sides, and by name those that were not, or cannot be yet. */
function covered({ obligations, clauses }: Coverage, lang: Lang): string {
  const zh = lang === 'zh';
  const names = (all: readonly Covered[]) => all.map((one) => one.obligation).join(zh ? '、' : ', ');
  const blocks = clauses.map(({ contract, total, covered: done }) => {
    const own = obligations.filter((one) => one.contract === contract);
    const open = own.filter((one) => one.open === 'no-rule');
    const blank = own.filter((one) => one.open === 'blank');
    const missing = own.filter((one) => one.missing.length > 0);
    const seen = own.length - open.length - blank.length - missing.filter((one) => !one.open).length;
    const gaps = missing.map(({ obligation, clause, missing: lacking }) => {
      const verdicts = lacking.map((verdict) => verdictNames[verdict][lang]).join(zh ? '、' : ', ');
      return zh
        ? `  ✗ ${obligation}（${clause}）没有场景显示：${verdicts}`
        : `  ✗ ${obligation} (${clause}): no scenario shows ${verdicts}`;
    });
    return [
      wrap(
        zh
          ? `${contract}：${own.length} 项义务，正反两面都有场景的 ${seen} 项；由义务实现的 ${total} 条条款中，${done} 条的义务都已显示。`
          : `${contract}: ${own.length} obligations, ${seen} seen kept and broken; of ${total} clauses that obligations realise, ${done} have all of theirs shown.`,
        80,
      ),
      ...gaps,
      ...(open.length > 0
        ? [wrap(zh ? `尚无规则、暂不计入：${names(open)}` : `No rule yet, not counted: ${names(open)}`, 80, '  ')]
        : []),
      ...(blank.length > 0
        ? [
            wrap(
              zh ? `纸面留空、只能是数据不足：${names(blank)}` : `Blank on paper, only undetermined: ${names(blank)}`,
              80,
              '  ',
            ),
          ]
        : []),
    ].join('\n');
  });
  return blocks.join('\n\n');
}

function json(outcomes: readonly Outcome[], _lang: Lang, coverage: Coverage | undefined): string {
  const failed = outcomes.filter((one) => one.differences.length > 0).length;
  const scenarios = outcomes.map((one) => ({
    contract: one.contract,
    title: one.title,
    file: relative(process.cwd(), one.file),
    passed: one.differences.length === 0,
    differences: one.differences,
  }));
  return JSON.stringify(
    { scenarios, summary: { passed: outcomes.length - failed, failed }, ...(coverage && { coverage }) },
    null,
    2,
  );
}
