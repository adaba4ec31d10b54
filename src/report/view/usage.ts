import type { Statement } from '../../billing/statement.ts';
import type { Contract } from '../../contract/schema.generated.ts';
import { gaugeWords } from '../../locale/gauges.ts';
import { type UsageBar, usageBar, usedPercent } from './chart.ts';
import { grouped, type Voice } from './words.ts';

export interface UsageChart {
  title: string;
  /** One month: a gauge, with the percentage in words. */
  gauge: boolean;
  note: string;
  rows: readonly { month: string; text: string; used: string; bar: UsageBar; marked: boolean }[];
}

/** For each charge with included units its units month by month against those, all bars on one scale. */
export function usageCharts(all: Statement['usage'], contract: Contract, voice: Voice): UsageChart[] {
  const usage = all.flatMap((one) => (one.included === null ? [] : [{ ...one, included: one.included }]));
  return [...new Set(usage.map(({ charge }) => charge))].map((id) => {
    const charge = contract.charges.find((one) => one.id === id);
    const unit = voice.units[charge && 'unit' in charge ? charge.unit : ''] ?? '';
    const own = usage.filter((one) => one.charge === id);
    // What is paid ahead is for a year or the term: a month has no quota of its own.
    const ahead = charge?.model === 'prepaid';
    const most = Math.max(1, ...own.flatMap(({ used, included }) => [Number(used ?? 0), ahead ? 0 : Number(included)]));
    const rows = own.map(({ month, used, included }) => {
      const shown = used === null ? null : grouped(used);
      return {
        month,
        text: ahead ? monthWords(month, shown, voice) : voice.say.usageRow(month, shown, grouped(included), unit),
        used: shown ?? voice.labels.unknown,
        bar: usageBar(used, ahead ? null : included, most),
        marked: !ahead,
      };
    });
    return {
      title: charge?.title[voice.lang] ?? id,
      gauge: rows.length === 1,
      note: ahead ? gaugeWords.ahead[voice.lang] : note(own, unit, voice),
      rows,
    };
  });
}

const monthWords = (month: string, used: string | null, { lang, labels }: Voice): string =>
  gaugeWords.month(month, used === null ? labels.unknown : gaugeWords.units(used)[lang])[lang];

type Included = Statement['usage'][number] & { included: string };

function note(own: readonly Included[], unit: string, { say }: Voice): string {
  const [first, ...more] = own;
  if (!first) return '';
  const included = grouped(first.included);
  if (more.length > 0) return say.includedEach(included, unit);
  const used = first.used === null ? null : grouped(first.used);
  return say.usageGauge(used, included, usedPercent(first.used, first.included), unit);
}
