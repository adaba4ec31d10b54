import type { Adjustment, Cap, Credit, Quota, Statement } from '../../billing/statement.ts';
import type { Lang } from '../../locale/index.ts';

/** How far the cap is used up; empty where the contract has none. */
export function capWords(of: Cap | null, lang: Lang): string {
  if (!of) return '';
  const zh = lang === 'zh';
  const name = zh ? `封顶（${of.clause}）：` : `Cap (${of.clause}): `;
  if (of.amount === null) return name + (zh ? '纸面留空，无法判断' : 'left blank on paper, undetermined');
  if (of.used === null)
    return name + of.amount + (zh ? ' 元；已用多少，数据不足' : '; how much of it is used is undetermined');
  const over = of.excess !== null && of.excess !== '0.00';
  const parts = [
    zh
      ? `${of.amount} 元，自 ${of.since} 已用 ${of.used} 元，剩余 ${of.headroom} 元`
      : `CNY ${of.amount}, used since ${of.since} ${of.used}, left ${of.headroom}`,
    over ? (zh ? `本期超出 ${of.excess} 元，不应付` : `${of.excess} of this period lies above it and is not owed`) : '',
    of.reached ? reached(of.reached, zh) : '',
    of.unseen.length > 0 ? unseen(of.unseen, zh) : '',
  ];
  return name + parts.filter((part) => part !== '').join(zh ? '；' : '; ');
}

const reached = ({ month, forecast }: NonNullable<Cap['reached']>, zh: boolean): string => {
  if (!forecast) return zh ? `已在 ${month} 用满` : `reached in ${month}`;
  return zh ? `按已有各月的平均，预计 ${month} 用满` : `at the average so far it will be reached in ${month}`;
};

const unseen = (months: readonly string[], zh: boolean): string =>
  zh
    ? `${months.join('、')} 没有任何使用记录，已用可能偏少`
    : `no record of use in ${months.join(', ')}: more may be used`;

/** What is left of a package paid ahead. */
export function quotaWords(of: Quota, lang: Lang): string {
  const words = of.explanation[lang];
  return lang === 'zh'
    ? `预付余量（${of.clause}，${of.from} 至 ${of.to}）：${words}。`
    : `Prepaid units (${of.clause}, ${of.from} to ${of.to}): ${words}.`;
}

/** Rows among bills and payments that contradict themselves or each other, and records that stand twice. */
export function doubts({ anomalies, deduplicated }: Statement, lang: Lang): string[] {
  const zh = lang === 'zh';
  const twice = deduplicated.map((table) =>
    zh ? `${table} 有编号重复的记录：同一编号只计一次。` : `${table}: ids stand twice; each counts once.`,
  );
  const rows = anomalies.map(({ table, means, mend, rows: shown, total }) => {
    const ids = shown.map(({ id }) => id).join('、') + (total > shown.length ? '…' : '');
    return zh ? `${means.zh}（${table} ${ids}）。${mend.zh}` : `${means.en} (${table} ${ids}). ${mend.en}`;
  });
  return [...twice, ...rows];
}

/** A credit, and an adjustment, with its amount and why. */
export function creditWords({ clause, title, explanation }: Credit, lang: Lang): string {
  const [name, words] = [title[lang], explanation[lang]];
  return lang === 'zh' ? `减免（${clause}）${name}：${words}` : `Credit (${clause}) ${name}: ${words}`;
}

export function adjustmentWords({ clause, amount, explanation }: Adjustment, lang: Lang): string {
  return lang === 'zh'
    ? `调整（${clause}）：${inYuan(amount, lang)}。${explanation.zh}`
    : `Adjustment (${clause}): ${inYuan(amount, lang)}. ${explanation.en}`;
}

/** An amount with its currency, or that it cannot be determined. */
export function inYuan(amount: string | null, lang: Lang): string {
  if (amount === null) return lang === 'zh' ? '数据不足' : 'undetermined';
  return lang === 'zh' ? `${amount} 元` : `CNY ${amount}`;
}
