import { test } from 'vitest';
import { compare, restricted } from './oracle/compare.ts';
import type { Row } from './oracle/judge.ts';

/** Rows on which a plain look and the rules once differed; what is said to fail still does, until the rule is mended. */
const message = (more: Row): Row => ({
  ...{ id: 'm', sent_at: '2024-05-20 12:00:00', direction: 'MT', recipient: '13800000001', status: 'delivered' },
  ...more,
});
const complaint = (id: string, received_at: string, responsible: string): Row => ({
  ...{ id, received_at, category: 'other', responsible },
});
const may = { period: '2024-05', asOf: '2024-05-31 23:59:59' };
const failed = message({ id: 'f', status: 'failed', failure_reason: 'congestion' });

test('a number that surely is on the black list is, whatever another entry of that day says', async () => {
  const entry = { list: 'black', recipient: '13800000001', removed_at: null };
  const list_entries = [
    { ...entry, added_at: '2024-05-01 00:00:00' },
    { ...entry, added_at: '2024-05-20' },
  ];
  const blacklist = restricted(['recipient-lists']).filter(({ contract }) => contract.id === 'pbc-dci-2024');
  await compare(blacklist, { ...may, tables: { messages: [message({})], list_entries } });
});

test('a refusal before the message is a breach, though of the consent only the day is recorded', async () => {
  const list_entries = [
    { list: 'optout', recipient: '13800000001', added_at: '2024-05-01 00:00:00', removed_at: null },
    { list: 'consent', recipient: '13800000001', added_at: '2024-05-20', removed_at: null },
  ];
  const consent = restricted(['recipient-lists']).filter(({ contract }) => contract.id === 'henan-psb-2023');
  await compare(consent, { ...may, tables: { messages: [message({})], list_entries } });
});

test('a complaint due to the other side never makes the service level worse', async () => {
  const level = restricted(['service-level'], { 'service-level': { complaints_max: 0 } });
  const complaints = [
    complaint('a', '2024-04-30 12:00:00', 'carrier'),
    complaint('b', '2024-05-05 12:00:00', 'customer'),
  ];
  await compare(level, { ...may, tables: { messages: [failed], complaints } });
});

test('without an attempt there is no success rate that could make up for complaints', async () => {
  const level = restricted(['service-level'], { 'service-level': { complaints_max: 0 } });
  const complaints = [complaint('a', '2024-05-05 12:00:00', 'carrier')];
  await compare(level, { ...may, tables: { messages: [message({ sent_at: '2024-04-01 12:00:00' })], complaints } });
});

test.fails('after the quota nothing more is sent, also nothing that fails', async () => {
  const messages = [message({}), message({ id: 'f', sent_at: '2024-05-20 12:00:01', status: 'failed' })];
  await compare(restricted(['quota-stop'], { 'quota-stop': { quota: 1 } }), { ...may, tables: { messages } });
});

for (const mark of ['~', '～', '★', '😊']) {
  test(`a message that ends with the way to opt out and ${mark} ends with it`, async () => {
    const messages = [message({ category: 'commercial', content: `回复T${mark}` })];
    const ending = restricted(['message-content'], { 'special-symbols': { symbols: [] } });
    await compare(
      ending.filter(({ contract }) => contract.id === 'neimenggu-earthquake-2024'),
      { ...may, tables: { messages } },
    );
  });
}
