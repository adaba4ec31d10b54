import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { clausesOf } from '../../src/intake/clauses.ts';
import { readPaper } from '../../src/intake/read/read.ts';
import { compared } from './registers.ts';

const folder = join(process.env.LVYUE_SHARED ?? '../shared', 'seeds-pdf');
const isThere = existsSync(folder);
if (!isThere) console.warn(`The registers' figures are not measured: there is no ${folder}`);

/**
 * What the tree is known to lack: two forms' rows that no mark on the paper divides, and recitals that the register counts
 * as an item.
 */
const known: [file: string, contract: string, precision: number, recall: number][] = [
  ['000.pdf', 'pbc-dci-2024', 1, 0.98],
  ['001.pdf', 'shawan-forestry-2023', 1, 1],
  ['002.pdf', 'jilin-medical-insurance-2025', 0.99, 0.89],
  ['003.pdf', 'henan-psb-2023', 1, 1],
  ['004.pdf', 'neimenggu-earthquake-2024', 1, 1],
];

describe.skipIf(!isThere)('the clause tree of a contract is what people registered', () => {
  test.each(known)('%s is %s', { timeout: 60_000 }, async (file, contract, precision, recall) => {
    const { clauses: register } = parse(readFileSync(`contracts/${contract}/contract.yaml`, 'utf8'));
    const { lines } = await readPaper(join(folder, file));
    const figures = compared(clausesOf(lines).clauses, register);
    console.info(`${contract}: precision ${figures.precision.toFixed(3)}, recall ${figures.recall.toFixed(3)}`);
    expect(figures.precision, figures.extra.join(' ')).toBeGreaterThanOrEqual(precision);
    expect(figures.recall, figures.lacking.join(' ')).toBeGreaterThanOrEqual(recall);
    expect(figures.pages.length).toBeLessThanOrEqual(1);
  });
});
