import { describe, expect, test } from 'vitest';
import { passageOf } from '../../src/intake/passage.ts';
import { paperOf } from '../../src/intake/read/clean.ts';
import { cleaned } from '../../src/intake/read/glyphs.ts';

const clean = (text: string): string => cleaned(passageOf(text)).text;
const paper = (...pages: string[][]) => paperOf(pages.map((lines) => ({ text: lines.join('\n') })));
const textOf = (made: ReturnType<typeof paper>): string[] => made.lines.map(({ text }) => text);
const kinds = (made: ReturnType<typeof paper>): string[] => made.removed.map(({ kind }) => kind);

describe('the normal form of a text', () => {
  test.each([
    ['radicals are the characters that they look like', '甲⽅⻔⼾⺠⻓⻅', '甲方门户民长见'],
    ['letters, digits, brackets and signs are half-width', '（１）Ａｂ％／［甲］', '(1)Ab%/[甲]'],
    ['Chinese punctuation stays', '，。；：、“”！？【】〔〕《》…', '，。；：、“”！？【】〔〕《》…'],
    ['half-width punctuation beside Han is Chinese', '业务, 采用:甲方;(若有),乙方', '业务，采用：甲方；(若有)，乙方'],
    ['that of numbers, hours and addresses stays', '1,000元 8:00至22:00 https://a.b', '1,000元8:00至22:00 https://a.b'],
    [
      'circled numbers stay, bracketed ones open',
      '①甲②乙 ⑴丙 ⒈丁',
      '①甲②乙⑴丙⒈丁'.replace('⑴', '(1)').replace('⒈', '1.'),
    ],
    ['no space beside Han', '云 MAS 业务 24 小时', '云MAS业务24小时'],
    [
      'one space between Latin words and between numbers',
      'SMS  gateway\u00a0v2 9900  0417',
      'SMS gateway v2 9900 0417',
    ],
    ['nothing invisible', '甲\u200b方\ufeff\u00ad乙', '甲方乙'],
    ['a wide gap is one space', '甲方（章）\t乙方（章）', '甲方(章) 乙方(章)'],
    ['but letters of a word spread apart are a word', '地    址：甲　　方', '地址：甲方'],
    ['boxes of symbol fonts are boxes', '\uf052需要\uf0a3不需要☑', '☑需要□不需要☑'],
  ])('%s', (_, given, expected) => expect(clean(given)).toBe(expected));

  test('each character stands where it was printed', () => {
    const { text, at } = cleaned(passageOf(' ⑴ 甲 ⽅, 乙', 5));
    expect(text).toBe('(1)甲方，乙');
    expect(Array.from(at)).toEqual([6, 6, 6, 8, 10, 11, 13]);
  });
});

const clause = (n: number, more = ''): string =>
  `第${n}条 甲方应当在每月${n}日以前把上月的用量表送交乙方核对，逾期不送的按乙方的数字结算${more}。`;

describe('what pages have beside the contract', () => {
  test('page numbers of many kinds go', () => {
    for (const style of ['第#页 共3页', '- # -', '第 # 页', '#/3', '#', 'Page # of 3', '— # —']) {
      const made = paper(...[1, 2, 3].map((n) => [clause(n), style.replace('#', `${n}`)]));
      expect(textOf(made), style).toEqual([1, 2, 3].map((n) => clean(clause(n))));
      expect(kinds(made)).toEqual(['page-number', 'page-number', 'page-number']);
    }
  });

  test('a number at the edge that does not grow with the page stays', () => {
    const made = paper([clause(1), '500'], [clause(2), '20'], [clause(3), '7']);
    expect(textOf(made)).toContain('500');
    expect(made.removed).toEqual([]);
  });

  test('a running head goes, the contract number in it stays once', () => {
    const head = '合同编号：云采〔2025〕18号';
    const made = paper(...[1, 2, 3, 4].map((n) => [head, '短信服务合同', clause(n), `内部资料 第${n}页`]));
    expect(textOf(made)).toEqual([head, '短信服务合同', ...[1, 2, 3, 4].map((n) => clean(clause(n)))]);
    expect(kinds(made).filter((kind) => kind === 'header')).toHaveLength(6);
  });

  test('heads of annexes and signature blocks are no running heads', () => {
    const pages = [1, 2, 3].map((n) => [`附件 ${n}`, clause(n), '甲方（盖章）：   乙方（盖章）：', '日期：']);
    expect(paper(...pages).removed).toEqual([]);
  });

  test('a page that is there twice goes once', () => {
    const made = paper([clause(1), clause(2), '- 1 -'], [clause(3), '- 2 -'], [clause(1), clause(2), '- 3 -']);
    expect(textOf(made)).toHaveLength(3);
    expect(kinds(made)).toContain('duplicate-page');
  });

  test('a table of contents goes, the headings stay', () => {
    const heads = ['第一条 服务内容', '第二条 费用', '第三条 期限'];
    const contents = ['目 录', '第一条 服务内容......1', '第二条 费用……2', '第三条 期限 10'];
    const made = paper(contents, ...heads.map((head, i) => [head, clause(i + 1)]));
    expect(textOf(made).slice(0, 2)).toEqual(['第一条服务内容', clean(clause(1))]);
    expect(made.removed).toHaveLength(4);
  });

  test('what the next page prints again, wrapped otherwise, goes; the copy that is cut short goes', () => {
    const [before, after] = ['11.2 本合同用中文写成。', '11.3 附件与正文有同样的效力，两者不一致的'];
    const made = paper([clause(1), before, after], [`- ${before}`, `- ${after}，以`, '正文为准。', clause(2)]);
    expect(textOf(made)).toEqual([
      clean(clause(1)),
      '- 11.2本合同用中文写成。',
      '- 11.3附件与正文有同样的效力，两者不一致的，以',
      '正文为准。',
      clean(clause(2)),
    ]);
    expect(kinds(made)).toEqual(['echo', 'echo']);
  });

  test('the whole text once more as an outline is an echo; what stands only there stays', () => {
    const body = Array.from({ length: 60 }, (_, i) => clause(i + 1));
    const again = body.join('').match(/.{1,37}/gsu) ?? [];
    const only = '补充：乙方每季度免费培训一次。';
    const made = paper(body, ['签署页', '甲方（盖章）：'], [...again.slice(0, 40), only, ...again.slice(40)]);
    expect(textOf(made).slice(0, 60)).toEqual(body.map(clean));
    expect(textOf(made)).toContain(only);
    expect(textOf(made).length).toBeLessThan(66);
    const kept = textOf(made).join('').replace(/\s/g, '');
    for (const { kind, text } of made.removed) if (kind === 'echo') expect(kept).toContain(text.replace(/\s/g, ''));
  });

  test('a clause that an annex repeats stays', () => {
    const shared = Array.from({ length: 6 }, (_, i) => clause(i + 1));
    const made = paper([...shared, clause(8)], ['附件一', ...shared, clause(9)]);
    expect(made.removed).toEqual([]);
  });
});

test('the texts of fifteen pages are cleaned in a moment', () => {
  const pages = Array.from({ length: 15 }, (_, p) => ({
    text: Array.from({ length: 30 }, (_line, i) => clause(p * 30 + i)).join('\n'),
  }));
  paperOf(pages);
  const start = process.cpuUsage();
  for (let i = 0; i < 10; i++) paperOf(pages);
  const { user } = process.cpuUsage(start);
  // Microseconds of the processor: ten milliseconds a paper are meant, a slow machine has ten times that.
  expect(user / 10).toBeLessThan(100_000);
});
