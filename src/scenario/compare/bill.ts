import type { Reconciliation, Statement } from '../../billing/statement.ts';
import type { Scenario } from '../scenario.ts';
import { type Difference, differAll, type Plain } from './differ.ts';
import { compareRows } from './rows.ts';

type ExpectedBill = NonNullable<Scenario['expect']['bill']>;

const at = '/expect/bill';

/** What is expected of a statement against the one that came out. */
export function compareBill({ anomalies, says = [], ...expected }: ExpectedBill, statement: Statement): Difference[] {
  const texts = said(statement).join('\n');
  return [
    ...differAll(at, '', { ...expected }, plainly(statement, expected)),
    ...(anomalies ? compareRows('anomalies', anomalies, statement.anomalies, at) : []),
    ...says.flatMap((part, i) =>
      texts.includes(part) ? [] : [{ at: `${at}/says/${i}`, what: 'says', expected: part, actual: texts || 'none' }],
    ),
  ];
}

/** The statement in the shape in which scenarios write what they expect of it. */
function plainly(statement: Statement, expected: ExpectedBill): Plain {
  const { reconciliation, cap, account } = statement;
  const by = <T>(all: readonly T[], name: (one: T) => string, of: (one: T) => Plain): Plain =>
    Object.fromEntries(all.map((one) => [name(one), of(one)]));
  return {
    ...{ total: statement.total, payable: statement.payable, capitals: statement.capitals.total },
    spread: statement.spread,
    readings: by(
      statement.readings,
      ({ id }) => id,
      ({ total }) => total,
    ),
    units: by(
      statement.usage,
      ({ charge }) => charge,
      ({ used }) => used,
    ),
    lines: lines(statement),
    credits: by(
      statement.credits,
      ({ credit }) => credit,
      ({ amount, due }) => ({ amount, due }),
    ),
    adjustments: by(
      statement.adjustments,
      ({ bill }) => bill,
      ({ amount }) => amount,
    ),
    ...{ late_fee: statement.lateFee?.amount, late_days: statement.lateFee?.days, unpaid: statement.balance?.unpaid },
    late_fee_readings: by(
      statement.lateFee?.readings ?? [],
      ({ id }) => id,
      ({ amount }) => amount,
    ),
    ...(reconciliation && reconciled(reconciliation, expected)),
    prepaid: by(
      statement.prepaid,
      ({ charge }) => charge,
      ({ left }) => left,
    ),
    cap: cap && { ...cap, reached: cap.reached?.month, forecast: cap.reached?.forecast },
    free_months: by(
      statement.freeMonths,
      ({ month }) => month,
      ({ state }) => state,
    ),
    periods: by(
      statement.periods,
      ({ period }) => period,
      (one) => ({ ...one, verdict: one.verdict ?? undefined, claimed: one.claimed ?? undefined }),
    ),
    deduplicated: statement.deduplicated,
    account: account && { opening: account.opening, closing: account.closing, late_fees: account.lateFees },
  };
}

/** Of the bill for just this period. Causes and next steps are as short as the scenario writes them. */
function reconciled(one: Reconciliation, expected: ExpectedBill): { readonly [name: string]: Plain } {
  const shown = (all: readonly string[] | undefined, i: number, mark: string) => all?.[i]?.includes(mark) ?? false;
  return {
    ...{ reconciliation: one.verdict, computed: one.computed, difference: one.difference, percent: one.percent },
    carried: one.carried ? { ...one.carried } : undefined,
    causes: one.causes.map(({ charge, code }, i) => (shown(expected.causes, i, ':') ? `${charge}:${code}` : code)),
    unexplained: one.unexplained,
    contradictions: one.contradictions.map(({ code }) => code),
    next: one.next.map(({ step, by }, i) => (shown(expected.next, i, ' ') ? `${step} ${by}` : step)),
  };
}

/** Amounts by charge and month; of several lines, one after the other. */
function lines(statement: Statement): Plain {
  const names = new Set(statement.lines.map(({ charge, month }) => `${charge} ${month}`));
  const own = (name: string) => statement.lines.filter(({ charge, month }) => `${charge} ${month}` === name);
  return Object.fromEntries([...names].map((name) => [name, own(name).map(({ amount }) => amount)]));
}

/** What a statement tells its readers, in Chinese. */
function said({ lines, credits, adjustments, reconciliations, freeMonths, prepaid }: Statement): string[] {
  const explained = [...lines, ...credits, ...adjustments, ...prepaid].map(({ explanation }) => explanation.zh);
  const reasons = [...freeMonths, ...reconciliations].flatMap(({ reason }) => (reason ? [reason.zh] : []));
  const means = reconciliations.flatMap(({ contradictions, next }) =>
    [...contradictions, ...next].map((one) => one.means.zh),
  );
  return [...explained, ...reasons, ...means];
}
