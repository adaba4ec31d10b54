import { expect, test } from 'vitest';
import type { Topic } from '../../src/locale/topics.ts';
import { topics } from '../../src/locale/topics.ts';
import type { Verdict } from '../../src/locale/verdicts.ts';
import type { ReportEntry } from '../../src/report/entry.ts';
import { matrixOf } from '../../src/report/view/matrix.ts';
import { voiceOf } from '../../src/report/view/words.ts';
import type { Finding } from '../../src/rules/finding.ts';
import { both, calendar, check, contract, findings } from './fixture.ts';

type Stated = [topic: Topic, bearer: Finding['bearer'], verdict: Verdict];

/** A contract whose findings are these and nothing else. */
function entry(id: string, ...stated: Stated[]): ReportEntry {
  const [like] = findings;
  if (!like) throw new Error('the fixture has no finding');
  const own = stated.map(([topic, bearer, verdict], i) => ({ ...like, obligation: `o${i}`, topic, bearer, verdict }));
  const named = { ...contract, id, title: both(`合同${id}`, `Contract ${id}`) };
  return { calendar, contract: named, check: { ...check, contract: id, findings: own }, statement: null };
}

const zh = voiceOf('zh');
const en = voiceOf('en');

test('a cell shows the most serious verdict, how many there are, how many need action, and where it stands', () => {
  const a = entry(
    'a',
    ['billing', 'customer', 'fulfilled'],
    ['billing', 'customer', 'needs-attestation'],
    ['billing', 'carrier', 'breached'],
    ['billing', 'both', 'pending'],
  );
  const { columns, rows } = matrixOf([a], 'html', zh);
  expect(columns).toEqual(['合同a']);
  expect(rows).toEqual([
    {
      topic: 'billing',
      title: '计费与付款',
      cells: [
        {
          badge: { id: 'breached', word: '违约' },
          count: 4,
          toAct: 2,
          href: 'a/compliance.html#t-carrier-billing',
          text: '合同a，计费与付款：共 4 项，最重的结论是违约，2 项需要处理',
        },
      ],
    },
  ]);
});

test('rows follow the order of topics, and a contract without such an obligation leaves its cell empty', () => {
  const a = entry('a', ['liability', 'both', 'not-triggered'], ['content', 'customer', 'fulfilled']);
  const b = entry('b', ['standing', 'carrier', 'fulfilled'], ['content', 'customer', 'fulfilled']);
  const { rows } = matrixOf([a, b], 'html', en);
  expect(rows.map(({ topic, cells }) => [topic, ...cells.map((one) => one?.count ?? null)])).toEqual([
    ['standing', null, 1],
    ['content', 1, 1],
    ['liability', 1, null],
  ]);
});

test('each verdict that somebody has to act upon is counted, and no other', () => {
  const counted = (verdict: Verdict) =>
    matrixOf([entry('a', ['use', 'both', verdict])], 'html', en).rows[0]?.cells[0]?.toAct === 1;
  const all = ['breached', 'at-risk', 'disputed', 'undetermined', 'needs-attestation'] as const;
  expect(all.filter((verdict) => !counted(verdict))).toEqual([]);
  expect((['pending', 'waived', 'fulfilled', 'not-triggered'] as const).filter(counted)).toEqual([]);
});

test('of equal verdicts the one that the report lists first is linked to, and odd ids stay one step of the path', () => {
  const a = entry('a#b/c', ['use', 'both', 'breached'], ['use', 'carrier', 'breached']);
  expect(matrixOf([a], 'html', zh).rows[0]?.cells[0]?.href).toBe('a%23b%2Fc/compliance.html#t-carrier-use');
});

test('every finding is in exactly one cell', () => {
  const a = entry('a', ...topics.map((topic): Stated => [topic, 'customer', 'breached']));
  const cells = matrixOf([a, { ...a, check }], 'html', zh).rows.flatMap((row) =>
    row.cells.map((one) => one?.count ?? 0),
  );
  expect(cells.reduce((sum, n) => sum + n)).toBe(topics.length + check.findings.length);
});

test('one obligation reads as one in English', () => {
  const text = matrixOf([entry('a', ['use', 'both', 'breached'])], 'html', en).rows[0]?.cells[0]?.text;
  expect(text).toBe('Contract a, Use and sending: 1 obligation, at worst breached; 1 needs action');
});

test('no contract, no row', () => {
  expect(matrixOf([], 'html', zh)).toEqual({ columns: [], rows: [] });
});
