import { claimedIn } from '../../billing/bills/claimed.ts';
import type { Statement } from '../../billing/statement.ts';
import { totalOf } from '../../money.ts';
import type { CheckResult } from '../../rules/finding.ts';
import type { ReportEntry } from '../entry.ts';
import { money } from './lines.ts';
import type { Voice } from './words.ts';

/** What hangs on a contract's period, in yuan; an empty text where there is nothing of the kind. */
export interface StakeView {
  title: string;
  payable: string;
  claimed: string;
  difference: string;
  spread: string;
  unpaid: string;
  lateFee: string;
  customer: string;
  carrier: string;
  headroom: string;
}

/** The sums in dispute, due or claimable, contract by contract. Claims are what the breaches' remedies come to together. */
export function stakeViews(entries: readonly ReportEntry[], voice: Voice): StakeView[] {
  return entries.map(({ contract, check, statement }) => ({
    title: contract.title[voice.lang],
    ...(statement ? owed(statement, voice) : { ...nothing, payable: voice.labels.notBilled }),
    customer: claims(check, 'customer', voice),
    carrier: claims(check, 'carrier', voice),
  }));
}

const nothing = { payable: '', claimed: '', difference: '', spread: '', unpaid: '', lateFee: '', headroom: '' };

function owed(statement: Statement, voice: Voice): typeof nothing {
  const { readings, spread, balance, lateFee, cap } = statement;
  const billed = claimedIn(statement);
  const shown = (amount: string | null | undefined) => (amount === undefined ? '' : money(amount, voice));
  return {
    payable: money(statement.payable, voice),
    claimed: shown(billed?.claimed),
    difference: shown(billed?.difference),
    spread: readings.length > 0 ? shown(spread) : '',
    unpaid: shown(balance?.unpaid),
    lateFee: shown(lateFee?.amount),
    headroom: cap ? shown(cap.headroom) : '',
  };
}

/** What a side may claim for breaches where the contract puts a sum on it; a right without a sum is not one of nothing. */
function claims({ findings }: CheckResult, party: 'customer' | 'carrier', voice: Voice): string {
  const amounts = findings
    .filter(({ verdict }) => verdict === 'breached')
    .flatMap(({ remedies }) => remedies.filter((one) => one.party === party && one.amount !== null))
    .map(({ amount }) => amount);
  return amounts.length > 0 ? money(totalOf(amounts), voice) : '';
}
