import type { Receipt } from '../../rules/finding.ts';
import { beginning } from './receipt.ts';
import type { Voice } from './words.ts';

/** As much of a title as a line at the foot of a page holds, in characters. */
const most = 40;

/**
 * The line at the foot of every printed page, so that a sheet by itself tells what it belongs to: titles, the period and the
 * receipt of a contract's page; and that its records are made up, where they are.
 */
export function footOf(
  titles: readonly string[],
  { simulated, period, id }: Pick<Receipt, 'simulated'> & Partial<Receipt>,
  { labels, say }: Voice,
): string {
  return [
    ...(simulated ? [labels.madeUp] : []),
    ...titles.map(shortened),
    ...(period ? [say.span(period.from, period.to)] : []),
    ...(id ? [`${labels.receiptId} ${beginning(id)}`] : []),
  ].join(' · ');
}

function shortened(title: string): string {
  const letters = [...title];
  return letters.length > most ? `${letters.slice(0, most).join('')}…` : title;
}
