import type { Line } from '../paper.ts';
import { cut } from '../passage.ts';
import { type Growing, growing } from './growing.ts';
import { isField, type Layout } from './layout.ts';
import type { Kind } from './marker.ts';
import { isPlain, markOf, runningMarks } from './marks.ts';
import type { Node } from './node.ts';
import { type Rows, rowsOf } from './rows.ts';
import type { Section } from './sections.ts';
import type { Words } from './words.ts';

/** Reads the clauses of a section and adds them to `nodes`. */
export function readItems(lines: readonly Line[], section: Section, words: Words, layout: Layout, nodes: Node[]): void {
  const { from, to, kind, marker } = section;
  const tree = growing(section, lines[from]?.page ?? 1, nodes);
  const isNumbered = kind !== 'head' && kind !== 'signature';
  const rows: Rows = isNumbered ? rowsOf(lines, section, words) : new Map();
  for (let i = from; i < to; i++) {
    const line = lines[i] as Line;
    const row = rows.get(i);
    if (row === 'goes on') tree.tellRow(line);
    else if (row !== undefined) tree.row(row, line);
    else if (line.cells !== undefined) tree.tell(line, true, true);
    else if (kind === 'annex' && i === from)
      tree.tell(cut(line, line.text.indexOf(marker) + marker.length), true, true);
    else readLine(lines, i, section, words, layout, tree, isNumbered);
  }
}

function readLine(
  lines: readonly Line[],
  i: number,
  section: Section,
  words: Words,
  layout: Layout,
  tree: Growing,
  isNumbered: boolean,
): void {
  const line = lines[i] as Line;
  const { text, page } = line;
  const first = i === section.from;
  const fresh = first || layout.stops[i - 1] === true;
  const wrapped = isNumbered || (layout.widths[i - 1] ?? 0) > layout.full * 0.8;
  let begins = first || layout.closes[i - 1] === true || isField(text) || !wrapped;
  let from = 0;
  let ran = false;
  let part: Kind | undefined;
  if (isNumbered) {
    if (section.kind === 'body' && tree.depth() === 1 && words.whereas.test(text)) tree.recite(page);
    else if (words.notice.test(text)) tree.leaveItems();
    else {
      const mark = markOf(line, lines[i - 1], fresh, words);
      const how = { fresh: fresh || (mark !== undefined && isPlain(mark.marker)), running: false };
      if (mark && tree.open(mark.marker, page, { ...how, note: mark.note })) {
        from = mark.end;
        part = mark.marker.kind;
        begins = true;
      }
    }
    for (const marker of runningMarks(lines, i, from, section.to)) {
      const level = tree.level(marker.kind);
      const number = marker.numbers.at(-1) ?? 0;
      const goesOn =
        level !== undefined && level.last + 1 === number && (level.running || /[：:；;。]/.test(marker.after));
      if (number !== 1 ? !goesOn : marker.kind === 'colon') continue;
      tree.tell(cut(line, from, marker.from), begins, false);
      tree.open(marker, page, { fresh: true, running: true, note: false });
      from = marker.from + marker.printed.length;
      begins = true;
      ran = true;
    }
  }
  const width = layout.widths[i] ?? 0;
  const share = part === 'article' || part === 'chapter' || part === 'han' ? 0.8 : 0.6;
  const alone = !ran && (width < layout.full * share || i + 1 === section.to);
  tree.tell(from === 0 ? line : cut(line, from), begins, alone);
}
