import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from './support/run.ts';

test('every contract of the repository is valid', async () => {
  expect(await run('validate')).toMatchObject({ code: 0, out: '' });
});

test('every scenario beside the contracts comes out as written', { timeout: 1_800_000 }, async () => {
  const { code, out } = await run('test', '--format', 'json');
  const { scenarios, summary } = JSON.parse(out);
  expect(scenarios.filter((one: { passed: boolean }) => !one.passed)).toEqual([]);
  expect(summary.passed).toBeGreaterThan(0);
  expect(code).toBe(0);
});

test('a scenario that expects something else fails, and shows both and the line', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lvyue-scenario-'));
  try {
    cpSync('test/golden/base', folder, { recursive: true });
    mkdirSync(join(folder, 'scenarios'));
    const text = `scenarios:
  - title: wrong
    period: 2024-05
    as_of: 2024-06-30
    records: { complaints: [{ id: c1, received_at: 2024-05-10 09:00:00, category: other, replied_at: null }] }
    expect:
      findings:
        complaints: fulfilled
`;
    writeFileSync(join(folder, 'scenarios', 'wrong.yaml'), text);
    const { code, out } = await run('test', folder, '--lang', 'en');
    expect(code).toBe(1);
    expect(out).toMatch(/8\s+complaints\s+fulfilled\s+breached/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
