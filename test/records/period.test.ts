import { expect, test } from 'vitest';
import { dataFolder, withRecords } from './folder.ts';

const written = {
  '2024-09': ['2024-09', '2024-9', '202409', '2024/09', '2024.9', '2024年9月', '2024年09月'],
  '2024Q3': ['2024Q3', '2024q3', '2024年3季度', '2024年第三季度', '2024第3季度'],
  '2024H2': ['2024H2', '2024h2', '2024年下半年', '2024下半年'],
  '2024': ['2024', '2024年'],
  '2024-03-06..2024-09-05': ['2024-03-06..2024-09-05'],
};

test('a settlement period is one and the same however people write it', async () => {
  for (const [kept, ways] of Object.entries(written)) {
    const rows = ways.map((way, i) => `b${i},${way},2024-10-01,1`);
    const folder = await dataFolder({ 'bills.csv': `id,period,sent_at,total\n${rows.join('\n')}\n` });
    await withRecords(folder, async ({ store }) => {
      const found = await store.query('SELECT DISTINCT period FROM bills');
      expect(found, kept).toEqual([{ period: kept }]);
    });
  }
});

test.each(['2024-13', '2024-00', '九月', '2024-09-01', 'Sep-24', '2024Q5', '2024H3', '２０２４-09'])(
  'what is no settlement period is refused: %s',
  async (way) => {
    const folder = await dataFolder({ 'bills.csv': `id,period,sent_at,total\nb,${way},2024-10-01,1\n` });
    await expect(withRecords(folder, async () => undefined)).rejects.toThrow('record-value');
  },
);
