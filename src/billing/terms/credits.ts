import type { Contract } from '../../contract/schema.generated.ts';
import { add, type Decimal, decimal, divide, multiply, plain, yuan, zero } from '../../money.ts';
import { check } from '../../rules/check.ts';
import type { Finding } from '../../rules/finding.ts';
import type { Inputs } from '../../rules/inputs.ts';
import type { Rated } from '../rating/models/line.ts';
import { sum } from '../rating/rate.ts';
import type { Credit } from '../statement.ts';

type Agreed = NonNullable<Contract['settlement']['credits']>[number];

/**
 * The credits that the contract gives on the charges of the period: each is due where its obligation is broken whichever
 * way it is read. What it would be is said too where that is disputed or cannot be told.
 */
export async function creditsOf(input: Inputs, lines: readonly Rated[]): Promise<Credit[]> {
  const agreed = input.loaded.contract.settlement.credits ?? [];
  if (agreed.length === 0) return [];
  const { findings } = await check(input, { only: agreed.map(({ obligation }) => obligation) });
  return agreed.flatMap((one) => {
    const finding = findings.find(({ obligation }) => obligation === one.obligation);
    return finding ? [credit(one, finding, lines, input.loaded.contract)] : [];
  });
}

/** The credits that are due together; undefined where the amount of one is not known. One of which nobody can tell is not. */
export function due(credits: readonly Credit[]): Decimal | undefined {
  let total = zero;
  for (const { due: isDue, amount } of credits) {
    if (isDue && amount === null) return undefined;
    if (isDue && amount !== null) total = add(total, decimal(amount));
  }
  return total;
}

function credit(agreed: Agreed, finding: Finding, lines: readonly Rated[], { settlement }: Contract): Credit {
  const { id, charge, clause, title, obligation, of, to } = agreed;
  const fee = sum(lines.filter(({ line }) => line.charge === charge));
  const [part, whole] = [finding.facts[of], finding.facts[to]];
  const known = { credit: id, charge, clause, title, obligation, verdict: finding.verdict };
  const isDue = finding.verdict === 'breached';
  if (!fee || typeof part !== 'number' || typeof whole !== 'number' || whole === 0) {
    const explanation = { zh: '数据不足，减免金额无法计算', en: 'Not enough data: the credit cannot be computed' };
    return { ...known, due: isDue, amount: null, explanation };
  }
  const amount = ratio(fee, part, whole, settlement.rounding.digits);
  const arithmetic = `${plain(fee)} × ${part} ÷ ${whole} = ${yuan(amount)}`;
  const [zh, en] = isDue ? ['', ''] : notDue(finding.verdict);
  return { ...known, due: isDue, amount: yuan(amount), explanation: { zh: arithmetic + zh, en: arithmetic + en } };
}

/** fee × part ÷ whole, half up. */
const ratio = (fee: Decimal, part: number, whole: number, digits: number): Decimal =>
  divide(multiply(fee, decimal(part)), decimal(whole), digits);

function notDue(verdict: Finding['verdict']): [string, string] {
  if (verdict === 'disputed') {
    return [
      '；是否应减免取决于条款的解释，未扣减',
      '; whether it is due depends on how the clause is read: not deducted',
    ];
  }
  if (verdict === 'undetermined') {
    return ['；是否应减免，数据不足，未扣减', '; not enough data to tell whether it is due: not deducted'];
  }
  return ['；指标已达到或已豁免，不减免', '; the level was met or waived: not due'];
}
