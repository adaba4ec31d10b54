import { literal } from '../sql.ts';

/** How a file writes its times, where it is not year-month-day; the only ones that mapping.yaml may name. */
export const dateFormats = [
  'YYYY/M/D',
  'YYYY/M/D H:mm',
  'YYYY/M/D H:mm:ss',
  'YYYY-M-D',
  'YYYY-M-D H:mm',
  'YYYY-M-D H:mm:ss',
  'YYYY.M.D',
  'YYYY.M.D H:mm',
  'YYYY.M.D H:mm:ss',
  'YYYYMMDD',
  'YYYYMMDDHHmm',
  'YYYYMMDDHHmmss',
  'YYYYMMDD HH:mm',
  'YYYYMMDD HH:mm:ss',
  'YYYY年M月D日',
  'YYYY年M月D日 H:mm',
  'YYYY年M月D日 H:mm:ss',
  'YYYY年M月D日 H时mm分',
  'YYYY年M月D日 H时mm分ss秒',
  'D/M/YYYY',
  'D/M/YYYY H:mm',
  'D/M/YYYY H:mm:ss',
  'M/D/YYYY',
  'M/D/YYYY H:mm',
  'M/D/YYYY H:mm:ss',
  'D.M.YYYY',
  'D.M.YYYY H:mm',
  'D.M.YYYY H:mm:ss',
] as const;

export type DateFormat = (typeof dateFormats)[number];

const digits: Readonly<Record<string, string>> = { YYYY: '\\d{4}', M: '\\d{1,2}', D: '\\d{1,2}', H: '\\d{1,2}' };

/** The format as a pattern, and its parts in the order in which they stand. */
function patternOf(format: DateFormat): { pattern: string; parts: string[] } {
  const parts: string[] = [];
  const pattern = format.replaceAll(/YYYY|MM|M|DD|D|HH|H|mm|ss| |\./g, (token) => {
    if (token === ' ') return ' *';
    if (token === '.') return '\\.';
    parts.push(token[0] ?? '');
    return `(${digits[token] ?? '\\d{2}'})`;
  });
  return { pattern: `^${pattern}$`, parts };
}

/** SQL: text in this format, year first, as every file may write it; other text as it stands. */
export function rearranged(text: string, format: DateFormat | undefined): string {
  if (format === undefined) return text;
  const { pattern, parts } = patternOf(format);
  const at = (part: string) => `\\${parts.indexOf(part) + 1}`;
  const time = parts.includes('H') ? ` ${at('H')}:${at('m')}${parts.includes('s') ? `:${at('s')}` : ''}` : '';
  return `regexp_replace(${text}, ${literal(pattern)}, ${literal(`${at('Y')}-${at('M')}-${at('D')}${time}`)})`;
}

/** The formats in which every one of these texts may be written. */
export const formatsOf = (texts: readonly string[]): DateFormat[] =>
  dateFormats.filter((format) => {
    const { pattern } = patternOf(format);
    return texts.every((text) => new RegExp(pattern).test(text) && isPossible(text, format));
  });

/** No thirteenth month: what tells day and month apart. */
function isPossible(text: string, format: DateFormat): boolean {
  const { pattern, parts } = patternOf(format);
  const found = new RegExp(pattern).exec(text);
  const part = (name: string) => Number(found?.[parts.indexOf(name) + 1]);
  return part('M') >= 1 && part('M') <= 12 && part('D') >= 1 && part('D') <= 31;
}
