import type { Contract } from '../../contract/schema.generated.ts';
import { stated } from '../../contract/term.ts';
import type { ReportLabels } from '../../locale/report.ts';
import { amendmentWords } from '../../locale/words.ts';
import type { CheckResult } from '../../rules/finding.ts';
import { beginning } from './receipt.ts';
import type { Voice } from './words.ts';

export interface Link {
  href: string;
  text: string;
}

/** What every page has around its own content. */
export interface Frame {
  /** BCP 47. */
  lang: 'zh-CN' | 'en';
  t: ReportLabels;
  /** Title of the document. */
  title: string;
  /** At the foot of every printed page. */
  foot: string;
  /** Links to the pages beside this one. */
  nav: readonly Link[];
  /** Said on top of a page whose records are made up; empty for real ones. */
  simulated: string;
  method: string;
}

export const frame = (
  voice: Voice,
  title: string,
  method: string,
  nav: readonly Link[],
  simulated: boolean,
  foot: string,
): Frame => ({
  lang: voice.lang === 'zh' ? 'zh-CN' : 'en',
  t: voice.labels,
  title,
  foot,
  nav,
  simulated: simulated ? voice.labels.simulated : '',
  method,
});

/** The head of a contract's page: who agreed what, and for when this was computed. */
export interface Masthead {
  kind: string;
  contract: string;
  number: string;
  customer: string;
  carrier: string;
  term: string;
  termNote: string;
  /** Amendments that rule some of the period. */
  changes: readonly string[];
  periodName: string;
  period: string;
  asOf: string;
  /** The beginning of the receipt's id; the whole of it stands at the end. */
  receipt: string;
}

export function masthead(
  contract: Contract,
  { period, asOf, amendments, receipt }: Pick<CheckResult, 'period' | 'asOf' | 'amendments' | 'receipt'>,
  names: { kind: string; period: string },
  { lang, labels, say }: Voice,
): Masthead {
  const { term, parties } = contract;
  return {
    kind: names.kind,
    contract: contract.title[lang],
    number: stated(contract.number) ?? labels.blank,
    customer: parties.customer.name,
    carrier: parties.carrier.name,
    term: say.span(stated(term.from) ?? labels.blank, stated(term.to) ?? labels.blank),
    termNote: term.note?.[lang] ?? '',
    changes: amendments.map((one) => amendmentWords(one)[lang]),
    periodName: names.period,
    period: say.span(period.from, period.to),
    asOf: `${asOf}${labels.beijing}`,
    receipt: beginning(receipt.id),
  };
}
