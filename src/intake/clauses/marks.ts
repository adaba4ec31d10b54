import type { Line } from '../paper.ts';
import { type Marker, markerAt, type Running, runningIn } from './marker.ts';
import type { Words } from './words.ts';

/** An enumerator that a line begins with, as far as the line and the one before tell. */
export interface Mark {
  marker: Marker;
  /** Where the text behind it begins. */
  end: number;
  /** It is a number of a note: 注：(1). */
  note: boolean;
}

/** The readings of a line's start, the likelier first: none, one, or two where `2. 10` may be 2.10 or 2. before 10. */
export function marksOf(line: Line, before: Line | undefined, fresh: boolean, words: Words): Mark[] {
  const [said = ''] = words.note.exec(line.text) ?? [];
  const note = said !== '';
  const rest = line.text.slice(said.length);
  const [colon, number] = (note && /^(\d{1,2})[：:、.]\s?/.exec(rest)) || [];
  const marker: Marker | undefined =
    colon === undefined ? markerAt(rest) : { kind: 'colon', numbers: [Number(number)], printed: colon };
  if (marker === undefined || isText(marker, rest, before, fresh, words)) return [];
  const mark = {
    marker: { ...marker, printed: said + marker.printed },
    end: said.length + marker.printed.length,
    note,
  };
  const [printed] = (marker.kind === 'decimal' && /^\D*\d{1,2}\. (?=\d)/.exec(rest)) || [];
  if (printed === undefined) return [mark];
  const plain: Marker = { kind: 'digit', numbers: marker.numbers.slice(0, 1), printed };
  return [mark, { marker: plain, end: said.length + printed.length, note }];
}

/** Whether a number at the start of a line belongs to the text: a clause is cited, or an amount stands there. */
function isText(marker: Marker, text: string, before: Line | undefined, fresh: boolean, words: Words): boolean {
  const { kind, printed } = marker;
  const rest = text.slice(printed.length);
  if (kind === 'article' || kind === 'chapter') {
    return words.cited.test(rest) || /^[、，。；]/.test(rest) || (!fresh && !/^[^，。；：]{0,20}$/.test(rest));
  }
  if (kind === 'decimal' && (words.unit.test(rest) || /^条/.test(rest))) return true;
  if (fresh || isPlain(marker)) return false;
  const isList = kind === 'digit' || kind === 'han' || kind === 'stem';
  return (
    (!isList && words.cited.test(rest)) ||
    /^\d/.test(rest) ||
    /[(（]$/.test(before?.text ?? '') ||
    words.citing.test(before?.text ?? '')
  );
}

/** A part whose heading has a number and no mark behind it: 3 费用, with 3.1 on the next line. */
export function bareHeading(text: string, next = ''): Marker | undefined {
  const [, printed, number] = /^((\d{1,2})\s?)[\u3400-\u9fff][^，。；：]{0,20}$/.exec(text) ?? [];
  if (printed === undefined) return undefined;
  const { kind, numbers } = markerAt(next) ?? {};
  const isHeld = kind === 'decimal' && numbers?.length === 2 && numbers[0] === Number(number) && numbers[1] === 1;
  return isHeld ? { kind: 'digit', numbers: [Number(number)], printed } : undefined;
}

/** Whether a decimal is printed as enumerators are, so that it is one even where no sentence ends before it. */
export const isPlain = ({ kind, printed }: Marker): boolean => kind === 'decimal' && /^[-#*•·]|[.、]\s?$/.test(printed);

/**
 * Enumerators within a line, from a place on. A first one counts behind a stop and where a second follows; a later one behind a
 * stop, or behind a comma where its enumeration began within a line.
 */
export function runningMarks(lines: readonly Line[], at: number, from: number, to: number): Running[] {
  const found = runningIn(lines[at]?.text ?? '').filter((marker) => marker.from >= from);
  return found.filter(
    (marker) =>
      marker.numbers[0] !== 1 ||
      (/[：:；;。]/.test(marker.after) && marker.kind !== 'decimal' && goesOn(lines, at, marker, to)),
  );
}

/** How many lines after a first number its second may come. */
const reach = 40;

function goesOn(lines: readonly Line[], at: number, first: Running, to: number): boolean {
  for (let i = at; i < Math.min(to, at + reach); i++) {
    const { text } = lines[i] as Line;
    const start = i > at ? markerAt(text) : undefined;
    for (const marker of [...(start ? [{ ...start, from: 0 }] : []), ...runningIn(text)]) {
      if (marker.kind !== first.kind || (i === at && marker.from <= first.from)) continue;
      if (marker.numbers[0] === 1 || marker.numbers[0] === 2) return marker.numbers[0] === 2;
    }
  }
  return false;
}
