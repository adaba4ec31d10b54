// The data folders of the benchmark: made once, by the same simulation that anyone can run.
import { existsSync, readFileSync } from 'node:fs';
import { main } from '../../dist/commands/main.js';

export const contract = 'pbc-dci-2024';
export const rows = 20_000_000;

const io = {
  out: () => {},
  err: (text) => void process.stderr.write(text),
  terminal: true,
};

/** The folder with these breaches and its truth file; made if it is not there. Throws where it cannot be made. */
export async function dataFolder(breaches) {
  const dir = `.bench/${breaches}`;
  if (!existsSync(`${dir}/truth.json`)) {
    process.stderr.write(`simulating ${rows} messages into ${dir}\n`);
    const flags = ['--out', dir, '--seed', '1', '--months', '11', '--rows', String(rows), '--format', 'parquet'];
    const code = await main(['simulate', contract, ...flags, '--breaches', breaches], io);
    if (code !== 0) throw new Error(`simulate ended with ${code}`);
  }
  return { dir, truth: JSON.parse(readFileSync(`${dir}/truth.json`, 'utf8')) };
}
