import { daysBetween, isDay } from '../time/day.ts';
import { type Style, styles } from './styles.ts';
import { escaped } from './text.ts';

/** Text, or a number as Excel stores it: its decimal digits, or days since 1899-12-30. */
export type Cell = { text: string; style?: Style } | { number: string; style: Style };

/** Digits that Excel keeps of a number. */
const EXACT = 15;

/**
 * A decimal number with all its digits, never by way of a binary float; one of more digits than Excel keeps is text, so
 * that none is lost. Throws RangeError for what is no decimal number.
 */
export function numberCell(value: string, style: Style): Cell {
  if (!/^-?\d+(\.\d+)?$/.test(value)) throw new RangeError(`no decimal number: ${value}`);
  const digits = value.replace(/[-.]/g, '').replace(/^0+/, '');
  return digits.length > EXACT ? { text: value, style: 'text' } : { number: value, style };
}

/** Before this day Excel's days are one off: it takes 1900 for a leap year. */
const FIRST = '1900-03-01';
const DAY_MILLISECONDS = 86_400_000n;

/**
 * A Beijing day or instant as a date of Excel's, which knows no time zone. What Excel cannot hold exactly stays text: a
 * year before 1900, a fraction finer than a millisecond; so does what is neither a day nor an instant.
 */
export function timeCell(value: string): Cell {
  const text: Cell = { text: value, style: 'text' };
  const [, day = '', hours, minutes, seconds, fraction = ''] =
    /^(\d{4}-\d\d-\d\d)(?: (\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?)?$/.exec(value) ?? [];
  if (!isDay(day) || day < FIRST || /[1-9]/.test(fraction.slice(3))) return text;
  const days = daysBetween('1899-12-30', day);
  if (hours === undefined) return { number: String(days), style: 'day' };
  const passed = BigInt(hours) * 3600n + BigInt(minutes ?? '0') * 60n + BigInt(seconds ?? '0');
  const milliseconds = passed * 1000n + BigInt(fraction.slice(0, 3).padEnd(3, '0'));
  const style = /[1-9]/.test(fraction) ? 'millisecond' : 'second';
  return { number: `${days}${ofDay(milliseconds)}`, style };
}

/** So much of a day as a fraction to twelve digits, half up: what Excel makes of it is the same as of all its digits. */
function ofDay(milliseconds: bigint): string {
  const twelve = (milliseconds * 2_000_000_000_000n + DAY_MILLISECONDS) / (2n * DAY_MILLISECONDS);
  const digits = twelve.toString().padStart(12, '0').replace(/0+$/, '');
  return digits === '' ? '' : `.${digits}`;
}

/** The XML of a cell at a place such as B3. Text is never a formula, whatever it begins with. */
export function cellXml(cell: Cell, at: string): string {
  const of = `r="${at}" s="${styles.indexOf(cell.style ?? 'plain')}"`;
  if ('number' in cell) return `<c ${of}><v>${cell.number}</v></c>`;
  return cell.text === ''
    ? `<c ${of}/>`
    : `<c ${of} t="inlineStr"><is><t xml:space="preserve">${escaped(cell.text)}</t></is></c>`;
}
