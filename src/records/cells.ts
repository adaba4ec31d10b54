import { rearranged } from './mapping/dates.ts';
import { literal } from './sql.ts';
import type { Column, ColumnType } from './tables.ts';

/** The SQL type in which a column is stored. Instants and moments are naive Beijing time. */
export const sqlType: Readonly<Record<ColumnType, string>> = {
  text: 'VARCHAR',
  integer: 'BIGINT',
  money: 'DECIMAL(18,2)',
  quantity: 'DECIMAL(18,6)',
  boolean: 'BOOLEAN',
  instant: 'TIMESTAMP',
  moment: 'TIMESTAMP',
  period: 'VARCHAR',
};

const BLANKS = literal(' \t\n\r\u00a0\u3000');
const BLANK_ENDS = String.raw`^[ \t\n\r\x{a0}\x{3000}]|[ \t\n\r\x{a0}\x{3000}]$`;

/** A time as most exports write it. */
const STAMPED = '____-__-__ __:__:__';

/** Whether a raw cell has no blanks at its ends: asked first, in the cheapest way, as most have none. */
function isTidy({ type, values }: Column, raw: string): string {
  if (type === 'instant' || type === 'moment') return `${raw} LIKE ${literal(STAMPED)}`;
  if (values.length > 0) return `${raw} IN (${values.map(literal).join(', ')})`;
  return `NOT regexp_matches(${raw}, ${literal(BLANK_ENDS)})`;
}

/**
 * A raw cell as text, NULL where it is empty; blanks at the ends fall away unless they are part of the text, and a word
 * for which the mapping names a value is that value.
 */
export function cleaned(column: Column, raw: string): string {
  const { verbatim, mapped } = column;
  const trimmed = `CASE WHEN ${isTidy(column, raw)} THEN ${raw} ELSE trim(${raw}, ${BLANKS}) END`;
  const text = `nullif(${verbatim ? raw : trimmed}, '')`;
  if (!mapped?.values?.size) return text;
  const meant = [...mapped.values].map(
    ([word, value]) => `WHEN ${literal(word)} THEN ${value === null ? 'NULL' : literal(value)}`,
  );
  return `CASE lower(${text}) ${meant.join(' ')} ELSE ${text} END`;
}

const DATE = String.raw`\d{4}[-/]\d{1,2}[-/]\d{1,2}`;
const TIME = String.raw`\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,6}0*)?)?`;
const OFFSET = String.raw`Z|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?`;
const STAMP = `^(${DATE}[T ] *${TIME}) *(${OFFSET})?$`;

/**
 * Text -> naive Beijing TIMESTAMP or NULL. Text with an offset is converted by the fixed +8 hours. What stands already as
 * the store writes it is taken as it is; it begins with a digit, which keeps out 'infinity' and years with a sign. The
 * pattern is written once: each time that a statement holds it costs a millisecond.
 */
function stamp(text: string): string {
  const minutes = `CASE p.zone WHEN '' THEN 0 WHEN 'Z' THEN 480 ELSE 480 - CASE p.zone[1] WHEN '-' THEN -1 ELSE 1 END
    * (60 * try_cast(p.zone[2:3] AS INTEGER) + coalesce(try_cast(right(replace(p.zone, ':', ''), -3) AS INTEGER), 0)) END`;
  return `CASE
    WHEN ${text} BETWEEN '0' AND ':' AND try_cast(${text} AS TIMESTAMP)::VARCHAR = ${text} THEN try_cast(${text} AS TIMESTAMP)
    ELSE list_transform([regexp_extract(${text}, ${literal(STAMP)}, ['local', 'zone'])],
      lambda p: try_cast(p.local AS TIMESTAMP) + to_minutes(${minutes}))[1]
  END`;
}

/**
 * A day without a time of day is kept as the first microsecond after its midnight: inside that day, whatever is
 * compared with it. Midnight itself is the last instant of the day before (24:00), and so of every limit that ends then.
 */
export const wholeDay = (day: string) => `CAST(${day} AS TIMESTAMP) + INTERVAL 1 MICROSECOND`;

const day = (text: string) =>
  `CASE WHEN regexp_full_match(${text}, ${literal(DATE)}) THEN ${wholeDay(`try_cast(${text} AS DATE)`)} ELSE ${stamp(text)} END`;

/** However people write a settlement period, it is kept one way: 2024-09, 2024Q3, 2024H2, 2024, or from..to. */
function settlementPeriod(text: string): string {
  const part = (pattern: string, group: number) => `regexp_extract(${text}, ${literal(pattern)}, ${group})`;
  const month = String.raw`^(\d{4})(?:年|[-/.])(0?[1-9]|1[0-2])月?$`;
  const shortMonth = String.raw`^(\d{4})(0[1-9]|1[0-2])$`;
  const quarter = String.raw`^(\d{4})年?(?:[Qq]|第)?([1-4一二三四])(?:季度)$|^(\d{4})[Qq]([1-4])$`;
  const half = String.raw`^(\d{4})(?:[Hh]|年?)([12上下])(?:半年)?$`;
  return `CASE
    WHEN regexp_matches(${text}, ${literal(month)}) THEN ${part(month, 1)} || '-' || lpad(${part(month, 2)}, 2, '0')
    WHEN regexp_matches(${text}, ${literal(shortMonth)}) THEN ${part(shortMonth, 1)} || '-' || ${part(shortMonth, 2)}
    WHEN regexp_matches(${text}, ${literal(quarter)}) THEN ${part(quarter, 1)} || ${part(quarter, 3)} || 'Q' ||
      translate(${part(quarter, 2)} || ${part(quarter, 4)}, '一二三四', '1234')
    WHEN regexp_matches(${text}, ${literal(half)}) THEN ${part(half, 1)} || 'H' || translate(${part(half, 2)}, '上下', '12')
    WHEN regexp_matches(${text}, '^\\d{4}年?$') THEN ${text}[1:4]
    WHEN regexp_matches(${text}, '^\\d{4}-\\d{2}-\\d{2}\\.\\.\\d{4}-\\d{2}-\\d{2}$')
      AND try_cast(${text}[1:10] AS DATE) <= try_cast(${text}[13:22] AS DATE) THEN ${text} END`;
}

const number = (text: string, pattern: string, type: string) =>
  `CASE WHEN regexp_full_match(${text}, ${literal(pattern)}) THEN try_cast(${text} AS ${type}) END`;

/** Words that stand for a value -> the value. Case does not count. */
export function choices(column: Column): readonly (readonly [word: string, value: string])[] {
  const words = new Map([...column.valueAliases].map(([word, value]) => [word.toLowerCase(), value]));
  for (const value of column.values) words.set(value.toLowerCase(), value);
  return [...words];
}

function choice(column: Column, text: string): string {
  const known = choices(column);
  if (known.length === 0) return text;
  const cases = known.map(([word, value]) => `WHEN ${literal(word)} THEN ${literal(value)}`).join(' ');
  const folded = `CASE lower(${text}) ${cases} ${column.values.length === 0 ? `ELSE ${text} ` : ''}END`;
  if (column.values.length === 0) return folded;
  return `CASE WHEN ${text} IN (${column.values.map(literal).join(', ')}) THEN ${text} ELSE ${folded} END`;
}

/** Cleaned text -> typed value, or NULL where the text is no such value. */
export function cast(column: Column, text: string): string {
  switch (column.type) {
    case 'text':
      return choice(column, text);
    case 'integer':
      return number(text, String.raw`\d{1,15}(\.0+)?`, sqlType.integer);
    case 'money':
      return number(text, String.raw`\d{1,16}(\.\d{1,2})?`, sqlType.money);
    case 'quantity':
      return number(text, String.raw`\d{1,12}(\.\d{1,6})?`, sqlType.quantity);
    case 'boolean':
      return `CASE lower(${text}) WHEN 'true' THEN true WHEN '是' THEN true WHEN '1' THEN true
        WHEN 'false' THEN false WHEN '否' THEN false WHEN '0' THEN false END`;
    case 'instant':
      return stamp(rearranged(text, column.mapped?.dates));
    case 'period':
      return settlementPeriod(text);
    case 'moment':
      return day(rearranged(text, column.mapped?.dates));
  }
}
