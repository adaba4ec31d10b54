import type { Clause } from './clause.ts';
import type { Reading } from './extract.ts';
import { filledIn } from './fill-ins.ts';
import type { Names } from './names.ts';
import { labelledRow } from './rows.ts';
import { patternOf } from './values/kinds.ts';
import { numberOf } from './values/numerals.ts';

/** 下述第【1】项: what a choice among the clauses under it takes; several with 、 between them. */
const choice = /(?:下述|下列|以下)[^。；\n]{0,6}第\(?([^项种。；\n()]{1,8}?)\)?[项种]/u;
/** The clauses of a choice, by their last number. */
const lastNumber = /\((\d+)\)$/;

const limit = new RegExp(patternOf('limit'), 'u');

/** Clauses ready for the rules: fill-ins written alike, titles above, and what choices took or left. */
export function readingsOf(
  clauses: readonly Clause[],
  names: Names,
  ocrPages: ReadonlySet<number> = new Set(),
): Reading[] {
  const readings: Reading[] = [];
  const heads = new Map<number, string[]>();
  for (const clause of clauses) {
    const above = readings[clause.parent];
    const text = filledIn(clause.body);
    if (clause.cells && !heads.has(clause.parent)) heads.set(clause.parent, headOf(above?.text.text, text.text));
    const shown = labelled(clause.cells ? labelledRow(text, heads.get(clause.parent) ?? [], names) : text);
    const titles = [above?.titles, leadOf(above, clause), clause.title || unnumbered(clause)]
      .filter(Boolean)
      .join('\n');
    readings.push({
      clause,
      parent: above?.clause.ref ?? clause.ref,
      text: shown,
      titles,
      whole: `${titles}\n${shown.text}`,
      timed: limit.test(shown.text),
      chosen: above ? takenBy(above, clause) : 'yes',
      ocr: ocrPages.has(clause.page),
    });
  }
  return readings;
}

/** The line that leads to what stands under it: 乙方收款账户： */
function leadOf(above: Reading | undefined, clause: Clause): string {
  const first = /^[^\n]{0,60}/.exec(above?.text.text ?? '')?.[0] ?? '';
  return clause.cells || /[:：]$/.test(first) ? first : '';
}

/** The cells of a table's head: the line with cells that its clause has itself, else its first row. */
const headOf = (above: string | undefined, row: string): string[] =>
  (above?.split('\n').find((line) => line.includes('\t')) ?? row).split('\t');

/** Parts without a number are known by their names: 首部, 鉴于, 签署页. */
const unnumbered = ({ ref }: Clause): string => (/^(首部|鉴于|补充附页|.*签署页)$/.test(ref) ? ref : '');

function takenBy(above: Reading, clause: Clause): Reading['chosen'] {
  if (above.chosen !== 'yes') return above.chosen;
  const taken = choice.exec(above.text.text)?.[1];
  const own = lastNumber.exec(clause.ref)?.[1];
  if (taken === undefined || own === undefined) return 'yes';
  const numbers = taken.split(/[、,，和及]/).map((one) => numberOf(one));
  if (numbers.some((one) => one === undefined)) return 'unknown';
  return numbers.includes(own) ? 'yes' : 'no';
}

const label = /^[\p{Script=Han}/、()]{2,14}[:：]$/gmu;

/** A label with nothing behind it, before another label or at the end, is a blank. */
function labelled(passage: Reading['text']): Reading['text'] {
  const { text, at } = passage;
  const ends = [...text.matchAll(label)].flatMap(({ index, 0: all }) => {
    const end = index + all.length;
    return /^(?:\n[^\n:：]{2,14}[:：]|$)/.test(text.slice(end)) ? [end] : [];
  });
  if (ends.length === 0) return passage;
  let out = '';
  const places: number[] = [];
  let done = 0;
  for (const end of [...ends, text.length]) {
    out += text.slice(done, end);
    for (let i = done; i < end; i++) places.push(at[i] ?? 0);
    if (end < text.length || ends.at(-1) === text.length) {
      out += '▁';
      places.push(at[end - 1] ?? 0);
    }
    done = end;
  }
  return { text: out, at: places };
}
