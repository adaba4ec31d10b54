import type { Line } from '../paper.ts';
import { normOf, type Sifted, without } from './sift.ts';
import { furnitureWords } from './words.ts';

/** A page with less on it (characters) is not compared: forms with nothing but a title are alike. */
const leastPage = 40;

/** Leaves out pages that repeat an earlier page word for word, but for the page's number. */
export function withoutTwins(lines: readonly Line[]): Sifted {
  const { page: numbered, counted, tail } = furnitureWords();
  const texts = new Map<number, string>();
  for (const line of lines) {
    const whole = line.text.replace(/\s/gu, '');
    const isNumber = counted.test(whole) || whole.replace(numbered, '') === '';
    const text = isNumber ? '' : (tail.exec(line.text)?.[1] ?? whole).replace(/\s/gu, '');
    texts.set(line.page, (texts.get(line.page) ?? '') + text);
  }
  const seen = new Set<string>();
  const twins = new Set<number>();
  for (const [page, text] of texts) {
    if (seen.has(text) && text.length >= leastPage) twins.add(page);
    seen.add(text);
  }
  return without(lines, new Set(lines.filter(({ page }) => twins.has(page))), 'duplicate-page');
}

/** Leaves out the contract's own number where it is printed again in a line of its own, as heads of scanned pages are. */
export function withoutNumbers(lines: readonly Line[]): Sifted {
  const { number } = furnitureWords();
  const codes = new Set<string>();
  const gone = new Set<Line>();
  for (const [i, line] of lines.entries()) {
    if (line.cells) continue;
    const norm = normOf(line);
    const code = number.exec(norm)?.[1] ?? '';
    if (code !== norm && codes.has(code)) gone.add(line);
    else if (code !== norm && code === '') {
      // The label on a line and the number on the next.
      const next = lines[i + 1];
      if (next && isCode(normOf(next))) codes.add(normOf(next));
    } else if (code !== norm && isCode(code)) codes.add(code);
    else if (codes.has(norm) && lines.slice(0, i).some((other) => normOf(other) === norm)) gone.add(line);
  }
  return without(lines, gone, 'header');
}

const isCode = (text: string): boolean =>
  /\d/.test(text) && text.length >= 5 && text.length <= 40 && !/[，。；]/u.test(text);

/** A repeated stretch is at least so long (characters). */
const leastStretch = 24;
/** and so many lines are looked through for it. */
const reach = 30;

/**
 * Leaves out what a page's end and the next page's beginning both have: a stretch of whole sentences that stands twice, one
 * right after the other. The copy that is cut short goes, else the second.
 */
export function withoutStutter(lines: readonly Line[]): Sifted {
  const norms = lines.map(normOf);
  const gone = new Set<Line>();
  for (let i = 1; i < lines.length; i++) {
    if (lines[i]?.cells || (norms[i]?.length ?? 0) < 6) continue;
    const start = norms[i]?.slice(0, 6) ?? '';
    for (let from = i - 1; from >= Math.max(0, i - reach); from--) {
      if (!norms[from]?.startsWith(start)) continue;
      const length = repeatedFrom(norms, from, i);
      if (length === undefined) continue;
      for (const line of length === 'cut' ? lines.slice(from, i) : lines.slice(i, i + length)) gone.add(line);
      break;
    }
  }
  return without(lines, gone, 'echo');
}

/** How many lines from `at` on repeat exactly the lines before it from `from` on; 'cut' where they go on beyond it. */
function repeatedFrom(norms: readonly string[], from: number, at: number): number | 'cut' | undefined {
  const first = norms.slice(from, at).join('');
  if (first.length < leastStretch || !/[。；]/u.test(first)) return undefined;
  let second = '';
  for (let count = 0; at + count < norms.length && second.length < first.length; ) {
    second += norms[at + count] ?? '';
    count++;
    if (second === first) return count;
    if (second.startsWith(first)) return 'cut';
    if (!first.startsWith(second)) return undefined;
  }
  return undefined;
}
