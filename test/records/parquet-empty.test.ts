import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openRecords } from '../../src/records/open.ts';
import { openStore } from '../../src/records/store.ts';
import { loadCalendar } from '../../src/time/calendar.ts';

/** Signatures of messages as a Parquet file holds them, and as the records show them. */
async function signatures(sql: string): Promise<Record<string, unknown>[]> {
  const dir = mkdtempSync(join(tmpdir(), 'lvyue-parquet-'));
  const writer = await openStore(mkdtempSync(join(tmpdir(), 'lvyue-parquet-')));
  try {
    await writer.query(`COPY (SELECT 'm' || i AS id, TIMESTAMP '2024-05-01 09:00:00' AS sent_at, 'MT' AS direction,
      '13800000000' AS recipient, 'delivered' AS status, ${sql} AS signature FROM range(6000) AS r(i))
      TO '${join(dir, 'messages.parquet')}' (FORMAT parquet, ROW_GROUP_SIZE 2048)`);
    const records = await openRecords(dir, { calendar: loadCalendar() });
    const seen = await records.store.query(
      `SELECT signature, or_else(signature, $stated) AS shown, count(*) AS n FROM messages GROUP BY ALL ORDER BY n`,
      { stated: '甲\\1乙' },
    );
    await records.close();
    return seen;
  } finally {
    await writer.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

test('an empty text in one row group only is still no text', async () => {
  expect(await signatures(`CASE WHEN i = 5000 THEN '' ELSE '数币服务' END`)).toEqual([
    { signature: null, shown: '甲\\1乙', n: 1 },
    { signature: '数币服务', shown: '数币服务', n: 5999 },
  ]);
});

test('missing texts are shown as stated, among texts that are there', async () => {
  expect(await signatures(`CASE WHEN i >= 2048 THEN '数币服务' END`)).toEqual([
    { signature: null, shown: '甲\\1乙', n: 2048 },
    { signature: '数币服务', shown: '数币服务', n: 3952 },
  ]);
});
