import type { Contract, Obligation } from '../../contract/schema.generated.ts';
import { inForce } from '../../contract/term.ts';
import { casesOf } from '../../rules/cases.ts';
import type { Inputs } from '../../rules/inputs.ts';
import { deadline, type Limit } from '../../time/clock.ts';
import { addDays } from '../../time/day.ts';
import { dayUpTo } from '../../time/instant.ts';
import type { NextStep } from '../statement.ts';
import { settlementOn } from './carry.ts';
import type { Compared } from './reconcile.ts';

/** What is to be done about a bill, by when, under which clause. A time runs from the confirmation, else from receipt. */
export function nextSteps(
  { bill, result }: Compared,
  confirmations: ReadonlyMap<string, Confirmation>,
  { loaded: { contract }, calendar }: Pick<Inputs, 'loaded' | 'calendar'>,
): NextStep[] {
  const settlement = settlementOn(contract, bill.period);
  const confirming = confirmations.get(bill.id);
  const steps: NextStep[] = [];
  if (confirming && !confirming.done) steps.push(confirm(confirming));
  if (result.verdict !== 'beyond-tolerance') return steps;
  if (settlement.tolerance) {
    const { again, clause } = settlement.tolerance;
    const by = lastDay(deadline(confirming?.done ?? confirming?.start ?? bill.sentAt, again as Limit, calendar));
    const means = {
      zh: '差异超出容差：双方重新对账，确定应结算的金额（自确认账单起算；没有确认的，自收到起算）',
      en: 'Beyond tolerance: both sides reconcile again (counted from the confirmation, or without one from receipt)',
    };
    steps.push({ step: 'reconcile-again', clause, by, means });
  }
  return settlement.adjustment ? [...steps, settle(settlement.adjustment.clause, bill.period.to, contract)] : steps;
}

function settle(clause: string, to: string, contract: Contract): NextStep {
  const isLast = addDays(to, 1) > inForce(contract).to;
  return isLast
    ? {
        step: 'settle-last',
        clause,
        by: null,
        means: { zh: '最后一个结算周期：差异多退少补', en: 'The last period: the difference is refunded or paid' },
      }
    : {
        step: 'adjust-next',
        clause,
        by: null,
        means: {
          zh: '先按账单金额付款，差异在下一个结算周期调整',
          en: 'The bill is paid as it stands, the difference adjusted in the next period',
        },
      };
}

export interface Confirmation {
  clause: string;
  start: string | undefined;
  due: string | undefined;
  done: string | undefined;
}

function confirm({ clause, due }: Confirmation): NextStep {
  const means = { zh: '核对并确认账单', en: 'Check the bill and confirm it' };
  return { step: 'confirm', clause, by: lastDay(due), means };
}

const confirms = ({ kind, parameters }: Obligation) =>
  kind === 'settle-within' && 'by' in parameters && parameters.by === 'confirmations';

/** The bills as the first obligation to confirm that is about them sees them. */
export async function confirmationsOf(input: Inputs): Promise<Map<string, Confirmation>> {
  const found = new Map<string, Confirmation>();
  const { contract } = input.loaded;
  const text = (value: unknown) => (value === null || value === undefined ? undefined : String(value));
  for (const obligation of contract.obligations.filter(confirms)) {
    const columns = { id: 'id', start: '{{start}}', due: '{{due}}', done: '{{done}}' };
    const rows = await casesOf(input, contract, obligation, columns);
    for (const { id, start, due, done } of rows ?? []) {
      if (found.has(String(id))) continue;
      found.set(String(id), { clause: obligation.clause, start: text(start), due: text(due), done: text(done) });
    }
  }
  return found;
}

/** The last day of a limit that ends at 24:00, or the day in which it ends. */
const lastDay = (due: string | undefined): string | null => (due === undefined ? null : dayUpTo(due));
