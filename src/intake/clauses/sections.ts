import type { Line } from '../paper.ts';
import type { Layout } from './layout.ts';
import { bareHeading, marksOf } from './marks.ts';
import { numberOf } from './numeral.ts';
import { signatureFrom } from './signature.ts';
import type { Words } from './words.ts';

/** A stretch of lines that is numbered by itself. */
export interface Section {
  kind: 'head' | 'recital' | 'body' | 'signature' | 'supplement' | 'annex';
  /** The annex's number, for an annex and its own signature block. */
  annex?: number;
  from: number;
  /** Not included. */
  to: number;
  /** As printed, for an annex. */
  marker: string;
}

export interface Sections {
  sections: Section[];
  /** Annexes that a list of them names and that the paper does not have: number, and the line that names it. */
  absent: { annex: number; line: number }[];
}

interface Head {
  line: number;
  annex: number;
  marker: string;
}

/** Cuts the lines into head, recitals, body, signature page and annexes, in the order of the paper. */
export function sectionsOf(lines: readonly Line[], words: Words, layout: Layout): Sections {
  const mentions = lines.flatMap((_, at) => annexHead(lines, at, words, layout) ?? []);
  const heads = mentions.filter((_, i) => !isListed(lines, mentions, i, words));
  const absent = mentions
    .filter(({ annex }, i) => mentions.findIndex((other) => other.annex === annex) === i)
    .filter(({ annex }) => heads.every((head) => head.annex !== annex));
  const supplement = lines.findIndex(({ text }) => words.supplement.test(text));
  const starts: Omit<Section, 'to'>[] = heads.map(({ line, annex, marker }) => ({
    kind: 'annex',
    annex,
    from: line,
    marker,
  }));
  if (supplement >= 0) starts.push({ kind: 'supplement', from: supplement, marker: lines[supplement]?.text ?? '' });
  starts.sort((a, b) => a.from - b.from);
  const main = mainOf(lines, starts[0]?.from ?? lines.length, words);
  const signed = main.some(({ kind }) => kind === 'signature') || supplement >= 0;
  const rest = starts.flatMap((start, i): Section[] => {
    const section = { ...start, to: starts[i + 1]?.from ?? lines.length };
    if (section.kind !== 'annex') return [section];
    return withSignature(lines, section, words, !signed);
  });
  return { sections: [...main, ...rest], absent: absent.map(({ annex, line }) => ({ annex, line })) };
}

function annexHead(lines: readonly Line[], at: number, words: Words, layout: Layout): Head | undefined {
  const { text = '', cells } = lines[at] ?? {};
  const [marker, numeral] = (cells === undefined && words.annex.exec(text.replace(/^[#*\s-]+/, ''))) || [];
  if (marker === undefined || numeral === undefined) return undefined;
  const rest = text.slice(text.indexOf(marker) + marker.length);
  if (rest.length > 60 || /[。；，]|^[^《]*》/.test(rest)) return undefined;
  const { text: before = '' } = lines[at - 1] ?? {};
  if (/[《“(（]$/.test(before)) return undefined;
  const certain = /^\s*([：:]|$)/.test(rest);
  const stops = at === 0 || layout.stops[at - 1] || words.field.test(before);
  if (!certain && (words.mention.test(rest) || /^[、《]/.test(rest) || !stops)) return undefined;
  return { line: at, annex: numberOf(numeral), marker: marker + (/^\s*[：:]?\s*/.exec(rest)?.[0] ?? '') };
}

/**
 * A list of annexes names them one after another, or before they come, or behind a colon; an annex is its own last
 * mention behind which something follows.
 */
function isListed(lines: readonly Line[], mentions: readonly Head[], i: number, words: Words): boolean {
  const { line, annex } = mentions[i] as Head;
  const isLast = (one: number) => one === lines.length - 1;
  const others = mentions.filter((other) => other.annex === annex && other.line !== line);
  if (isLast(line) ? others.length > 0 : others.some((other) => other.line > line && !isLast(other.line))) return true;
  const near = (other: Head | undefined) =>
    other !== undefined &&
    Math.abs(other.line - line) <= 2 &&
    Math.abs(other.annex - annex) === 1 &&
    isShort(lines, other.line, line);
  const lead = lines[line - 1]?.text ?? '';
  return near(mentions[i + 1]) || near(mentions[i - 1]) || words.annexes.test(lead);
}

/** Whether between two lines there is no sentence. */
const isShort = (lines: readonly Line[], one: number, other: number) =>
  lines.slice(Math.min(one, other) + 1, Math.max(one, other)).every(({ text }) => !/[。；]/.test(text));

/** Head, recitals, body and signature page of what lies before the annexes. */
function mainOf(lines: readonly Line[], end: number, words: Words): Section[] {
  const first = firstPart(lines, end, words);
  const page = lines.findIndex(
    ({ text }, i) => i >= first && i < end && words.signature.test(text.replace(/^#+\s?/, '')),
  );
  const signed = page >= 0 ? page : signatureFrom(lines, first, end, words);
  const recital = recitalFrom(lines, first, words);
  const cuts: Omit<Section, 'to'>[] = [
    { kind: 'head', from: 0, marker: '' },
    { kind: 'recital', from: recital, marker: '' },
    { kind: 'body', from: first, marker: '' },
    { kind: 'signature', from: signed, marker: '' },
  ];
  const to = [recital, first, signed, end];
  return cuts.map((cut, i) => ({ ...cut, to: to[i] ?? end })).filter((section) => section.from < section.to);
}

/** The line of the first part: 第一条 or 一、; 1、 or 1.1 in a paper without those. */
function firstPart(lines: readonly Line[], end: number, words: Words): number {
  let plain = -1;
  let recitals = false;
  for (let i = 0; i < end; i++) {
    const line = lines[i] as Line;
    const { text, cells } = line;
    if (cells !== undefined) continue;
    if (words.whereas.test(text)) recitals = true;
    const bare = bareHeading(text, lines[i + 1]?.text);
    for (const { kind, numbers } of bare ? [bare] : marksOf(line, undefined, true, words).map(({ marker }) => marker)) {
      if (numbers.some((number) => number !== 1)) continue;
      if (kind === 'han' || kind === 'chapter' || kind === 'article') return i;
      if (plain < 0 && !recitals && (kind === 'digit' || kind === 'decimal')) plain = i;
    }
  }
  return plain < 0 ? end : plain;
}

/** Where in the head the recitals begin: a paragraph that opens as recitals do and in which the parties agree. */
function recitalFrom(lines: readonly Line[], end: number, words: Words): number {
  for (let i = 0; i < end; i++) {
    const { text = '' } = lines[i] ?? {};
    if (!words.recital.test(text) || (words.parties.test(text) && isParty(text))) continue;
    if (lines.slice(i, end).some((line) => words.agreement.test(line.text))) return i;
  }
  return end;
}

const isParty = (text: string) => /^.{1,8}[：:]/.test(text) && !/[。；]$/.test(text);

/** An annex and its signature block; a block of the parties at the end of the last annex is the contract's own where it has none. */
function withSignature(lines: readonly Line[], annex: Section, words: Words, unsigned: boolean): Section[] {
  const from = signatureFrom(lines, annex.from + 1, annex.to, words);
  if (from >= annex.to) return [annex];
  const signature: Section = { kind: 'signature', annex: annex.annex ?? 0, from, to: annex.to, marker: '' };
  const own = annex.to === lines.length && unsigned ? ownBlock(lines, signature, words) : annex.to;
  return [
    { ...annex, to: from },
    { ...signature, to: own },
    { kind: 'signature' as const, from: own, to: annex.to, marker: '' },
  ].filter((section) => section.from < section.to);
}

const ownBlock = (lines: readonly Line[], { from, to }: Section, words: Words): number => {
  for (let i = from; i < to; i++) {
    const { text = '' } = lines[i] ?? {};
    if (words.parties.test(text) && words.signing.test(text)) return i;
  }
  return to;
};
