import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** What `npm run check` says of a file that computes money. */
function said(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'lvyue-money-'));
  try {
    const file = join(folder, 'planted.ts');
    writeFileSync(file, text);
    const { stderr } = spawnSync(process.execPath, ['.ci/money.mjs', file], { encoding: 'utf8' });
    return stderr.replaceAll(file, 'planted.ts');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test.each([
  ['const fee = 0.05;', 'a decimal literal'],
  ['const total = used * Number(charge.price);', 'Number()'],
  ['const total = parseFloat(price) * used;', 'parseFloat'],
  ['const shown = total.toFixed(2);', 'toFixed'],
  ['const fen = Math.round(total * 100);', 'Math.round'],
  ['const half = total / 2;', 'a division of numbers'],
  ['const text = `#{total / 2} yuan`;', 'a division of numbers'],
  ["const sql = 'select avg(amount) from payments';", 'avg()'],
  ['const sql = `select sum(amount)::double from #{table}`;', 'a cast to a float'],
  ['const sql = `select sum(amount) / #{days} from payments`;', 'a division, which makes a float'],
  ['const sql = `select #{sum} * 0.003 from payments`;', 'a decimal literal'],
])('a binary float on a money path is found: %s', (line, what) => {
  const written = line.replaceAll('#{', '${');
  expect(said(`// 1.5 is said here\n${written}\n`)).toBe(`planted.ts:2: ${what}: no binary float on a money path\n`);
});

test.each([
  '// half of it: total / 2, 0.5',
  "/* Math.round(0.5) */ const means = 'half up: 15.015 / 2';",
  'const whole = /^(\\d+)\\/0.5$/.test(text);',
  'const fen = units / 100n;',
  "const sql = 'select (seconds + 59) // 60 from calls';",
])('whole numbers, texts and comments are left alone: %s', (line) => {
  expect(said(`${line}\n`)).toBe('');
});

test('the files that compute money have none', () => {
  expect(spawnSync(process.execPath, ['.ci/money.mjs'], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
});
