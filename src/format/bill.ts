import type { Line, Reconciliation, Statement } from '../billing/statement.ts';
import type { Lang } from '../locale/index.ts';
import { reportWords } from '../locale/report.ts';
import { amendmentWords } from '../locale/words.ts';
import { decimal, permille } from '../money.ts';
import { table, wrap } from './width.ts';

/** The statement as JSON in the shape of design.md §8. */
export function billJson(statement: Statement, { lang }: { lang: Lang }): string {
  const line = (one: Line) => ({ ...one, title: one.title[lang], explanation: one.explanation[lang] });
  const shown = {
    ...statement,
    lines: statement.lines.map(line),
    credits: statement.credits.map(line),
    readings: statement.readings.map((reading) => ({ ...reading, means: reading.means[lang] })),
    amendments: statement.amendments.map((one) => ({ ...one, title: one.title[lang] })),
    lateFee: statement.lateFee && {
      ...statement.lateFee,
      readings: statement.lateFee.readings.map((one) => ({ ...one, means: one.means[lang] })),
    },
    rounding: { ...statement.rounding, note: statement.rounding.note?.[lang] ?? null },
  };
  return JSON.stringify(shown, null, 2);
}

const units: Record<string, { zh: string; en: string }> = {
  month: { zh: '月', en: 'month' },
  segment: { zh: '条', en: 'segment' },
  message: { zh: '次', en: 'message' },
  once: { zh: '次', en: 'once' },
  minute: { zh: '分钟', en: 'minute' },
  prepaid: { zh: '预付', en: 'prepaid' },
};

const verdicts: Record<Reconciliation['verdict'], { zh: string; en: string }> = {
  agrees: { zh: '一致', en: 'agrees' },
  'within-tolerance': { zh: '在容差之内，以账单为准', en: 'within tolerance: the bill stands' },
  'beyond-tolerance': { zh: '超出容差，须重新对账', en: 'beyond tolerance: reconcile again' },
  undetermined: { zh: '数据不足', en: 'undetermined' },
};

/** The statement for a terminal 80 columns wide. */
export function billPretty(statement: Statement, { lang }: { lang: Lang }): string {
  const zh = lang === 'zh';
  const say = (chinese: string, english: string) => (zh ? chinese : english);
  const { from, to } = statement.period;
  const blocks = [
    say(
      `${statement.contract}  结算单  ${from} 至 ${to}\n截至 ${statement.asOf}（北京时间）`,
      `${statement.contract}  statement  ${from} to ${to}\nas of ${statement.asOf} (Beijing)`,
    ),
    ...statement.amendments.map((one) => amendmentWords(one)[lang]),
    lines(statement, lang),
    say(`合计 ${statement.total ?? '数据不足'} 元`, `Total CNY ${statement.total ?? 'undetermined'}`),
  ];
  if (!statement.complete)
    blocks.push(say('期间尚未结束，以上只到截至时刻。', 'The period is not over; this is as of now.'));
  if (statement.readings.length > 0) blocks.push(readings(statement, lang));
  const { digits, note } = statement.rounding;
  blocks.push(
    say(`取整：每行保留 ${digits} 位小数，四舍五入。`, `Rounding: each line to ${digits} decimals, half up.`) +
      (note ? ` ${note[lang]}` : ''),
  );
  if (statement.cap) {
    const amount = statement.cap.amount ?? say('纸面留空，无法判断', 'left blank on paper, undetermined');
    blocks.push(say(`封顶（${statement.cap.clause}）：${amount}`, `Cap (${statement.cap.clause}): ${amount}`));
  }
  if (statement.balance) blocks.push(arrears(statement, lang));
  if (statement.reconciliation) blocks.push(against(statement.reconciliation, lang));
  return blocks.map((block) => (block.includes('\n') ? block : wrap(block, 80))).join('\n\n');
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
  const columns = heads.map((head, i) => ({ head, align: i === 2 || i > 3 ? ('right' as const) : ('left' as const) }));
  const notes = all.map((l) => wrap(`${l.month} ${l.clause} ${l.explanation[lang]}`, 80, '  '));
  return `${table(columns, rows)}\n\n${notes.join('\n')}`;
}

function readings({ readings: all, spread }: Statement, lang: Lang): string {
  const zh = lang === 'zh';
  const rows = all.map((r) => {
    const total = r.total ?? (zh ? '数据不足' : 'undetermined');
    return wrap(`${r.chosen ? '*' : ' '} ${total}  ${r.id}: ${r.means[lang]}`, 80, '  ');
  });
  const head = zh
    ? `条款有不同理解（* 为合计所用），相差 ${spread ?? '不明'} 元：`
    : `Readings (* makes the total), spread CNY ${spread ?? 'unknown'}:`;
  return [head, ...rows].join('\n');
}

function against(r: Reconciliation, lang: Lang): string {
  const zh = lang === 'zh';
  const share = r.percent === null ? '' : zh ? `，占账单总额 ${r.percent}%` : `, ${r.percent}% of the bill`;
  const text = zh
    ? `对账：账单 ${r.bill} 为 ${r.claimed} 元，相差 ${r.difference ?? '不明'} 元${share}——${verdicts[r.verdict].zh}${r.clause ? `（${r.clause}）` : ''}。`
    : `Reconciliation: bill ${r.bill} claims CNY ${r.claimed}, difference ${r.difference ?? 'unknown'}${share}: ${verdicts[r.verdict].en}${r.clause ? ` (${r.clause})` : ''}.`;
  return wrap(text, 80);
}

/** The page's own sentences. */
function arrears({ balance, lateFee }: Statement, lang: Lang): string {
  const { say } = reportWords[lang];
  const sentences = [
    balance && say.balance(balance.bill, balance.billed, balance.paid, balance.unpaid),
    lateFee && say.lateFee(lateFee.clause, lateFee.due, lateFee.days, permille(decimal(lateFee.rate)), lateFee.amount),
  ];
  const head = wrap(sentences.filter((sentence) => sentence !== null).join(lang === 'zh' ? '' : ' '), 80);
  const read = lateFee?.readings.map((one) => wrap(say.lateFeeRead(one.means[lang], one.amount), 80, '  ')) ?? [];
  return [head, ...read].join('\n');
}
