import type { Text } from './text.ts';

interface Simulated {
  from: string;
  to: string;
  asOf: string;
  planted: readonly { obligation: string; period: string }[];
  besides: readonly { obligation: string; period: string }[];
  notSimulated: readonly string[];
  notPlanted: readonly string[];
}

/** What a simulation says when it is done: where the records are, what is planted, what is left out. */
export function simulatedWords(folder: string, truth: Simulated): Text {
  const named = ({ obligation, period }: { obligation: string; period: string }) => `${obligation} ${period}`;
  const [planted, besides] = [truth.planted.map(named), truth.besides.map(named)];
  const zh = [
    `模拟数据：${folder}（${truth.from} 至 ${truth.to}），应得的结论和金额见其中的 truth.json。`,
    `核对时请用 --as-of ${truth.asOf.slice(0, 10)}。`,
    planted.length > 0 ? `设置的违约：${planted.join('、')}。` : '没有设置违约。',
    ...(besides.length > 0 ? [`这些记录连带造成的违约：${besides.join('、')}。`] : []),
    ...(truth.notPlanted.length > 0 ? [`这些月份里无法设置的违约：${truth.notPlanted.join('、')}。`] : []),
    ...(truth.notSimulated.length > 0
      ? [`不能模拟的义务（多因合同纸面留空）：${truth.notSimulated.join('、')}。`]
      : []),
  ];
  const en = [
    `Simulated records: ${folder} (${truth.from} to ${truth.to}); truth.json in it holds the verdicts and amounts to expect.`,
    `Check them with --as-of ${truth.asOf.slice(0, 10)}.`,
    planted.length > 0 ? `Breaches planted: ${planted.join(', ')}.` : 'No breach is planted.',
    ...(besides.length > 0 ? [`Broken by the same records besides: ${besides.join(', ')}.`] : []),
    ...(truth.notPlanted.length > 0 ? [`No occasion in these months to plant: ${truth.notPlanted.join(', ')}.`] : []),
    ...(truth.notSimulated.length > 0
      ? [`Obligations that cannot be simulated, mostly for a blank on paper: ${truth.notSimulated.join(', ')}.`]
      : []),
  ];
  return { zh: zh.join('\n'), en: en.join('\n') };
}
