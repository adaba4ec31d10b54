import fc from 'fast-check';

/** A made-up contract: how its levels are numbered, and the sentence of each clause with what lies in it. */
interface Item {
  words: readonly number[];
  items: readonly Item[];
}
interface Made {
  style: number;
  parts: readonly Item[];
  annex: readonly Item[];
}

const han = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三'];
const circles = [...'⓪①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬'];

/** How a level is printed and what it adds to the reference of the level above. `path` holds all numbers from the part on. */
interface Level {
  print(path: readonly number[]): string;
  ref(above: string, path: readonly number[]): string;
}
const last = (path: readonly number[]) => path.at(-1) ?? 0;
const article = (digits: boolean): Level => ({
  print: (path) => `第${han[last(path)]}条`,
  ref: (_, path) => (digits ? `${last(path)}` : `${han[last(path)]}`),
});
const part: Level = { print: (path) => `${han[last(path)]}、`, ref: (_, path) => `${han[last(path)]}` };
const section: Level = {
  print: (path) => `(${han[last(path)]})`,
  ref: (above, path) => `${above}(${han[last(path)]})`,
};
const decimal: Level = { print: (path) => `${path.join('.')} `, ref: (_, path) => path.join('.') };
const plain = (join: (above: string, own: number) => string): Level => ({
  print: (path) => `${last(path)}、`,
  ref: (above, path) => join(above, last(path)),
});
const bracket: Level = { print: (path) => `(${last(path)})`, ref: (above, path) => `${above}(${last(path)})` };
const circle: Level = { print: (path) => circles[last(path)] ?? '', ref: (above, path) => `${above}${last(path)}` };
const dotted = plain((above, own) => `${above}.${own}`);
const joined = plain((above, own) => above + own);
const inBrackets = plain((above, own) => `${above}(${own})`);

const styles: readonly (readonly Level[])[] = [
  [article(true), decimal, bracket, circle],
  [article(true), decimal, decimal, bracket],
  [article(true), decimal, inBrackets, bracket],
  [article(true), decimal, bracket, joined],
  [article(true), section, bracket, joined],
  [article(false), dotted, bracket, circle],
  [part, section, joined, bracket],
  [part, dotted, bracket, circle],
  [{ print: (path) => `${last(path)}. `, ref: (_, path) => `${last(path)}` }, decimal, decimal, bracket],
];
const annexStyle: readonly Level[] = [
  { print: (path) => `${han[last(path)]}、`, ref: (above, path) => `${above}.${last(path)}` },
  inBrackets,
];

/** Pieces of sentences with the traps of real papers: amounts, days, laws and clauses that are cited. */
const pieces = [
  ...['乙方应当在收到通知之后的', '10 日内向对方书面说明', '每条短信的价格上浮到3.5元', '并按照合同的约定办理'],
  ...[
    '依照有关法律第七条规定的程序',
    '违约金为2000 元',
    '专线每月99.9%可用',
    '经甲、乙双方同意',
    '见第2.1条和第(3)项',
    '在24小时内恢复',
  ],
];

const item = (depth: number): fc.Arbitrary<Item> =>
  fc.record({
    words: fc.array(fc.nat(pieces.length - 1), { minLength: 1, maxLength: 6 }),
    items: depth === 0 ? fc.constant([]) : fc.array(item(depth - 1), { maxLength: 3 }),
  });
export const trees: fc.Arbitrary<Made> = fc.record({
  style: fc.nat(styles.length - 1),
  parts: fc.array(item(3), { minLength: 2, maxLength: 12 }),
  annex: fc.array(item(1), { maxLength: 5 }),
});

/** The paragraphs of a made-up contract, and the references of its clauses. */
export function paperOf({ style, parts, annex }: Made): { paragraphs: string[]; expected: string[] } {
  const paragraphs = ['短信服务合同', '甲方：某某图书馆'];
  const expected = ['首部'];
  const tell = (items: readonly Item[], levels: readonly Level[], above: string, path: readonly number[]) => {
    const level = levels[0];
    if (level === undefined) return;
    for (const [i, { words, items: inner }] of items.entries()) {
      const here = [...path, i + 1];
      const ref = level.ref(above, here);
      const holds = inner.length > 0 && levels.length > 1;
      paragraphs.push(`${level.print(here)}${words.map((word) => pieces[word]).join('，')}${holds ? '：' : '。'}`);
      expected.push(ref);
      tell(inner, levels.slice(1), ref, here);
    }
  };
  // The second kind of article is told by what lies in it, so that one clause at least does.
  const first = parts[0];
  const held =
    first?.items.length === 0 ? [{ ...first, items: [{ words: [3], items: [] }] }, ...parts.slice(1)] : parts;
  tell(held, styles[style] ?? [], '', []);
  if (annex.length > 0) {
    paragraphs.push('附件一：承诺书');
    expected.push('附1');
    tell(annex, annexStyle, '附1', []);
  }
  return { paragraphs, expected };
}
