import { sha256Of } from '../hash.ts';
import { version } from '../home.ts';
import type { Receipt } from './finding.ts';
import type { Inputs } from './inputs.ts';

/** What exactly was computed from what. Equal inputs give an equal receipt; file names are without their folder. */
export function receipt({ loaded, records, rules, calendar, period, asOf }: Inputs): Receipt {
  const files = [...records.tables.values()]
    .flatMap((table) => table.files)
    .map(({ name, sha256, read, rejected }) => ({ file: name, sha256, read, rejected }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
  const sum = (pick: (file: (typeof files)[number]) => number) => files.reduce((total, file) => total + pick(file), 0);
  const inputs = {
    engine: `lvyue ${version}`,
    contract: loaded.hash,
    rules: rules.hash,
    calendar: calendar.hash,
    simulated: records.simulated,
    ...(records.mapping && { mapping: records.mapping }),
    records: files,
    rows: { read: sum((f) => f.read), rejected: sum((f) => f.rejected) },
    period: { from: period.from, to: period.to },
    asOf,
  };
  return { ...inputs, id: sha256Of(JSON.stringify(inputs)) };
}
