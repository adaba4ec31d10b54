import type { Line, Removed } from '../paper.ts';
import { normOf, type Sifted } from './sift.ts';
import { furnitureWords } from './words.ts';

/** So many lines at each edge of a page may be its head or foot. */
const deepest = 5;

interface Edge {
  line: Line;
  /** Without spaces and without a page's number. */
  text: string;
  /** The page's number, where the line has one: certain (0), or the number if it must be seen to grow. */
  counts: number | undefined;
}

/** On so many pages a line must stand at the same edge to be a running head or foot. */
const enough = (pages: number): number => (pages <= 3 ? 2 : Math.max(3, Math.ceil(pages / 5)));

/** Takes page numbers, running heads and feet off the pages, from their edges inwards. */
export function withoutMargins(lines: readonly Line[], pages: number): Sifted {
  const gone = new Map<Line, Removed['kind']>();
  const byPage = new Map<number, Line[]>();
  for (const line of lines) byPage.set(line.page, [...(byPage.get(line.page) ?? []), line]);
  for (const kind of ['header', 'footer'] as const) {
    let rest = [...byPage.values()];
    for (let depth = 0; depth < deepest && rest.length > 0; depth++) {
      const at = kind === 'header' ? 0 : -1;
      const edges = rest.flatMap((page) => edgeOf(page.filter((line) => !gone.has(line)).at(at)) ?? []);
      const taken = takenOf(edges, pages);
      for (const [line, isNumber] of taken) gone.set(line, isNumber ? 'page-number' : kind);
      rest = rest.filter((page) => page.some((line) => taken.has(line)));
    }
  }
  return sifted(lines, gone);
}

function edgeOf(line: Line | undefined): Edge | undefined {
  if (!line || line.cells) return undefined;
  const { page, counted } = furnitureWords();
  const norm = line.text.replace(/\s/g, '');
  if (counted.test(norm)) return { line, text: '', counts: Number(/\d+/.exec(norm)?.[0] ?? Number.NaN) };
  if (page.test(norm)) return { line, text: norm.replace(page, ''), counts: 0 };
  // A number behind a gap, as in a head that ends with it.
  const tail = /^(.*\D)\s(\d{1,4})$/.exec(line.text);
  return tail
    ? { line, text: (tail[1] ?? '').replace(/\s/g, ''), counts: Number(tail[2]) }
    : { line, text: norm, counts: undefined };
}

/** Which of the outermost lines of the pages are numbers (true), or heads and feet (false). */
function takenOf(edges: readonly Edge[], pages: number): Map<Line, boolean> {
  const { body } = furnitureWords();
  const groups = new Map<string, Edge[]>();
  for (const edge of edges) {
    // What grows with the page lies equally far from it everywhere.
    const away = edge.counts ? edge.counts - edge.line.page : '';
    const key = `${edge.text} ${away}`;
    groups.set(key, [...(groups.get(key) ?? []), edge]);
  }
  const taken = new Map<Line, boolean>();
  for (const [, group] of groups) {
    const [first] = group;
    if (!first || body.test(first.text)) continue;
    if (first.text === '' && first.counts === 0) for (const { line } of group) taken.set(line, true);
    else if (group.length >= enough(pages) && (first.text === '' || /\p{L}{2}/u.test(first.text)))
      for (const { line } of group) taken.set(line, first.text === '');
  }
  return taken;
}

/**
 * The lines without those that are gone. A head of the first page stays where its text stands nowhere else; and the first
 * line with the contract's number stays in any case, at the head of the paper, for it may cut a sentence where it is printed.
 */
function sifted(lines: readonly Line[], gone: ReadonlyMap<Line, Removed['kind']>): Sifted {
  const { page, number } = furnitureWords();
  const others = lines.filter((line) => !gone.has(line)).map(normOf);
  const body = others.join('');
  const stays = new Set<Line>();
  const seen = new Set<string>();
  for (const [line, kind] of gone) {
    const norm = normOf(line);
    if (kind === 'page-number' || page.test(norm) || seen.has(norm) || body.includes(norm)) continue;
    const isNumber = (number.exec(norm)?.[1] ?? norm) !== norm;
    if (!isNumber && !(kind === 'header' && line.page === 1)) continue;
    seen.add(norm);
    stays.add(line);
  }
  const removed = lines.flatMap((line): Removed[] => {
    const kind = gone.get(line);
    return kind && !stays.has(line) ? [{ page: line.page, kind, text: line.text }] : [];
  });
  return { lines: [...stays, ...lines.filter((line) => !gone.has(line))], removed };
}
