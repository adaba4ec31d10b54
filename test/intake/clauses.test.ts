import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { clausesOf } from '../../src/intake/clauses.ts';
import { paperOf as readPages } from '../../src/intake/read/clean.ts';
import { linesOf, wrapped } from './lines.ts';
import { compared } from './registers.ts';
import { paperOf, trees } from './trees.ts';

interface Case {
  name: string;
  text: string;
  clauses: string[];
  odd?: string[];
}

const cases: Case[] = parse(readFileSync('test/intake/clauses.yaml', 'utf8'));
const pattern = new RegExp(JSON.parse(readFileSync('schemas/common.schema.json', 'utf8')).$defs.clause.pattern);
const told = (text: string) => clausesOf(linesOf(text)).clauses.map(({ ref, title }) => `${ref} ${title}`.trim());
const refs = (text: string) => clausesOf(linesOf(text)).clauses.map(({ ref }) => ref);

describe('clauses of papers that we wrote', () => {
  test.each(cases)('$name', ({ text, clauses, odd = [] }) => {
    expect(told(text)).toEqual(clauses);
    expect(clausesOf(linesOf(text)).anomalies.map(({ kind, ref }) => `${kind} ${ref}`)).toEqual(odd);
  });

  test('every reference is one that a contract may cite', () => {
    for (const { text } of cases) for (const ref of refs(text)) expect(ref).toMatch(pattern);
  });

  test('brackets, dots and spaces of another width change nothing', () => {
    for (const { text } of cases) {
      const wide = text.replaceAll('(', '（').replaceAll(')', '）');
      expect(refs(wide)).toEqual(refs(text));
      expect(refs(text.replaceAll(' ', ' '))).toEqual(refs(text));
    }
  });
});

describe('what a clause tells', () => {
  const text =
    '第一条 付款\n1.1 甲方应在收到账单\n之后付款，用 MAS\nGateway 计费。\n下列不计：\n(1) 失败的；\n(2) 测试的。\n以上由乙方举证。\f1.2 次页。';
  const { clauses } = clausesOf(linesOf(text));
  const at = (ref: string) => clauses.find((clause) => clause.ref === ref);

  test('wrapped lines are one text, paragraphs stay apart, and what follows a list belongs to its holder', () => {
    expect(at('1.1')?.body.text).toBe('甲方应在收到账单之后付款，用 MAS Gateway 计费。\n下列不计：\n以上由乙方举证。');
    expect(at('1.1(2)')?.body.text).toBe('测试的。');
  });

  test.each([
    [
      'a line of a form follows another, however full that is',
      '首部',
      '甲方：某某市图书馆文献服务中心\n地址：某某市北区书院街九号三楼',
    ],
    [
      'what stands behind a bracket that is open is no line of a form',
      '1.1',
      '费用每满人民币【】(大写：【】)元的，乙方应提前书面通知甲方。',
    ],
    ['nor is what a bracket opens with', '1.2', '费用满人民币[](大写：[])元时，乙方停止发送。'],
    ['a bracket is as wide as it was printed', '1.3', '本条(下称本条)(停发)(的费用)不收取。'],
  ])('%s', (_name, ref, body) => {
    const text = `甲方：某某市图书馆文献服务中心
地址：某某市北区书院街九号三楼
第一条 费用
1.1 费用每满人民币【 】（大
写：【 】）元的，乙方应提前书
面通知甲方。
1.2 费用满人民币[]
(大写：[])元时，乙方停止发送。
1.3 本条（下称本条）（停发）（
的费用）不收取。`;
    const { clauses } = clausesOf(readPages([{ text }]).lines);
    expect(clauses.find((clause) => clause.ref === ref)?.body.text).toBe(body);
  });

  test('page, marker, level and parent', () => {
    expect(at('1.2')).toMatchObject({ page: 2, marker: '1.2', level: 1 });
    expect(clauses[at('1.1(1)')?.parent ?? -1]?.ref).toBe('1.1');
    expect(at('1')).toMatchObject({ marker: '第一条', title: '付款', level: 0, parent: -1 });
  });

  test('each character of a body stands where the paper has it', () => {
    for (const { body } of clauses) {
      expect(body.at.length).toBe(body.text.length);
      for (const [i, character] of [...body.text].entries()) {
        if (!/\s/.test(character)) expect(text[body.at[i] ?? -1]).toBe(character);
      }
    }
  });

  test('an empty paper has no clauses', () => {
    expect(clausesOf([])).toEqual({ clauses: [], anomalies: [] });
  });
});

test('a made-up contract comes back whole, in whatever style it is numbered and wherever its lines break', () => {
  fc.assert(
    fc.property(trees, fc.integer({ min: 12, max: 44 }), (tree, width) => {
      const { paragraphs, expected } = paperOf(tree);
      const text = paragraphs.map((paragraph) => wrapped(paragraph, width)).join('\n');
      expect(refs(text)).toEqual(expected);
      for (const ref of expected) expect(ref).toMatch(pattern);
    }),
    { numRuns: 300, seed: 11 },
  );
});

test('a tree is compared with a register in order, duplicates counted, pages told', () => {
  const { clauses } = clausesOf(linesOf('第一条 总则\n1.1 甲方付款。\n1.2 乙方开票。\f1.2 乙方开票。\n1.3 其他。'));
  const register = [
    { ref: '1', page: 1 },
    { ref: '1.1', page: 2 },
    { ref: '1.2', page: 1 },
    { ref: '1.3', page: 2 },
    { ref: '1.4', page: 2 },
    { ref: '附1' },
  ];
  expect(compared(clauses, register)).toEqual({
    ...{ precision: 4 / 5, recall: 4 / 5, extra: ['1.2'], lacking: ['1.4'], pages: ['1.1 1 2'] },
  });
});

const scraps = [
  ...[
    '第一条 总则',
    '第二条',
    '第三条规定的',
    '一、',
    '二、费用',
    '(一)',
    '(二)付款',
    '1.1 ',
    '1.2',
    '2.1.1',
    '3 . 1 2',
    '1、',
    '2、开票',
    '3.',
    '(1)',
    '（2）',
  ],
  ...[
    '①',
    '②次',
    '甲、',
    '1)',
    '附件一',
    '附件二：承诺书',
    '附件十：',
    '鉴于',
    '注：(1)',
    '注1：',
    '重要提示：',
    '【签署页】',
    '甲方(盖章)：',
    '日期：',
    '补充附页',
  ],
  ...[
    '序号|名称',
    '1|甲',
    '|续',
    '2|乙',
    '序号 行为',
    '1逾期',
    '2转租',
    '：',
    '；',
    '。',
    '，',
    '10 日内',
    '3.5元',
    'MAS',
    '双方约定如下',
    '本合同',
  ],
];
const soup = fc
  .array(fc.tuple(fc.constantFrom(...scraps), fc.constantFrom('', '\n', '\n', '\f')), { maxLength: 40 })
  .map((parts) => parts.map(([scrap, end]) => (scrap.includes('|') ? `\n${scrap}\n` : scrap + end)).join(''));

test('whatever the lines say, no character is lost or doubled, and every clause can be cited', () => {
  const bare = (text: string) => [...text.replace(/\s/g, '')].sort().join('');
  fc.assert(
    fc.property(soup, (text) => {
      const lines = linesOf(text);
      const { clauses } = clausesOf(lines);
      const back = clauses.map(({ marker, title, body }) => marker + title + body.text).join('');
      expect(bare(back)).toBe(bare(lines.map((line) => line.text).join('')));
      for (const [i, { ref, parent, level }] of clauses.entries()) {
        expect(ref).toMatch(pattern);
        expect(parent).toBeLessThan(i);
        expect(level).toBe(parent < 0 ? 0 : (clauses[parent]?.level ?? 0) + 1);
      }
    }),
    { numRuns: 500, seed: 5 },
  );
});
