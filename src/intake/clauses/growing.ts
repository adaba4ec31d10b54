import type { Line } from '../paper.ts';
import type { Passage } from '../passage.ts';
import type { Marker } from './marker.ts';
import type { Node } from './node.ts';
import type { Section } from './sections.ts';
import { type Level, placeOf } from './stack.ts';

/** A section's clauses while its lines are read. */
export interface Growing {
  /** Opens a clause where a marker has a place; tells whether it has. */
  open(marker: Marker, page: number, how: { fresh: boolean; running: boolean; note: boolean }): boolean;
  /** Whether a marker is the very next of an enumeration. */
  expects(marker: Marker): boolean;
  /** Whether what was read last is the heading of a part, so that a clause may begin behind it. */
  isHeaded(): boolean;
  /** A row below the clause that is being read. */
  row(number: number, line: Line): void;
  /** Recitals behind the first part: the enumeration of the parts goes on after them. */
  recite(page: number): void;
  /** What follows belongs to no item, but to the part or the annex. */
  leaveItems(): void;
  /** Text of the clause that is being read, or of the last row. */
  tell(passage: Passage, begins: boolean, alone: boolean): void;
  tellRow(passage: Passage): void;
  /** The innermost enumeration of a kind. */
  level(kind: Marker['kind']): Level | undefined;
  /** How many enumerations are open. */
  depth(): number;
}

const heading = /^[^，。；、：]{1,20}$/;

export function growing(section: Section, page: number, nodes: Node[]): Growing {
  let levels: Level[] = [];
  const add = (node: Omit<Node, 'section' | 'pieces'>): number => nodes.push({ ...node, section, pieces: [] }) - 1;
  const plain = { marker: '', parent: -1, note: false, numbers: [] };
  const numbers = section.annex === undefined ? [] : [section.annex];
  const own =
    section.kind === 'body' ? -1 : add({ ...plain, kind: section.kind, numbers, marker: section.marker.trim(), page });
  // What stands before the first clause of the body, where that is none after all, goes on with the head.
  let current = own < 0 ? nodes.length - 1 : own;
  let articles = 0;
  const piece = (at: number, passage: Passage, begins: boolean, alone: boolean) => {
    if (passage.text === '') return;
    if (at < 0) current = add({ ...plain, kind: 'head', page });
    nodes[Math.max(at, 0)]?.pieces.push({ passage, begins, alone });
  };
  const around = () => {
    const { pieces = [] } = nodes[current] ?? {};
    const text = pieces.at(-1)?.passage.text.trimEnd() ?? '';
    const lead = /[：:]$/.test(text) || (pieces.length === 1 && heading.test(text));
    return { lead, closed: text.endsWith('。'), articles };
  };
  return {
    open(marker, page, { fresh, running, note }) {
      const first = note && marker.numbers[0] === 1;
      const place = first ? { keep: levels.length } : placeOf(marker, levels, { ...around(), fresh, running });
      if (place === undefined) return false;
      const same = levels[place.keep];
      const noted = note || (same?.kind === marker.kind && same.note);
      levels = levels.slice(0, place.keep);
      const parent = levels.at(-1)?.node ?? own;
      const { kind, numbers, printed } = marker;
      const expected = place.expected && { expected: place.expected };
      current = add({ kind, numbers, marker: printed.trim(), page, parent, note: noted, ...expected });
      const [prefix, last] = [numbers.slice(0, -1), numbers.at(-1) ?? 0];
      if (kind === 'article') articles = last;
      levels.push({ kind, node: current, last, prefix, running, note: noted });
      return true;
    },
    expects: (marker) => placeOf(marker, levels, { ...around(), fresh: false, running: false }) !== undefined,
    isHeaded() {
      const { kind, pieces } = nodes[current] ?? {};
      if (current === own && kind !== undefined && (pieces?.length ?? 0) < 2) return true;
      const isPart = kind === 'article' || kind === 'chapter' || kind === 'han' || kind === 'hanInBrackets';
      return isPart && pieces?.length === 1 && heading.test(pieces[0]?.passage.text ?? '');
    },
    row(number, line) {
      const cells = line.cells && { cells: line.cells };
      piece(
        add({ ...plain, kind: 'row', numbers: [number], page: line.page, parent: current, ...cells }),
        line,
        true,
        true,
      );
    },
    recite(page) {
      current = add({ ...plain, kind: 'recital', page });
      levels = levels.map((level) => ({ ...level, node: current }));
    },
    leaveItems() {
      levels = section.kind === 'body' ? levels.slice(0, 1) : [];
      current = levels[0]?.node ?? (own < 0 ? current : own);
    },
    tell: (passage, begins, alone) => piece(current, passage, begins, alone),
    tellRow: (passage) => piece(nodes.length - 1, passage, false, true),
    level: (kind) => levels.findLast((level) => level.kind === kind),
    depth: () => levels.length,
  };
}
