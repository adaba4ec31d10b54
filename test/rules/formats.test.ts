import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../support/run.ts';

const header = 'id,received_at,category,responsible,replied_at';
const rows = Array.from({ length: 12 }, (_, i) => [
  `c${i}`,
  `2024-05-${String(i + 1).padStart(2, '0')} 09:00:00`,
  i % 3 === 0 ? 'spam' : 'other',
  i % 4 === 0 ? 'carrier' : 'customer',
  i % 5 === 0 ? '' : `2024-05-${String(i + 2).padStart(2, '0')} 0${i % 10}:00:00`,
]);
const csv = (list: string[][]) => `${[header, ...list.map((row) => row.join(','))].join('\n')}\n`;
const json = (list: string[][]) =>
  list
    .map((row) => JSON.stringify(Object.fromEntries(header.split(',').map((name, i) => [name, row[i] || null]))))
    .join('\n');

async function findings(files: Record<string, string>): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'lvyue-formats-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const args = ['--data', folder, '--period', '2024-05', '--as-of', '2024-05-20', '--format', 'json'];
    const { out, err, code } = await run('check', 'pbc-dci-2024', ...args);
    const { findings: list, summary } = JSON.parse(out || JSON.stringify({ findings: err }));
    return { list, summary, code };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('splitting, shuffling or re-encoding the records changes no finding', async () => {
  const whole = await findings({ 'complaints.csv': csv(rows) });
  expect(whole).toMatchObject({ code: 1 });
  const shuffled = rows.toSorted((a, b) => (a[4] ?? '').localeCompare(b[4] ?? ''));
  expect(
    await findings({ 'complaints-2.csv': csv(shuffled.slice(5)), 'complaints-1.csv': csv(shuffled.slice(0, 5)) }),
  ).toEqual(whole);
  expect(await findings({ 'complaints.ndjson': json(rows) })).toEqual(whole);
  expect(await findings({ 'complaints-a.ndjson': json(rows.slice(0, 6)), '投诉.csv': csv(rows.slice(6)) })).toEqual(
    whole,
  );
});
