import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The contracts that came with the task, which are not in the repository. */
const shared = process.env.LVYUE_SHARED ?? '../shared';

export const seeds = ['000', '001', '002', '003', '004'].map((name) => ({
  name,
  pdf: join(shared, 'seeds-pdf', `${name}.pdf`),
  folder: join(shared, 'seeds'),
}));
export const hasSeeds = existsSync(join(shared, 'seeds-pdf'));
if (!hasSeeds) console.warn(`skipped: ${shared} has no seed contracts`);
