import type { Account, PeriodSummary, Statement } from '../../billing/statement.ts';
import type { Lang } from '../../locale/index.ts';
import { table, wrap } from '../width.ts';

type Column = { head: string; align: 'left' | 'right' };
const left = (head: string): Column => ({ head, align: 'left' });
const right = (head: string): Column => ({ head, align: 'right' });

/** The settlement periods of a longer one; empty where there is but one. */
export function periods(all: Statement['periods'], lang: Lang): string {
  if (all.length === 0) return '';
  const zh = lang === 'zh';
  const columns = zh
    ? [left('账期'), right('应计'), right('上期调整'), right('账单'), right('相差'), left('对账')]
    : [left('period'), right('computed'), right('adjusted'), right('billed'), right('difference'), left('outcome')];
  const rows = all.map((one) => [
    one.period,
    one.total ?? '?',
    one.adjustments === '0.00' ? '' : (one.adjustments ?? '?'),
    one.claimed ?? '',
    one.claimed === null ? '' : (one.difference ?? '?'),
    one.verdict === null ? '' : outcome[one.verdict][lang],
  ]);
  return `${zh ? '各账期：' : 'Periods:'}\n${table(columns, rows)}`;
}

const outcome: Record<NonNullable<PeriodSummary['verdict']>, { zh: string; en: string }> = {
  agrees: { zh: '一致', en: 'agrees' },
  'within-tolerance': { zh: '容差之内', en: 'within' },
  'beyond-tolerance': { zh: '超出容差', en: 'beyond' },
  undetermined: { zh: '数据不足', en: 'unknown' },
};

/** Bills and payments of the period with the balance after each; empty where there are none. */
export function account(of: Account | null, lang: Lang): string {
  if (!of || (of.entries.length === 0 && of.opening === '0.00')) return '';
  const zh = lang === 'zh';
  const columns = zh
    ? [left('日期'), left('事项'), left('编号'), right('金额'), right('余额')]
    : [left('day'), left('what'), left('id'), right('amount'), right('balance')];
  const kinds = { bill: zh ? '账单' : 'bill', payment: zh ? '付款' : 'payment' };
  const rows = of.entries.map((one) => [one.day, kinds[one.kind], one.id, one.amount, one.balance]);
  const first = zh
    ? `往来（余额为未付金额，负数为多付或预付）：期初 ${of.opening} 元，期末 ${of.closing} 元`
    : `Account (the balance is what is unpaid, negative where paid ahead): opening CNY ${of.opening}, closing ${of.closing}`;
  const fees =
    of.lateFees === null ? '' : zh ? `；至截至时刻的违约金共 ${of.lateFees} 元` : `; late fees to as-of ${of.lateFees}`;
  return [wrap(first + fees, 80), ...(rows.length > 0 ? [table(columns, rows)] : [])].join('\n');
}
