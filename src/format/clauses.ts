import { type Clause, isTreated } from '../contract/register.ts';
import type { Lang } from '../locale/index.ts';
import { treatmentNames } from '../locale/treatments.ts';
import { wrap } from './width.ts';

export interface ClauseList {
  contract: string;
  clauses: readonly Clause[];
  /** Obligations whose kind no rule judges yet. */
  notEvaluated: readonly string[];
}

export const clauseFormats = { pretty, json };

const coverage = (clauses: readonly Clause[]) => ({
  total: clauses.length,
  treated: clauses.filter(isTreated).length,
});

function json({ contract, clauses, notEvaluated }: ClauseList, lang: Lang): string {
  const list = clauses.map(({ ref, page, gist, treatment, by, note }) => ({
    ref,
    page: page ?? null,
    gist: gist[lang],
    treatment,
    by: by ?? [],
    note: note?.[lang] ?? null,
  }));
  return JSON.stringify({ contract, clauses: list, coverage: coverage(clauses), notEvaluated }, null, 2);
}

/** A tree by the clause numbers, 80 columns wide; what is not evaluated comes last, with the reason. */
function pretty({ contract, clauses, notEvaluated }: ClauseList, lang: Lang): string {
  const zh = lang === 'zh';
  const lines = clauses.map((clause) => {
    const indent = '  '.repeat(depth(clause.ref));
    const by = clause.by ? ` → ${clause.by.join(', ')}` : '';
    const sign = isTreated(clause) ? '' : zh ? ' 【未实现】' : ' [not realised]';
    const note = clause.note ? `${zh ? '（注：' : ' (note: '}${clause.note[lang]}${zh ? '）' : ')'}` : '';
    const text = `${clause.ref}  ${treatmentNames[clause.treatment][lang]}${sign}  ${clause.gist[lang]}${note}${by}`;
    return wrap(text, 80, indent);
  });
  const { total, treated } = coverage(clauses);
  const tally = zh
    ? `${contract}：共 ${total} 条，已处理 ${treated} 条。`
    : `${contract}: ${treated} of ${total} clauses treated.`;
  const open = zh
    ? `还没有规则判断的义务：${notEvaluated.join('、') || '无'}。`
    : `Obligations that no rule judges yet: ${notEvaluated.join(', ') || 'none'}.`;
  return [...lines, '', tally, wrap(open, 80)].join('\n');
}

/** How deep a clause lies below its chapter: 3 is 0, 3.13 is 1, 5.1(1) is 2. */
const depth = (ref: string): number => Math.min(3, (ref.match(/[.(#]/g) ?? []).length);
