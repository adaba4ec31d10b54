// Fails where a binary float may come near an amount of money: in the arithmetic and the SQL of the files that compute it.
// node .ci/money.mjs [file...]
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const files =
  process.argv.length > 2
    ? process.argv.slice(2)
    : ['src/money.ts', 'src/capitals.ts', 'src/diff/effect.ts', ...billing()];

/** What may stand: a piece of the line, and why it touches no amount. */
const allowed = [
  { file: 'src/capitals.ts', text: 'digits[Number(jiao)]', why: 'index of one digit' },
  { file: 'src/capitals.ts', text: 'digits[Number(rest)]', why: 'index of one digit' },
  { file: 'src/capitals.ts', text: 'Number(n % 10000n)', why: 'a group of four digits, a whole number below 10000' },
  { file: 'src/capitals.ts', text: 'Math.floor(value / 10 ** place) % 10', why: 'one digit of such a group' },
  { file: 'src/billing/rating/rate.ts', text: 'Number(label.slice(5, 7))', why: 'a month of the year' },
  { file: 'src/billing/two-sided/cancel.ts', text: 'Math.ceil(rows / atOnce)', why: 'a number of passes' },
  { file: 'src/billing/two-sided/compare.ts', text: 'n + Number(', why: 'a number of rows' },
  { file: 'src/billing/two-sided/evidence.ts', text: 'classes[Number(code)]', why: 'index of a class' },
  { file: 'src/billing/two-sided/evidence.ts', text: 'examples[Number(place) - 1]', why: 'index of an example' },
  { file: 'src/billing/terms/cap.ts', text: 'Number(whole)', why: 'a count of months, at most 1200' },
];

const inCode = [
  [/\bparseFloat\b/, 'parseFloat'],
  [/\.toFixed\(/, 'toFixed'],
  [/\bMath\.(round|floor|ceil|trunc|fround|pow|sqrt|exp|log)/, 'Math.$1'],
  [/\bNumber\(/, 'Number()'],
  [/\b\d+\.\d|\b\d+e-?\d/i, 'a decimal literal'],
  // A bigint divided by anything but a bigint does not compile: one bigint literal is proof enough.
  [/^(?!.*\b\d+n\b).*\//, 'a division of numbers'],
];
const inSql = [
  [/\bavg\s*\(/i, 'avg()'],
  [/::\s*(double|float|real)|\bas\s+(double|float|real)\b/i, 'a cast to a float'],
  [/(?<!\/)\/(?!\/)/, 'a division, which makes a float'],
  [/\bround\s*\(/i, 'round()'],
  [/(?<![\w.:-])\d+\.\d/, 'a decimal literal'],
];
const isSql = (text) => /\b(select|filter|coalesce|sum\(|count\(|case when)\b|::\w/i.test(text);

const found = files.flatMap((file) => {
  const { code, texts } = parts(readFileSync(file, 'utf8'));
  const place = (n) => `${file}:${n + 1}`;
  return [
    ...code.split('\n').flatMap((line, n) => wrong(line, inCode).map((what) => ({ file, line, at: place(n), what }))),
    ...texts
      .filter(({ text }) => isSql(text))
      .flatMap(({ text, line: n }) => wrong(text, inSql).map((what) => ({ file, line: text, at: place(n), what }))),
  ];
});
const bad = found.filter((one) => !allowed.some(({ file, text }) => file === one.file && one.line.includes(text)));
for (const { at, what } of bad) console.error(`${at}: ${what}: no binary float on a money path`);
process.exit(bad.length > 0 ? 1 : 0);

function billing() {
  const all = readdirSync('src/billing', { recursive: true }).filter((name) => name.endsWith('.ts'));
  return all.map((name) => join('src/billing', name)).sort();
}

function wrong(line, rules) {
  return rules.flatMap(([pattern, what]) => {
    const match = pattern.exec(line);
    return match ? [what.replace('$1', match[1])] : [];
  });
}

/** The code with comments, texts and regular expressions blanked out, and the texts with the line on which each begins. */
function parts(source) {
  let code = '';
  const texts = [];
  const open = [];
  let [i, lines] = [0, 0];
  const blank = (until) => {
    const text = source.slice(i, until);
    code += text.replace(/[^\n]/g, ' ');
    const begun = lines;
    lines += text.split('\n').length - 1;
    i = until;
    return { text, line: begun };
  };
  const closing = (from, quotes) => {
    let at = from;
    while (at < source.length && !quotes.some((quote) => source.startsWith(quote, at)))
      at += source[at] === '\\' ? 2 : 1;
    return at;
  };
  // A template with holes is one text; what stands in the holes is code.
  const template = (whole) => {
    const end = closing(i, ['`', '${']);
    whole.text += blank(end).text;
    const isHole = source[end] === '$';
    blank(end + (isHole ? 2 : 1));
    if (isHole) open.push({ whole, braces: 0 });
  };
  while (i < source.length) {
    const [one, two] = [source[i], source.slice(i, i + 2)];
    if (two === '//') blank(closing(i, ['\n']));
    else if (two === '/*') blank(source.indexOf('*/', i) + 2);
    else if (one === "'" || one === '"') texts.push(blank(closing(i + 1, [one]) + 1));
    else if (one === '`') {
      texts.push({ ...blank(i + 1), text: '' });
      template(texts.at(-1));
    } else if (one === '/' && /(^|[=(,:[!&|?{};]|=>|return)\s*$/.test(code)) blank(regexEnd(source, i));
    else if (one === '}' && open.at(-1)?.braces === 0) {
      blank(i + 1);
      template(open.pop().whole);
    } else {
      if (open.length > 0 && one === '{') open.at(-1).braces += 1;
      if (open.length > 0 && one === '}') open.at(-1).braces -= 1;
      if (one === '\n') lines += 1;
      code += one;
      i += 1;
    }
  }
  return { code, texts };
}

function regexEnd(source, start) {
  let inClass = false;
  for (let at = start + 1; at < source.length; at += source[at] === '\\' ? 2 : 1) {
    if (source[at] === '[') inClass = true;
    if (source[at] === ']') inClass = false;
    if (source[at] === '/' && !inClass) return at + 1;
  }
  return source.length;
}
