import { expect, test } from 'vitest';
import { capGauge, quotaGauges } from '../../src/report/view/gauge.ts';
import { trendViews } from '../../src/report/view/series.ts';
import { voiceOf } from '../../src/report/view/words.ts';
import type { Series } from '../../src/rules/series.ts';
import { addDays } from '../../src/time/day.ts';
import { contract } from './fixture.ts';
import { april, point, series } from './series.ts';
import { known, quota, statement } from './statement.ts';

const [zh, en] = [voiceOf('zh'), voiceOf('en')];
const viewed = (one: Series, voice = zh) => {
  const [view] = trendViews([one], voice);
  if (!view) throw new Error('nothing is drawn');
  return view;
};
const keys = (one: Series) => viewed(one).legend.map(({ id }) => id);

test('a chart says in words what is longest, when, and how many days are beyond; a microsecond late does not read as in time', () => {
  expect(viewed(series).sentence).toBe(
    '28 天有记录；最长的是 2024-04-10，24 小时 1 秒。1 天超过约定（期限 24 小时）。另有 2 条记录无法判断，没有画出。',
  );
  expect(viewed(series, en).sentence).toBe(
    '28 days with records; the longest is 24 h 1 s (2024-04-10). 1 day is above what was agreed (limit 24 hours). 2 records that cannot be judged are not drawn.',
  );
});

test('a day that is beyond is hatched and marked, one that cannot be judged has a sign, one without records is empty', () => {
  const view = viewed(series);
  expect(view.bars.filter(({ id }) => id === 'beyond')).toHaveLength(1);
  expect(view.bars).toHaveLength(28);
  expect([view.beyond, view.unknown].map((marks) => marks.length)).toEqual([1, 1]);
  expect(view.legend.map(({ id }) => id)).toEqual(['limit', 'within', 'beyond', 'unknown', 'empty']);
  expect(view.axis.map(({ text }) => text)).toEqual(['2024-04-01', '2024-04-16', '2024-04-30']);
  expect(view.scale.map(({ text }) => text)).toEqual(['24 小时', '30 小时', '0']);
});

test('the table holds every day that is drawn, in figures, and says what the others are', () => {
  const { table } = viewed(series);
  expect(table.rows).toHaveLength(29);
  expect(table.caption).toBe('最长用时与期限（未列出的没有记录）');
  expect(table.rows.map((row) => row.map(({ text }) => text))).toContainEqual([
    '2024-04-10',
    '24 小时 1 秒',
    '24 小时',
    '超过约定',
  ]);
  expect(table.rows.map((row) => row.map(({ text }) => text))).toContainEqual([
    '2024-04-06',
    '—',
    '24 小时',
    '2 条无法判断',
  ]);
});

test('a limit that changes within the period is a line that changes, told with its days', () => {
  const half = 12 * 3_600_000_000;
  const agreed = [
    { from: '2024-04-01', to: '2024-04-15', words: { zh: '期限 24 小时', en: 'limit 24 hours' } },
    { from: '2024-04-16', to: '2024-04-30', words: { zh: '期限 12 小时', en: 'limit 12 hours' } },
  ];
  const points = series.points.map((one, n) =>
    n < 15 ? one : { ...one, limit: half, beyond: (one.value ?? 0) > half },
  );
  const view = viewed({ ...series, agreed, points });
  expect(view.limits.map(({ from, to, y }) => [from, to, y])).toEqual([
    [0, 50, 20],
    [50, 100, 60],
  ]);
  expect(view.sentence).toContain('2024-04-01 至 2024-04-15 期限 24 小时，2024-04-16 至 2024-04-30 期限 12 小时');
});

test('one value far off leaves the others readable: its bar is broken, and the words have its length', () => {
  const points = [...series.points.slice(0, 29), point(29, 90 * 24 * 3_600_000_000)];
  expect(keys({ ...series, points })).toContain('cut');
  expect(viewed({ ...series, points }).scale.map(({ text }) => text)).toEqual(['24 小时', '3 天', '0']);
  expect(viewed({ ...series, points }).sentence).toContain('90 天');
});

test('a rate is a step on a scale that ends at 100%, rounded down; what is missing to the rate agreed is a bar', () => {
  const points = Array.from({ length: 30 }, (_, n) =>
    point(n, n === 3 ? 989_999 : 995_000 + n, { limit: 990_000, beyond: n === 3 }),
  );
  const view = viewed({ ...series, unit: 'ppm', wrong: 'below', points });
  expect(view.sentence).toBe('30 天有记录；最低的是 2024-04-04，98.99%。1 天低于约定（期限 24 小时）。');
  expect(view.steps).toHaveLength(30);
  expect(view.bars.map(({ id }) => id)).toEqual(['beyond']);
  expect(view.scale.map(({ text }) => text)).toEqual(['99%', '100%', '98%']);
});

test('a count says what it comes to; days that are not known are named and not taken for zero', () => {
  const undetermined = [{ from: '2024-04-21', to: '2024-04-30' }];
  const points = Array.from({ length: 20 }, (_, n) => point(n, n % 2, { limit: 0, beyond: n % 2 > 0 }));
  const one: Series = { ...series, unit: 'messages', counts: true, points, undetermined };
  expect(viewed(one).sentence).toBe(
    '共 10 条，分布在 10 天；最多的是 2024-04-02，1 条。2024-04-21 至 2024-04-30 数据不足，没有画出。',
  );
  expect(viewed(one, en).sentence).toBe(
    '10 messages in all, in 10 days; at most 1 message (2024-04-02). 2024-04-21 to 2024-04-30: undetermined, nothing is drawn.',
  );
  expect(viewed(one).bars).toHaveLength(10);
  expect(keys(one)).toContain('blank');
});

test('a leap year of days stays within the drawing', () => {
  const points = Array.from({ length: 366 }, (_, n) => point(n, n * 1_000_000_000));
  const view = viewed({ ...series, points: points.map((one, n) => ({ ...one, from: addDays(april.from, n) })) });
  for (const { x, width, y, height } of view.bars) {
    for (const place of [x, y, x + width, y + height]) expect(place).toBeGreaterThanOrEqual(0);
    for (const place of [x, y, x + width, y + height]) expect(place).toBeLessThanOrEqual(100.02);
  }
  expect(view.ticks).toHaveLength(12);
});

test('a cap says what is used, what is left and when it will be reached; a blank one is drawn as blank', () => {
  const gauge = capGauge(known, zh);
  expect(gauge?.state).toBe('已用 43.2%');
  expect(gauge?.ends).toEqual(['已用 4,321.05 元', '剩余 5,678.95 元', '共 10,000.00 元']);
  expect(gauge?.sentence).toContain('预计 2024-12 用满');
  expect(capGauge({ ...known, used: '10500.00' }, zh)?.ends[1]).toBe('超出 500.00 元');
  expect(capGauge(statement.cap, zh)).toMatchObject({ known: false, blank: true, state: '纸面留空', ends: [] });
  expect(capGauge({ ...known, used: null }, zh)).toMatchObject({ known: false, blank: false, state: '数据不足' });
  expect(capGauge(null, zh)).toBeNull();
});

test('a package paid ahead says what is left of what was included and bought', () => {
  const [over] = quotaGauges([quota], contract, en);
  expect(over?.ends).toEqual([
    '13,000 units used',
    '500 units beyond',
    'of 12,500 units',
    '12,000 included, 500 topped up',
  ]);
  const [half] = quotaGauges([{ ...quota, used: '6250', left: '6250' }], contract, zh);
  expect(half).toMatchObject({ within: 50, beyond: 0, state: '已用 50.0%' });
  const [open] = quotaGauges([{ ...quota, toppedUp: null, left: null }], contract, zh);
  expect(open).toMatchObject({ known: false, state: '数据不足' });
});
