import type { Contract } from '../contract/schema.generated.ts';
import { compare, type Decimal, decimal, divide, multiply, yuan } from '../money.ts';
import { Stop } from '../problem.ts';
import { type CheckOptions, check } from '../rules/check.ts';
import type { CheckResult, Finding, Remedy } from '../rules/finding.ts';
import type { Inputs } from '../rules/inputs.ts';
import { addMonths } from '../time/day.ts';
import { dayOf } from '../time/instant.ts';
import { duesOf, lateFeesOf } from './bills/late-fee.ts';
import { openBook } from './book.ts';

/** `check`, with what each remedy comes to in money. Throws like `check`. */
export async function assess(input: Inputs, options: CheckOptions = {}): Promise<CheckResult> {
  const result = await check(input, options);
  const findings: Finding[] = [];
  for (const finding of result.findings) findings.push(await claimed(finding, input));
  return { ...result, findings };
}

/**
 * A finding whose remedies say what they come to: late fees to as-of on the bills of the evidence, credits as a part of a
 * charge, and claims against a party whose liability is capped, at most the cap. What cannot be computed stays null.
 */
export async function claimed(finding: Finding, input: Inputs): Promise<Finding> {
  const remedies: Remedy[] = [];
  const cap = finding.remedies.some(isClaim) ? await capOn(finding, input) : undefined;
  for (const remedy of finding.remedies) {
    const amount = remedy.amount ?? (await amountOf(remedy, finding, input));
    remedies.push(capped({ ...remedy, amount }, isClaim(remedy) ? cap : undefined));
  }
  return { ...finding, remedies };
}

/** Whether it asks for money that a limit of liability bounds. */
const isClaim = ({ kind }: Remedy): boolean => ['penalty', 'damages', 'credit'].includes(kind);

async function amountOf(remedy: Remedy, finding: Finding, input: Inputs): Promise<string | null> {
  if (remedy.kind === 'late-fee') return lateFees(finding, input);
  return remedy.kind === 'credit' ? creditOf(finding, input) : null;
}

/** The late fees of the bills in the evidence together; null where one is not known or not all are at hand. */
async function lateFees({ evidence, evidenceTotal }: Finding, input: Inputs): Promise<string | null> {
  if (evidence.length < evidenceTotal || !evidence.every(({ table }) => table === 'bills')) return null;
  const ids = evidence.map(({ id }) => id);
  return lateFeesOf(await duesOf(input), input.loaded.contract, ids, input.asOf);
}

/** What the period credits for the obligation; null where the period owes nothing that is known. */
async function creditOf({ obligation }: Finding, input: Inputs): Promise<string | null> {
  if (!input.loaded.contract.settlement.credits?.some((one) => one.obligation === obligation)) return null;
  try {
    const { period } = input;
    const { credits } = await (await openBook(input, period.from)).sumsOf({ from: period.from, to: period.to });
    return credits.find((one) => one.obligation === obligation)?.amount ?? null;
  } catch (error) {
    if (error instanceof Stop) return null;
    throw error;
  }
}

/** The limit of liability that claims meet: of the party in breach, in money. */
async function capOn({ bearer }: Finding, input: Inputs): Promise<Remedy['cap']> {
  const limit = input.loaded.contract.liability?.find(({ party, cap }) => cap && party === bearer);
  if (!limit?.cap) return undefined;
  const paid = await feesPaid(limit.cap, input);
  return { clause: limit.clause, amount: paid && yuan(paid) };
}

type LiabilityCap = NonNullable<NonNullable<Contract['liability']>[number]['cap']>;

/** Fees paid up to as-of: all of them, or those of the last months before it. null where no payments are recorded. */
async function feesPaid({ of, months, percent }: LiabilityCap, { records, asOf }: Inputs): Promise<Decimal | null> {
  if (!records.tables.get('payments')?.present) return null;
  const since =
    of === 'fees-of-months' ? `${addMonths(dayOf(asOf), -(months ?? 1))} ${asOf.slice(11)}` : '0001-01-01 00:00:00';
  const [row] = await records.store.query(
    `select coalesce(sum(amount), 0)::varchar as paid from payments
     where paid_at > $since::timestamp and paid_at <= $as_of::timestamp`,
    { since, as_of: asOf },
  );
  const paid = decimal(String(row?.paid));
  return percent === undefined ? paid : divide(multiply(paid, decimal(percent)), decimal(100), 2);
}

function capped(remedy: Remedy, cap: Remedy['cap']): Remedy {
  if (!cap) return remedy;
  const { amount } = remedy;
  const over = amount !== null && cap.amount !== null && compare(decimal(amount), decimal(cap.amount)) > 0;
  return { ...remedy, amount: over ? cap.amount : amount, cap };
}
