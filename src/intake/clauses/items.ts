import type { Line } from '../paper.ts';
import { cut } from '../passage.ts';
import { type Growing, growing } from './growing.ts';
import { isLabelled, type Layout } from './layout.ts';
import { type Kind, markerAt } from './marker.ts';
import { bareHeading, isPlain, marksOf, runningMarks } from './marks.ts';
import type { Node } from './node.ts';
import { rowsOf } from './rows.ts';
import type { Section } from './sections.ts';
import type { Words } from './words.ts';

interface Reading {
  lines: readonly Line[];
  section: Section;
  words: Words;
  layout: Layout;
  tree: Growing;
}

/** Reads the clauses of a section and adds them to `nodes`. */
export function readItems(lines: readonly Line[], section: Section, words: Words, layout: Layout, nodes: Node[]): void {
  const { from, to, marker } = section;
  const tree = growing(section, lines[from]?.page ?? 1, nodes);
  const reading = { lines, section, words, layout, tree };
  const isNumbered = !isForm(section);
  const rows = isNumbered ? rowsOf(lines, section, words) : undefined;
  for (let i = from; i < to; i++) {
    const line = lines[i] as Line;
    const row = rows?.get(i);
    if (row === 'goes on') tree.tellRow(line);
    else if (row !== undefined) tree.row(row, line);
    else if (line.cells !== undefined) tree.tell(line, true, true);
    else if (marker !== '' && i === from) tree.tell(cut(line, line.text.indexOf(marker) + marker.length), true, true);
    else if (isNumbered) readLine(reading, i);
    else tree.tell(line, begins(reading, i) || (layout.widths[i - 1] ?? 0) < layout.full - 4, true);
  }
}

/** Whether a paragraph begins with a line, as far as the lines tell. */
const begins = ({ lines, section, layout, words }: Reading, i: number): boolean => {
  if (i === section.from || layout.closes[i - 1] === true) return true;
  const [before, text] = [lines[i - 1]?.text ?? '', lines[i]?.text ?? ''];
  if (isLabelled(text) && !goesOnFrom(before, i - 1, layout)) return true;
  // However full the line above is: one line of a form follows another.
  const isField = (line: string): boolean => words.field.test(line.slice(markerAt(line)?.printed.length ?? 0));
  return words.field.test(text) && !comma.test(before) && (isForm(section) || isField(before));
};

const isForm = ({ kind }: Section): boolean => kind === 'head' || kind === 'signature';

const comma = /[，、,]$/;

/** Whether a line is full, or breaks off at a comma, and ends no sentence, so that the next goes on with its own. */
const goesOnFrom = (text: string, i: number, { widths, full }: Layout): boolean =>
  comma.test(text) || ((widths[i] ?? 0) >= full - 4 && !/[。；：;:]$/.test(text));

function readLine(reading: Reading, i: number): void {
  const { lines, section, layout, tree } = reading;
  const line = lines[i] as Line;
  const [start, kind] = readStart(reading, i);
  const from = readRunning(reading, i, start, kind !== undefined);
  const share = kind === 'article' || kind === 'chapter' || kind === 'han' ? 0.8 : 0.6;
  const alone = from === start && ((layout.widths[i] ?? 0) < layout.full * share || i + 1 === section.to);
  tree.tell(from === 0 ? line : cut(line, from), from > 0 || begins(reading, i), alone);
}

/** Opens the clause that a line begins. Returns where the text behind its number begins, and the number's kind. */
function readStart({ lines, section, words, layout, tree }: Reading, i: number): [number, Kind?] {
  const line = lines[i] as Line;
  if (section.kind === 'body' && tree.depth() === 1 && words.whereas.test(line.text)) tree.recite(line.page);
  else if (words.notice.test(line.text)) tree.leaveItems();
  else {
    const stops = i === section.from || layout.stops[i - 1] === true || tree.isHeaded();
    const bare = bareHeading(line.text, lines[i + 1]?.text);
    const marks = bare
      ? [{ marker: bare, end: bare.printed.length, note: false }]
      : marksOf(line, lines[i - 1], stops, words);
    const best = marks.length > 1 ? (marks.find(({ marker }) => tree.expects(marker)) ?? marks[0]) : marks[0];
    const fresh = stops || (best !== undefined && isPlain(best.marker));
    if (best && tree.open(best.marker, line.page, { fresh, running: false, note: best.note }))
      return [best.end, best.marker.kind];
  }
  return [0];
}

/** Opens the clauses that begin within a line. Returns where the text of the last of them begins. */
function readRunning(reading: Reading, i: number, start: number, opened: boolean): number {
  const { lines, section, tree } = reading;
  const line = lines[i] as Line;
  let from = start;
  for (const marker of runningMarks(lines, i, start, section.to)) {
    const level = tree.level(marker.kind);
    const number = marker.numbers.at(-1) ?? 0;
    const goesOn = level?.last === number - 1 && (level.running || /[：:；;。]/.test(marker.after));
    if (number === 1 ? marker.kind === 'colon' : !goesOn) continue;
    tree.tell(cut(line, from, marker.from), from > start || opened || begins(reading, i), false);
    tree.open(marker, line.page, { fresh: true, running: true, note: false });
    from = marker.from + marker.printed.length;
  }
  return from;
}
