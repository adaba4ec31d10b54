import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { run } from '../support/run.ts';

let folder = '';
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the page draws the days of a port, names its states and shows rights and doubtful records', async () => {
  folder = mkdtempSync(join(tmpdir(), 'lvyue-track-'));
  const data = join(folder, 'data');
  mkdirSync(data);
  const complaint = (id: string, day: string) => `${id},${day} 10:00:00,spam,customer,10650823580002,${day} 11:00:00`;
  const lines = [complaint('c1', '2025-09-03'), complaint('c2', '2025-09-03'), complaint('c3', '1925-09-04')];
  writeFileSync(
    join(data, 'complaints.csv'),
    `id,received_at,category,responsible,port,replied_at\n${lines.join('\n')}\n`,
  );
  writeFileSync(
    join(data, 'events.csv'),
    'id,type,occurred_at,party,ref\nf,force-majeure-start,2025-07-10 10:00:00,carrier,\ng,force-majeure-end,2025-07-01 10:00:00,carrier,f\n',
  );
  writeFileSync(join(data, 'notices.csv'), 'id,topic,from,to,sent_at,method\n');
  const out = join(folder, 'out');
  const flags = ['--data', data, '--period', '2025-09', '--as-of', '2025-10-15', '--out', out];
  await run('report', 'jilin-medical-insurance-2025', ...flags);
  const page = readFileSync(join(out, 'jilin-medical-insurance-2025', 'compliance.html'), 'utf8');
  // Three weeks without a further complaint: free again on the 25th.
  expect(page.match(/<title>2025-09[^<]*：(正常|限速)<\/title>/g)).toEqual([
    '<title>2025-09-01 至 2025-09-03：正常</title>',
    '<title>2025-09-04 至 2025-09-24：限速</title>',
    '<title>2025-09-25 至 2025-09-30：正常</title>',
  ]);
  expect(page).toContain('2025-09-03：投诉 2 起');
  expect(page).toContain('共 2 起投诉，最多的一天是 2025-09-03，2 起；1 天达到界限。其间限速 21 天。');
  expect(page).toContain('一天 2 起即限速');
  expect(page).toContain('原速率的 25%');
  expect(page).toContain('早于它所答复的事件');
});
