import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../src/locale/verdicts.ts';
import { verdictNames } from '../../src/locale/verdicts.ts';
import { compare, type Results } from '../../src/report/compare.ts';
import { complianceView } from '../../src/report/view/compliance.ts';
import { calendar, check, contract, findings, render, summaryOf } from './fixture.ts';
import { statement } from './statement.ts';
import { textOf } from './text.ts';

const [like] = findings;
if (!like) throw new Error('the fixture has no finding');

/** Results in which obligations have these verdicts. */
function results(verdicts: Record<string, Verdict>, more: Partial<Results> = {}): Results {
  const own = Object.entries(verdicts).map(
    ([obligation, verdict]) => ({ ...like, obligation, verdict }) as typeof like,
  );
  return {
    check: { ...check, findings: own as typeof findings, summary: summaryOf(own as typeof findings) },
    statement,
    ...more,
  };
}

const turn = (before: Verdict, after: Verdict) =>
  compare(results({ a: before }), results({ a: after })).changes[0]?.turn;

describe('what changed since another period', () => {
  it.each<[Verdict, Verdict, string | undefined]>([
    ['fulfilled', 'breached', 'new-breach'],
    ['undetermined', 'breached', 'new-breach'],
    ['breached', 'breached', 'still-breached'],
    ['breached', 'fulfilled', 'cured'],
    ['breached', 'not-triggered', 'no-case'],
    ['breached', 'undetermined', 'open'],
    ['breached', 'disputed', 'open'],
    ['breached', 'pending', 'open'],
    ['breached', 'waived', 'waived'],
    ['fulfilled', 'undetermined', 'clouded'],
    ['not-triggered', 'at-risk', 'clouded'],
    ['disputed', 'fulfilled', 'cleared'],
    ['fulfilled', 'not-triggered', undefined],
    ['fulfilled', 'fulfilled', undefined],
  ])('%s then and %s now is %s', (before, after, expected) => {
    expect(turn(before, after)).toBe(expected);
  });

  it('nothing but fulfilment is a cure, and nothing but a breach is a new one', () => {
    const all = Object.keys(verdictNames) as Verdict[];
    for (const before of all) {
      for (const after of all) {
        const found = turn(before, after);
        expect(found === 'cured').toBe(before === 'breached' && after === 'fulfilled');
        expect(found === 'new-breach').toBe(before !== 'breached' && after === 'breached');
      }
    }
  });

  it('obligations that an amendment brought or took away are told', () => {
    const { changes } = compare(results({ gone: 'fulfilled' }), results({ come: 'pending' }));
    expect(changes.map(({ obligation, turn: one }) => [obligation, one])).toEqual([
      ['come', 'added'],
      ['gone', 'removed'],
    ]);
  });

  it('what it cost is compared exactly, and not at all where one side is not known', () => {
    const dear = { ...statement, total: '2000.10', payable: null };
    const { cost } = compare(results({}), results({}, { statement: dear }));
    expect(cost).toEqual([
      { name: 'total', before: '1968.05', after: '2000.10', difference: '32.05' },
      expect.objectContaining({ name: 'credits' }),
      expect.objectContaining({ name: 'payable', after: null, difference: null }),
    ]);
    expect(compare(results({}, { statement: null }), results({})).cost).toEqual([]);
  });

  it('the page tells new breaches first, with both verdicts and a link', () => {
    const before = results({ 'user-complaints': 'fulfilled', logs: 'breached', security: 'breached' });
    const comparison = compare(before, { check, statement });
    const page = render(
      'html',
      'compliance',
      complianceView({ calendar, contract, check, comparison, lang: 'zh', unmask: false }),
    );
    const text = textOf(page);
    expect(text).toMatch(/与 2024-04-01 至 2024-06-30 相比/);
    expect(text).toMatch(/新增违约 .*用户投诉 24 小时内处理并答复 .*履约 .*违约/);
    expect(page).toContain('<a href="#f-user-complaints">');
    expect(text.indexOf('新增违约 ')).toBeLessThan(text.indexOf('上期违约，本期尚无定论 '));
  });
});
