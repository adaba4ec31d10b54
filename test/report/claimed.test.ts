import { describe, expect, it } from 'vitest';
import type { Reconciliation, Statement } from '../../src/billing/statement.ts';
import { portfolioJson } from '../../src/report/json.ts';
import { portfolioView } from '../../src/report/view/portfolio.ts';
import { portfolioWorkbook } from '../../src/report/workbook/portfolio.ts';
import { calendar, check, contract } from './fixture.ts';
import { rowsOf } from './sheets.ts';
import { statement } from './statement.ts';

const [quarter] = statement.reconciliations as [Reconciliation];
const billed = (period: string, claimed: string, difference: string): Reconciliation => ({
  ...quarter,
  ...{ bill: `B-${period}-${claimed}`, period, claimed, difference },
});
const april = billed('2024-04', '900.00', '-100.00');
const corrected = billed('2024-04', '1000.00', '0.00');
const may = billed('2024-05', '1100.00', '131.95');
const summary = ({ period, claimed, difference, bill, verdict }: Reconciliation): Statement['periods'][number] => ({
  ...{ period, claimed, difference, bill, verdict },
  ...{ from: `${period}-01`, to: `${period}-30`, total: '1000.00', credits: '0.00', adjustments: '0.00' },
});

/** Claimed and difference as the page over all contracts, its JSON and its workbook have them. */
async function told(change: Pick<Statement, 'reconciliation' | 'reconciliations' | 'periods'>) {
  const entries = [{ calendar, contract, check, statement: { ...statement, ...change } }];
  const [stake] = portfolioView(entries, 'zh').stakes;
  const [row] = await rowsOf(portfolioWorkbook(entries, 'zh'), '合同总览');
  return {
    page: [stake?.claimed, stake?.difference],
    json: JSON.parse(portfolioJson(entries)).contracts[0].claimed,
    workbook: [row?.['账单金额（元）'], row?.['差额（账单减核算，元）']],
  };
}

describe('what the carrier claims for a period', () => {
  it('is its bill, not that bill and those of the months in it once more', async () => {
    const change = {
      reconciliation: quarter,
      reconciliations: [april, may, quarter],
      periods: [april, may].map(summary),
    };
    expect(await told(change)).toEqual({ page: ['2,100.00', '131.95'], json: '2100.00', workbook: [2100, 131.95] });
  });

  it('counts a month that was billed again by its last bill', async () => {
    const change = {
      reconciliation: null,
      reconciliations: [april, corrected, may],
      periods: [corrected, may].map(summary),
    };
    expect(await told(change)).toEqual({ page: ['2,100.00', '131.95'], json: '2100.00', workbook: [2100, 131.95] });
  });

  it('is that of the bills within it where they are of no settlement period', async () => {
    const change = { reconciliation: null, reconciliations: [april, corrected, may], periods: [] };
    expect(await told(change)).toEqual({ page: ['2,100.00', '131.95'], json: '2100.00', workbook: [2100, 131.95] });
  });

  it('is nothing without a bill', async () => {
    const change = { reconciliation: null, reconciliations: [], periods: [] };
    expect(await told(change)).toEqual({ page: ['', ''], json: null, workbook: [null, null] });
  });
});
