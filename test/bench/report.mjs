// The reports of five contracts over a year of records; and the page over 100,000 rows of evidence, with all of them beside it.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { main } from '../../dist/commands/main.js';
import { openStore } from '../../dist/records/store.js';

const io = { out: () => {}, err: () => {}, terminal: false };
const child = resolve('test/bench/child.mjs');

/** The contracts, of which one is renewed so that all are in force in the same year, and a year of records of each. */
async function year() {
  const folder = mkdtempSync(join(tmpdir(), 'lvyue-bench-'));
  cpSync('contracts', join(folder, 'contracts'), { recursive: true });
  const renewed = join(folder, 'contracts', 'pbc-dci-2024', 'contract.yaml');
  writeFileSync(renewed, readFileSync(renewed, 'utf8').replace('to: 2025-03-05', 'to: 2027-03-05'));
  const ids = ['henan-psb-2023', 'jilin-medical-insurance-2025', 'neimenggu-earthquake-2024', 'pbc-dci-2024'];
  for (const id of [...ids, 'shawan-forestry-2023']) {
    const contract = join(folder, 'contracts', id);
    const flags = ['--out', join(folder, 'data', id), '--from', '2025-08', '--months', '12'];
    if ((await main(['simulate', contract, ...flags], io)) !== 0) throw new Error(`simulate ${id}`);
  }
  return folder;
}

/** A whole command as a process of its own in a folder: seconds, and the most GiB that it held. */
export function ran(folder, flags) {
  const started = performance.now();
  const { stderr } = spawnSync(process.execPath, [child, ...flags], { cwd: folder, encoding: 'utf8' });
  const [, code, kib] = /\n(\d) (\d+)$/.exec(stderr) ?? [];
  if (code !== '0' && code !== '1') throw new Error(`${flags[0]} did not run: ${stderr}`);
  return { seconds: (performance.now() - started) / 1000, gib: Number(kib) / 2 ** 20 };
}

/** Seconds of a loop that does nothing but count: how fast this machine is at the moment. */
export function loop() {
  const started = performance.now();
  spawnSync(process.execPath, ['-e', 'let s = 0; for (let i = 0; i < 3e8; i++) s += i % 7;']);
  return (performance.now() - started) / 1000;
}

/** The whole command as a process of its own, the best of several turns, each beside the loop. */
export async function measureReports(turns = 5) {
  const folder = await year();
  const flags = ['report', '--data', 'data', '--from', '2025-08-01', '--to', '2026-07-31', '--as-of', '2026-09-15'];
  const all = [];
  for (let turn = 0; turn < turns; turn++) {
    const alone = loop();
    all.push({ ...ran(folder, [...flags, '--out', 'out']), loop: alone });
  }
  rmSync(folder, { recursive: true });
  const best = all.reduce((a, b) => (b.seconds < a.seconds ? b : a));
  return { ...best, gib: Math.max(...all.map(({ gib }) => gib)), turns: all };
}

/** A page whose evidence are 100,000 messages, with all of them as CSV beside it. */
export async function measureEvidence(rows = 100_000) {
  const folder = mkdtempSync(join(tmpdir(), 'lvyue-bench-'));
  mkdirSync(join(folder, 'data'));
  const store = await openStore(mkdtempSync(join(tmpdir(), 'lvyue-bench-')));
  await store.query(`copy (select 'M' || i as id, timestamp '2024-05-01 00:00:00' + to_seconds(i * 20) as sent_at,
    'MT' as direction, '138' || lpad(i::varchar, 8, '0') as recipient, 'delivered' as status, '一' as signature,
    'verification' as category from range(${rows}) t(i)) to '${join(folder, 'data', 'messages.parquet')}' (format parquet)`);
  await store.close();
  const contract = resolve('contracts/pbc-dci-2024');
  const flags = ['--data', 'data', '--period', '2024-05', '--as-of', '2024-06-30', '--evidence', 'all', '--out', 'out'];
  const measured = ran(folder, ['report', contract, ...flags]);
  const page = statSync(join(folder, 'out', 'pbc-dci-2024', 'compliance.html')).size;
  const file = readFileSync(join(folder, 'out', 'pbc-dci-2024', 'evidence', 'message-signature.csv'), 'utf8');
  rmSync(folder, { recursive: true });
  return { ...measured, page, rows: file.trimEnd().split('\n').length - 1 };
}
