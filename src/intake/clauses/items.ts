import type { Line } from '../paper.ts';
import { cut, type Passage } from '../passage.ts';
import { columns, endsHere, endsParagraph, isField, type Layout } from './layout.ts';
import { type Marker, markerAt, runningIn } from './marker.ts';
import type { Node } from './node.ts';
import type { Section } from './sections.ts';
import { type Level, placeOf } from './stack.ts';
import { rowsOf } from './rows.ts';
import type { Words } from './words.ts';

/** Reads the numbered clauses of a section and adds them to `nodes`. */
export function readItems(lines: readonly Line[], section: Section, words: Words, layout: Layout, nodes: Node[]): void {
  const rows = rowsOf(lines, section.from, section.to);
  let levels: Level[] = [];
  const own = section.kind === 'body' ? -1 : nodes.length;
  let current = own;
  const add = (node: Omit<Node, 'section' | 'pieces'>): number => {
    nodes.push({ ...node, section, pieces: [] });
    return nodes.length - 1;
  };
  if (own >= 0) {
    const { page = 1 } = lines[section.from] ?? {};
    const numbers = section.annex === undefined ? [] : [section.annex];
    add({ kind: section.kind, numbers, marker: section.marker, page, parent: -1, note: false });
  }

  const tell = (passage: Passage, begins: boolean, heading: boolean) => {
    if (passage.text !== '') nodes[current]?.pieces.push({ passage, begins, heading });
  };
  /** Opens a clause where the marker has a place; tells whether it has. */
  const open = (marker: Marker, line: Line, fresh: boolean, running: boolean, note: boolean): boolean => {
    const lead = /[：:]\s*$/.test(nodes[current]?.pieces.at(-1)?.passage.text ?? '');
    const place = note && marker.numbers[0] === 1 ? { keep: levels.length } : placeOf(marker, levels, { fresh, lead, running }, nodes);
    if (place === undefined) return false;
    const level = levels[place.keep];
    const isNote = note || (level?.kind === marker.kind && level.note);
    levels = levels.slice(0, place.keep);
    const parent = levels.at(-1)?.node ?? own;
    const { kind, numbers, printed } = marker;
    const { expected } = place;
    current = add({ kind, numbers, marker: printed.trim(), page: line.page, parent, note: isNote, ...(expected && { expected }) });
    levels.push({ kind, node: current, last: numbers.at(-1) ?? 0, prefix: numbers.slice(0, -1), running, note: isNote });
    return true;
  };

  for (let i = section.from; i < section.to; i++) {
    const line = lines[i] as Line;
    const before = i > section.from ? lines[i - 1] : undefined;
    const fresh = before === undefined || endsHere(before, layout);
    let begins = before === undefined || endsParagraph(before, layout);
    const row = rows.get(i);
    if (line.cells !== undefined) {
      if (row === undefined) tell(line, true, false);
      else if (row === 'goes on') nodes.at(-1)?.pieces.push({ passage: line, begins: false, heading: false });
      else nodes.push({ kind: 'row', numbers: [row], marker: '', page: line.page, parent: current, section, note: false, pieces: [{ passage: line, begins: true, heading: false }], cells: line.cells });
      continue;
    }
    let from = 0;
    if (section.kind === 'annex' && i === section.from) from = line.text.indexOf(section.marker) + section.marker.length;
    else if (section.kind !== 'head' && section.kind !== 'signature') {
      if (section.kind === 'body' && levels.length === 1 && words.whereas.test(line.text)) {
        levels = [];
        current = add({ kind: 'recital', numbers: [], marker: '', page: line.page, parent: -1, note: false });
        tell(line, true, false);
        continue;
      }
      if (words.notice.test(line.text)) {
        levels = section.kind === 'body' ? levels.slice(0, 1) : [];
        current = levels[0]?.node ?? own;
        begins = true;
      }
      const [said = ''] = words.note.exec(line.text) ?? [];
      const rest = line.text.slice(said.length);
      const colon = said === '' ? null : /^(\d{1,2})[：:、.]\s?/.exec(rest);
      const marker: Marker | undefined = colon ? { kind: 'colon', numbers: [Number(colon[1])], printed: colon[0] } : markerAt(rest);
      if (marker !== undefined && !isCited(marker, rest, before, fresh, words)) {
        if (open(marker, line, fresh, false, said !== '')) {
          from = said.length + marker.printed.length;
          begins = true;
        }
      }
    }
    const after = lines[i + 1];
    const short = columns(line.text) < layout.full * 0.8 || after === undefined || i + 1 >= section.to;
    if (section.kind !== 'head' && section.kind !== 'signature') {
      for (const marker of runningIn(line.text)) {
        if (marker.from < from) continue;
        const level = levels.findLast(({ kind }) => kind === marker.kind);
        const number = marker.numbers.at(-1) ?? 0;
        if (number === 1 ? !/[：:；;。]/.test(marker.after) || marker.kind === 'decimal' || !goesOn(lines, i, marker, section.to) : level === undefined) continue;
        if (number > 1 && !/[：:；;。]/.test(marker.after) && !level?.running) continue;
        if (marker.kind === 'colon' && level?.kind !== 'colon') continue;
        const kept = current;
        const text = cut(line, from, marker.from);
        tell(text, begins, false);
        if (open(marker, line, true, number > 1 ? true : true, false)) {
          from = marker.from + marker.printed.length;
          begins = true;
        } else {
          nodes[kept]?.pieces.pop();
        }
      }
    }
    tell(cut(line, from), begins || isField(line.text), short);
  }
}

/** Whether a number at the start of a line is text: a clause is cited, or an amount stands there. */
function isCited(marker: Marker, text: string, before: Line | undefined, fresh: boolean, words: Words): boolean {
  const rest = text.slice(marker.printed.length);
  if (marker.kind === 'article' || marker.kind === 'chapter') return words.cited.test(rest) || /^[、，]/.test(rest);
  if (marker.kind === 'decimal' && words.unit.test(rest)) return true;
  if (fresh) return false;
  return words.cited.test(rest) || /^\d/.test(rest) || words.citing.test(before?.text ?? '');
}

/** Whether the second of an enumeration that begins within a line follows before another first. */
function goesOn(lines: readonly Line[], at: number, first: Marker & { from: number }, to: number): boolean {
  for (let i = at; i < Math.min(to, at + 40); i++) {
    const line = lines[i] as Line;
    const start = i > at ? markerAt(line.text) : undefined;
    const found = [...(start ? [{ ...start, from: 0 }] : []), ...runningIn(line.text)];
    for (const marker of found) {
      if (i === at && marker.from <= first.from) continue;
      if (marker.kind === first.kind && marker.numbers[0] === 2) return true;
      if (marker.kind === first.kind && marker.numbers[0] === 1) return false;
    }
  }
  return false;
}
