import type { Text } from './text.ts';
import { partyNames, type Verdict, verdictNames } from './verdicts.ts';

/** Small words that findings and reports share, in both languages. */

const unitWords: Record<string, Text> = {
  hours: { zh: '小时', en: 'hours' },
  days: { zh: '日', en: 'days' },
  months: { zh: '个月', en: 'months' },
  workdays: { zh: '个工作日', en: 'working days' },
};

/** "24 小时", "10 working days". */
export function limitWords(limit: number, unit: string): Text {
  const words = unitWords[unit] ?? { zh: unit, en: unit };
  const en = limit === 1 ? words.en.replace(/s$/, '') : words.en;
  return { zh: `${limit} ${words.zh}`, en: `${limit} ${en}` };
}

/** Seconds as hours, minutes and seconds, those of which there are none left out. */
export function durationWords(seconds: number): Text {
  const parts = [Math.trunc(seconds / 3600), Math.trunc((seconds % 3600) / 60), seconds % 60] as const;
  const told = (units: readonly string[]) =>
    parts.flatMap((part, i) => (part === 0 ? [] : [`${part} ${units[i]}`])).join(' ') || `0 ${units[2]}`;
  return { zh: told(['小时', '分', '秒']), en: told(['h', 'min', 's']) };
}

/** Why there is no verdict: tables or columns that were not supplied, or terms that the paper leaves blank. */
export const undeterminedWords = {
  missing: (tables: readonly Text[]): Text => ({
    zh: `数据不足：没有提供${tables.map((t) => t.zh).join('、')}的记录。`,
    en: `Not enough data: no records of ${tables.map((t) => t.en).join(', ')} supplied.`,
  }),
  columns: (columns: readonly string[]): Text => ({
    zh: `没有提供的列：${columns.join('、')}。`,
    en: ` Columns not supplied: ${columns.join(', ')}.`,
  }),
  blank: (names: readonly Text[]): Text => ({
    zh: `合同纸面留空：${names.map(({ zh }) => zh).join('、')}。`,
    en: `Left blank on paper: ${names.map(({ en }) => en).join(', ')}.`,
  }),
  noRule: (kind: string): Text => ({
    zh: `尚无规则判断“${kind}”这类义务。`,
    en: `No rule judges obligations of the kind "${kind}" yet.`,
  }),
  partly: (tables: readonly Text[]): Text => ({
    zh: `（没有提供${tables.map((t) => t.zh).join('、')}的记录，结论只依据其余记录。）`,
    en: ` (No records of ${tables.map((t) => t.en).join(', ')} supplied: the verdict rests on the others.)`,
  }),
  disputed: (readings: readonly { means: Text; verdict: Text }[]): Text => ({
    zh: `条款有不同理解，结论不一：${readings.map((r) => `${r.means.zh}——${r.verdict.zh}`).join('；')}。`,
    en: `Readings of the clause disagree: ${readings.map((r) => `${r.means.en}: ${r.verdict.en}`).join('; ')}.`,
  }),
};

/** A finding that is waived: who agreed to it and why, until when, and what it would be without. */
export const waivedWords = (
  { reason, role, expires }: { reason: Text; role: Text; expires: string },
  without: { verdict: Text; explanation: Text },
): Text => ({
  zh: `已由${role.zh}豁免（${reason.zh}；${expires} 期满）。不豁免则为“${without.verdict.zh}”：${without.explanation.zh}`,
  en: `Waived by ${role.en} (${reason.en}; until ${expires}). Without it: ${without.verdict.en}. ${without.explanation.en}`,
});

/** The parts of a period, each with its own verdict. */
export const spanWords = (
  spans: readonly { from: string; to: string; verdict: Verdict; explanation: Text }[],
): Text => ({
  zh: spans.map((s) => `${s.from} 至 ${s.to}：${named(s.verdict).zh}${s.explanation.zh}`).join(''),
  en: spans.map((s) => `${s.from} to ${s.to}: ${named(s.verdict).en}${s.explanation.en}`).join(' '),
});

/** The verdict before its explanation; that of a waiver names it itself. */
const named = (verdict: Verdict): Text =>
  verdict === 'waived'
    ? { zh: '', en: '' }
    : { zh: `${verdictNames[verdict].zh}。`, en: `${verdictNames[verdict].en}. ` };

/** Amendments in force in a period, for people. */
export const amendmentWords = ({
  title,
  clause,
  effective,
  retroactive,
  replaces,
}: {
  title: Text;
  clause: string;
  effective: string;
  retroactive: boolean;
  replaces: readonly string[];
}): Text => ({
  zh: `变更（${clause}）：${title.zh}，自 ${effective} 起生效${retroactive ? '（追溯）' : ''}${replaces.length > 0 ? `，替代 ${replaces.join('、')}` : ''}。`,
  en: `Amendment (${clause}): ${title.en}, in force from ${effective}${retroactive ? ' (retroactive)' : ''}${replaces.length > 0 ? `, replaces ${replaces.join(', ')}` : ''}.`,
});

interface RemedyTold {
  party: 'customer' | 'carrier' | 'both';
  text: Text;
  amount?: string | null;
  /** Up to when it had not arisen. */
  from?: string | undefined;
  /** The limit of liability that it meets; no amount where none can be told. */
  cap?: { clause: string; amount: string | null } | undefined;
  clause: string;
}

/** A remedy on one line: who may do what by which clause, what it comes to, from when, up to which limit. */
export function remedyWords(remedy: RemedyTold): Text {
  const { party, text, amount, clause } = remedy;
  const bounds = remedyBounds(remedy);
  const zh = [`→ ${partyNames[party].zh}${text.zh}（${clause}）`, amount ? `金额 ${amount} 元` : '', bounds.zh];
  const en = [`→ ${partyNames[party].en}: ${text.en} (${clause})`, amount ? `CNY ${amount}` : '', bounds.en];
  return { zh: zh.filter(Boolean).join('，'), en: en.filter(Boolean).join(', ') };
}

/** Since when there is a remedy, and the limit of liability that it meets; empty where neither is. */
export function remedyBounds({ from, cap }: Pick<RemedyTold, 'from' | 'cap'>): Text {
  const zh = [
    from ? `自 ${from} 起` : '',
    cap ? `责任上限${cap.amount ? ` ${cap.amount} 元` : '待定（没有付款记录）'}（${cap.clause}）` : '',
  ];
  const en = [
    from ? `since ${from}` : '',
    cap
      ? `liability capped at ${cap.amount ? `CNY ${cap.amount}` : 'an amount that no payment shows'} (${cap.clause})`
      : '',
  ];
  return { zh: zh.filter(Boolean).join('，'), en: en.filter(Boolean).join(', ') };
}

/** A right that has arisen: whose it is, what it is, by which clause. */
export const rightWords = ({
  party,
  means,
  clause,
}: {
  party: RemedyTold['party'];
  means: Text;
  clause: string;
}): Text => ({
  zh: `→ ${partyNames[party].zh}：${means.zh}（${clause}）`,
  en: `→ ${partyNames[party].en}: ${means.en} (${clause})`,
});
