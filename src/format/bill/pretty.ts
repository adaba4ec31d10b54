import type { Statement } from '../../billing/statement.ts';
import type { Lang } from '../../locale/index.ts';
import { reportWords } from '../../locale/report.ts';
import { amendmentWords } from '../../locale/words.ts';
import { decimal, permille } from '../../money.ts';
import { table, wrap } from '../width.ts';
import { account, periods } from './account.ts';
import { reconciliation } from './reconciliation.ts';
import { adjustmentWords, capWords, creditWords, doubts, inYuan, quotaWords } from './words.ts';

const units: Record<string, { zh: string; en: string }> = {
  month: { zh: '月', en: 'month' },
  segment: { zh: '条', en: 'segment' },
  message: { zh: '次', en: 'message' },
  once: { zh: '次', en: 'once' },
  minute: { zh: '分钟', en: 'minute' },
  prepaid: { zh: '预付', en: 'prepaid' },
  'top-up': { zh: '条', en: 'unit' },
};

/** The statement for a terminal 80 columns wide. */
export function billPretty(statement: Statement, { lang }: { lang: Lang }): string {
  const say = (chinese: string, english: string) => (lang === 'zh' ? chinese : english);
  const blocks = [
    head(statement, lang),
    ...statement.amendments.map((one) => amendmentWords(one)[lang]),
    statement.lines.length > 0 ? lines(statement, lang) : say('本期没有费用。', 'Nothing is charged in this period.'),
    ...sums(statement, lang),
    statement.complete ? '' : say('期间尚未结束，以上只到截至时刻。', 'The period is not over; this is as of now.'),
    statement.readings.length > 0 ? readings(statement, lang) : '',
    rounding(statement, lang),
    capWords(statement.cap, lang),
    ...statement.prepaid.map((one) => quotaWords(one, lang)),
    ...statement.freeMonths.map((one) => `${one.month} ${one.reason[lang]}`),
    periods(statement.periods, lang),
    account(statement.account, lang),
    statement.balance ? arrears(statement, lang) : '',
    ...statement.reconciliations.map((one) => reconciliation(one, lang)),
    doubtful(statement, lang),
  ];
  const shown = blocks.filter((block) => block !== '');
  return shown.map((block) => (block.includes('\n') ? block : wrap(block, 80))).join('\n\n');
}

function head({ contract, period: { from, to }, asOf }: Statement, lang: Lang): string {
  return lang === 'zh'
    ? `${contract}  结算单  ${from} 至 ${to}\n截至 ${asOf}（北京时间）`
    : `${contract}  statement  ${from} to ${to}\nas of ${asOf} (Beijing)`;
}

function lines({ lines: all }: Statement, lang: Lang): string {
  const heads =
    lang === 'zh'
      ? ['月份', '条款', '数量', '单位', '单价', '金额']
      : ['month', 'clause', 'quantity', 'unit', 'price', 'amount'];
  const rows = all.map((l) => [
    l.month,
    l.clause,
    l.quantity ?? '?',
    units[l.unit]?.[lang] ?? l.unit,
    l.unitPrice,
    l.amount ?? '?',
  ]);
  const columns = heads.map((name, i) => ({
    head: name,
    align: i === 2 || i > 3 ? ('right' as const) : ('left' as const),
  }));
  const notes = all.map((l) => wrap(`${l.month} ${l.clause} ${l.explanation[lang]}`, 80, '  '));
  return `${table(columns, rows)}\n\n${notes.join('\n')}`;
}

/** Credits, the total in figures and capitals, adjustments, and what is payable where that is not the total. */
function sums({ credits, total, capitals, adjustments, payable }: Statement, lang: Lang): string[] {
  const zh = lang === 'zh';
  const written = (text: string | null) => (zh && text !== null ? `（人民币${text}）` : '');
  const first = `${zh ? '合计' : 'Total'} ${inYuan(total, lang)}${written(capitals.total)}`;
  const owed = `${zh ? '本期应付' : 'Payable'} ${inYuan(payable, lang)}${written(capitals.payable)}`;
  return [
    first,
    ...credits.map((one) => creditWords(one, lang)),
    ...adjustments.map((one) => adjustmentWords(one, lang)),
    ...(payable === total && adjustments.length === 0 ? [] : [owed]),
  ];
}

function doubtful(statement: Statement, lang: Lang): string {
  const all = doubts(statement, lang);
  if (all.length === 0) return '';
  return [lang === 'zh' ? '记录疑点：' : 'Doubtful records:', ...all.map((row) => wrap(`  ${row}`, 80, '    '))].join(
    '\n',
  );
}

function rounding({ rounding: { digits, note } }: Statement, lang: Lang): string {
  const words =
    lang === 'zh'
      ? `取整：每行保留 ${digits} 位小数，四舍五入。`
      : `Rounding: each line to ${digits} decimals, half up.`;
  return words + (note ? ` ${note[lang]}` : '');
}

function readings({ readings: all, range, spread }: Statement, lang: Lang): string {
  const zh = lang === 'zh';
  const several = new Set(all.map(({ charge }) => charge)).size > 1;
  const rows = all.map((r) => {
    const total = r.total ?? (zh ? '数据不足' : 'undetermined');
    const why = r.reason === null ? '' : reportWords[lang].say.chosenFor(r.reason[lang]);
    return wrap(
      `${r.chosen ? '*' : ' '} ${total}  ${several ? `${r.charge} ` : ''}${r.id}: ${r.means[lang]}${why}`,
      80,
      '  ',
    );
  });
  const span = range ? (zh ? `（${range.least} 至 ${range.most}）` : ` (${range.least} to ${range.most})`) : '';
  const first = zh
    ? `条款有不同理解（* 为合计所用），最多相差 ${spread ?? '不明'} 元${span}：`
    : `Readings (* makes the total), spread CNY ${spread ?? 'unknown'}${span}:`;
  return [wrap(first, 80), ...rows].join('\n');
}

/** The page's own sentences. */
function arrears({ balance, lateFee }: Statement, lang: Lang): string {
  const { say } = reportWords[lang];
  const sentences = [
    balance && say.balance(balance.bill, balance.billed, balance.paid, balance.unpaid),
    lateFee && say.lateFee(lateFee.clause, lateFee.due, lateFee.days, permille(decimal(lateFee.rate)), lateFee.amount),
  ];
  const first = wrap(sentences.filter((sentence) => sentence !== null).join(lang === 'zh' ? '' : ' '), 80);
  const read = lateFee?.readings.map((one) => wrap(say.lateFeeRead(one.means[lang], one.amount), 80, '  ')) ?? [];
  return [first, ...read].join('\n');
}
