import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { StructTreeContent, StructTreeNode } from 'pdfjs-dist/types/src/display/api.js';

/** A piece of text on a sheet, in points from the sheet's upper left corner. */
export interface Piece {
  text: string;
  left: number;
  right: number;
  bottom: number;
  /** What it is part of, from the outside in: Table, TR, TH … ; nothing for what stands in the margins. */
  roles: readonly string[];
}

export interface Sheet {
  width: number;
  height: number;
  body: readonly Piece[];
  /** What stands in the margins: the foot and the number of the sheet. */
  margin: readonly Piece[];
  /** The rows of every table, without spaces, with the role of each row's first cell. */
  tables: readonly (readonly Row[])[];
}

export interface Row {
  text: string;
  heads: boolean;
}

export interface Document {
  info: Record<string, unknown>;
  outline: readonly string[];
  sheets: readonly Sheet[];
}

/** What is left for the foot of a sheet, in points: less than the margin. */
const footHeight = (20 / 25.4) * 72;

export const squeezed = (text: string): string => text.replace(/[\s\u200b]+/gu, '');

/** Reads a tagged PDF as a reader's program does, without mending what it copies out. */
export async function readPdf(pdf: Uint8Array): Promise<Document> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0, useSystemFonts: false });
  const doc = await task.promise;
  try {
    const sheets: Sheet[] = [];
    for (let number = 1; number <= doc.numPages; number += 1) {
      const page = await doc.getPage(number);
      const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
      sheets.push(sheetOf(page.view, content.items as Item[], await page.getStructTree()));
    }
    const outline = (await doc.getOutline()) ?? [];
    const { info } = await doc.getMetadata();
    return { info: info as Record<string, unknown>, outline: outline.flatMap(titles), sheets };
  } finally {
    await task.destroy();
  }
}

interface Entry {
  title: string;
  items: Entry[];
}
const titles = (entry: Entry): string[] => [entry.title, ...entry.items.flatMap(titles)];

type Item = { type: string; id?: string | null } | { str: string; transform: number[]; width: number };
type Node = StructTreeNode | StructTreeContent;

function sheetOf([, , width = 0, height = 0]: number[], items: Item[], root: StructTreeNode | null): Sheet {
  const roles = new Map<string, readonly string[]>();
  const rows: Row[][] = [];
  const texts = new Map<string, string>();
  const pieces: Piece[] = [];
  const open: (string | undefined)[] = [];
  walk(root, [], roles);
  for (const item of items) {
    if ('str' in item) {
      const id = open.findLast((one) => one !== undefined);
      const [, , , , left = 0, base = 0] = item.transform;
      if (item.str.trim() === '') continue;
      if (id !== undefined) texts.set(id, (texts.get(id) ?? '') + item.str);
      const place = { left, right: left + item.width, bottom: height - base };
      pieces.push({ text: item.str, ...place, roles: (id === undefined ? undefined : roles.get(id)) ?? [] });
    } else if (item.type.startsWith('begin')) open.push(item.id ?? undefined);
    else open.pop();
  }
  tablesOf(root, texts, rows);
  // What is hidden from screen readers has no role either, but stands above the foot.
  const inBody = ({ roles: own, bottom }: Piece) => own.length > 0 || bottom < height - footHeight;
  return { width, height, body: pieces.filter(inBody), margin: pieces.filter((one) => !inBody(one)), tables: rows };
}

function walk(node: Node | null, above: readonly string[], roles: Map<string, readonly string[]>): void {
  if (!node) return;
  if ('role' in node) for (const child of node.children) walk(child, [...above, node.role], roles);
  else roles.set(node.id, above);
}

const textOf = (node: Node, texts: ReadonlyMap<string, string>): string =>
  'role' in node ? node.children.map((child) => textOf(child, texts)).join('') : squeezed(texts.get(node.id) ?? '');

/** The first child of a role, wherever it stands below. */
const cells = (row: StructTreeNode): StructTreeNode[] =>
  row.children.filter((child): child is StructTreeNode => 'role' in child);

function tablesOf(node: Node | null, texts: ReadonlyMap<string, string>, tables: Row[][]): void {
  if (!node || !('role' in node)) return;
  if (node.role === 'Table') {
    const rows = rowsOf(node).map((row) => ({
      text: textOf(row, texts),
      heads: cells(row).every(({ role }) => role === 'TH') && cells(row).length > 1,
    }));
    tables.push(rows.filter(({ text }) => text !== ''));
    return;
  }
  for (const child of node.children) tablesOf(child, texts, tables);
}

const rowsOf = (node: StructTreeNode): StructTreeNode[] =>
  node.children.flatMap((child) => ('role' in child ? (child.role === 'TR' ? [child] : rowsOf(child)) : []));
