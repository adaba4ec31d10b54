import { claimedIn } from '../billing/bills/claimed.ts';
import type { ReportEntry } from './entry.ts';

/** The portfolio for programs: what each contract came to, and where its own reports lie. Money is yuan. */
export const portfolioJson = (entries: readonly ReportEntry[]): string =>
  JSON.stringify(
    {
      contracts: entries.map(({ contract, check, statement, comparison }) => ({
        contract: contract.id,
        folder: encodeURIComponent(contract.id),
        period: check.period,
        asOf: check.asOf,
        summary: check.summary,
        total: statement?.total ?? null,
        payable: statement?.payable ?? null,
        claimed: (statement && claimedIn(statement)?.claimed) ?? null,
        comparison: comparison ?? null,
        receipt: check.receipt.id,
      })),
    },
    null,
    2,
  );
