import type { Cause, Reconciliation } from '../../billing/statement.ts';
import type { Lang } from '../../locale/index.ts';
import { wrap } from '../width.ts';

const verdicts: Record<Reconciliation['verdict'], { zh: string; en: string }> = {
  agrees: { zh: '一致', en: 'agrees' },
  'within-tolerance': { zh: '在容差之内，以账单为准', en: 'within tolerance: the bill stands' },
  'beyond-tolerance': { zh: '超出容差，须重新对账', en: 'beyond tolerance: reconcile again' },
  undetermined: { zh: '数据不足', en: 'undetermined' },
};

/** A bill against our figures: the difference, what explains it, where the bill contradicts itself, what to do next. */
export function reconciliation(found: Reconciliation, lang: Lang): string {
  const rows = remarks(found, lang).map((row) => wrap(`  ${row}`, 80, '    '));
  return [wrap(outcome(found, lang), 80), ...rows].join('\n');
}

function outcome(r: Reconciliation, lang: Lang): string {
  const zh = lang === 'zh';
  const share = r.percent === null ? '' : zh ? `，占账单总额 ${r.percent}%` : `, ${r.percent}% of the bill`;
  const clause = r.clause === null ? '' : zh ? `（${r.clause}）` : ` (${r.clause})`;
  const word = verdicts[r.verdict][lang];
  return zh
    ? `对账：${r.period} 账单 ${r.bill} 为 ${r.claimed} 元，我方计算 ${r.computed ?? '不明'} 元，相差 ${r.difference ?? '不明'} 元${share}——${word}${clause}。`
    : `Reconciliation: bill ${r.bill} of ${r.period} claims CNY ${r.claimed}, computed ${r.computed ?? 'unknown'}, difference ${r.difference ?? 'unknown'}${share}: ${word}${clause}.`;
}

/** What is to be said of a reconciliation beside its figures, a sentence each. */
export function remarks(r: Reconciliation, lang: Lang): string[] {
  const zh = lang === 'zh';
  const contradicted = r.contradictions.map(({ means }) =>
    zh ? `账单自相矛盾：${means.zh}。` : `The bill contradicts itself: ${means.en}.`,
  );
  const steps = r.next.map((one) => {
    const by = one.by === null ? '' : zh ? `，最迟 ${one.by}` : `, by ${one.by}`;
    return zh ? `下一步（${one.clause}）：${one.means.zh}${by}。` : `Next (${one.clause}): ${one.means.en}${by}.`;
  });
  return [
    ...(r.reason ? [zh ? `${r.reason.zh}。` : `${r.reason.en}.`] : []),
    ...(r.carried ? [booked(r.carried, zh)] : []),
    ...contradicted,
    ...causes(r, lang),
    ...steps,
  ];
}

const booked = ({ amount, booked: isBooked }: NonNullable<Reconciliation['carried']>, zh: boolean): string => {
  if (isBooked)
    return zh ? `账单已计入上期差异的调整 ${amount} 元。` : `The bill has booked the adjustment of ${amount}.`;
  return zh ? `账单没有计入上期差异的调整 ${amount} 元。` : `The bill has not booked the adjustment of ${amount}.`;
};

function causes({ causes: all, alternatives, unexplained, difference }: Reconciliation, lang: Lang): string[] {
  const zh = lang === 'zh';
  if (difference === null || difference === '0.00' || unexplained === null) return [];
  const rest =
    unexplained === '0.00' ? [] : [zh ? `没有找到原因的差额：${unexplained} 元。` : `Unexplained: CNY ${unexplained}.`];
  return [
    ...all.map((one) => (zh ? `可能的原因：${named(one, lang)}` : `Possible cause: ${named(one, lang)}`)),
    ...alternatives.map((one) =>
      zh ? `同样说得通：${named(one, lang)}` : `As well explained by: ${named(one, lang)}`,
    ),
    ...rest,
  ];
}

function named({ charge, means, amount }: Cause, lang: Lang): string {
  const about = charge === '' ? '' : lang === 'zh' ? `${charge}：` : `${charge}: `;
  return lang === 'zh' ? `${about}${means.zh}，${amount} 元。` : `${about}${means.en}, CNY ${amount}.`;
}
