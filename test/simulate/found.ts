import { expect } from 'vitest';
import { bill } from '../../src/billing/bill.ts';
import type { LoadedContract } from '../../src/contract/load.ts';
import { openRecords } from '../../src/records/open.ts';
import { check } from '../../src/rules/check.ts';
import type { Truth } from '../../src/simulate/simulate.ts';
import { parsePeriod } from '../../src/time/period.ts';
import { calendar, rules } from '../support/records.ts';

/** What the engine says of the folder, in the words of the truth file. */
export async function found(dir: string, truth: Truth, loaded: LoadedContract) {
  const records = await openRecords(dir, { calendar });
  try {
    expect(records.problems).toEqual([]);
    const said = { findings: {}, statements: {}, readings: {} } as Pick<
      { -readonly [K in keyof Truth]: Truth[K] },
      'findings' | 'statements' | 'readings'
    >;
    /** Every obligation, also those of which the truth says nothing. */
    const all: Truth['findings'] = {};
    const breached: Truth['planted'][number][] = [];
    const bills: Truth['bills'][number][] = [];
    for (const label of Object.keys(truth.statements)) {
      const input = { loaded, records, rules, calendar, period: parsePeriod(label), asOf: truth.asOf };
      const statement = await bill(input);
      said.statements[label] = statement.total;
      said.readings[label] = Object.fromEntries(statement.readings.map((one) => [one.id, one.total]));
      const { reconciliation } = statement;
      if (reconciliation) {
        const { bill: id, claimed, computed, difference } = reconciliation;
        bills.push({ id, period: label, claimed, computed, difference });
      }
      if (!(label in truth.findings)) continue;
      const { findings } = await check(input, { evidenceRows: 1000 });
      all[label] = Object.fromEntries(findings.map((one) => [one.obligation, one.verdict]));
      const simulated = findings.filter((one) => !truth.notSimulated.includes(one.obligation));
      said.findings[label] = Object.fromEntries(simulated.map((one) => [one.obligation, one.verdict]));
      breached.push(
        ...findings
          .filter(({ verdict }) => verdict === 'breached')
          .map(({ obligation, verdict, evidence }) => ({
            ...{ obligation, period: label, verdict },
            records: evidence.map(({ table, id }) => ({ table, id })),
          })),
      );
    }
    return { ...said, all, breached, bills };
  } finally {
    await records.close();
  }
}

export const inOrder = (planted: Truth['planted']) =>
  planted
    .map((one) => ({ ...one, records: one.records.map(({ table, id }) => `${table} ${id}`).sort() }))
    .sort((a, b) => (`${a.obligation} ${a.period}` < `${b.obligation} ${b.period}` ? -1 : 1));
