import type { Line, Removed } from '../paper.ts';
import { cut } from '../passage.ts';
import { normOf, type Sifted } from './sift.ts';
import { furnitureWords } from './words.ts';

/** So many lines at each edge of a page may be its head or foot. */
const deepest = 5;

interface Edge {
  line: Line;
  /** Without spaces and without a page's number. */
  text: string;
  /** The line as it would stay: without a number at its end. */
  rest: Line;
  /** The page's number, where the line has one: certain (0), or the number if it must be seen to grow. */
  counts: number | undefined;
}

type Gone = Edge & { kind: Removed['kind'] };

/** On so many pages a line must stand at the same edge to be a running head or foot. */
const enough = (pages: number): number => (pages <= 3 ? 2 : Math.max(3, Math.ceil(pages / 5)));

/** Takes page numbers, running heads and feet off the pages, from their edges inwards. */
export function withoutMargins(lines: readonly Line[], pages: number): Sifted {
  const gone = new Map<Line, Gone>();
  const byPage = new Map<number, Line[]>();
  for (const line of lines) byPage.set(line.page, [...(byPage.get(line.page) ?? []), line]);
  for (const kind of ['header', 'footer'] as const) {
    let rest = [...byPage.values()];
    for (let depth = 0; depth < deepest && rest.length > 0; depth++) {
      const at = kind === 'header' ? 0 : -1;
      const edges = rest.flatMap((page) => edgeOf(page.filter((line) => !gone.has(line)).at(at)) ?? []);
      const taken = takenOf(edges, pages);
      for (const edge of taken) gone.set(edge.line, { ...edge, kind: edge.text === '' ? 'page-number' : kind });
      rest = rest.filter((page) => taken.some(({ line }) => page.includes(line)));
    }
  }
  return sifted(lines, gone);
}

function edgeOf(line: Line | undefined): Edge | undefined {
  if (!line || line.cells) return undefined;
  const { page, counted, tail } = furnitureWords();
  const norm = line.text.replace(/\s/g, '');
  if (page.test(norm) && !counted.test(norm)) return { line, text: norm.replace(page, ''), rest: line, counts: 0 };
  const before = counted.test(norm) ? '' : tail.exec(line.text)?.[1];
  if (before === undefined) return { line, text: norm, rest: line, counts: undefined };
  const [counts] = /\d+/.exec(line.text.slice(before.length)) ?? [Number.NaN];
  const rest = { ...line, ...cut(line, 0, before.length) };
  return { line, text: before.replace(/\s/g, ''), rest, counts: Number(counts) };
}

/** Which of the outermost lines of the pages are numbers, heads or feet. */
function takenOf(edges: readonly Edge[], pages: number): Edge[] {
  const { body } = furnitureWords();
  const groups = new Map<string, Edge[]>();
  for (const edge of edges) {
    // What grows with the page lies equally far from it everywhere.
    const away = edge.counts ? edge.counts - edge.line.page : '-';
    const key = `${edge.text} ${away}`;
    groups.set(key, [...(groups.get(key) ?? []), edge]);
  }
  return [...groups.values()]
    .filter(([first, ...more]) => {
      const { text, counts } = first ?? { text: '', counts: undefined };
      if (text === '' && counts === 0) return true;
      const often = more.length + 1 >= enough(pages);
      return often && !body.test(text) && (text === '' || /\p{L}{2}/u.test(text));
    })
    .flat();
}

/**
 * The lines without those that are gone. A head of the first page stays where its text stands nowhere else; and the first
 * line with the contract's number stays in any case, at the head of the paper, for it may cut a sentence where it is printed.
 */
function sifted(lines: readonly Line[], gone: ReadonlyMap<Line, Gone>): Sifted {
  const { page, number } = furnitureWords();
  const body = lines
    .filter((line) => !gone.has(line))
    .map(normOf)
    .join('');
  const stays = new Map<string, Gone>();
  for (const one of gone.values()) {
    const norm = normOf(one.rest);
    if (one.kind === 'page-number' || page.test(norm) || stays.has(norm) || body.includes(norm)) continue;
    const isNumber = (number.exec(norm)?.[1] ?? norm) !== norm;
    if (isNumber || (one.kind === 'header' && one.line.page === 1)) stays.set(norm, one);
  }
  const staying = new Set([...stays.values()].map(({ line }) => line));
  const removed = [...gone.values()]
    .filter(({ line }) => !staying.has(line))
    .map(({ line, kind }): Removed => ({ page: line.page, kind, text: line.text }));
  return {
    lines: [...[...stays.values()].map(({ rest }) => rest), ...lines.filter((line) => !gone.has(line))],
    removed,
  };
}
