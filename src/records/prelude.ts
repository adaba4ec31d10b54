import type { Calendar } from '../time/calendar.ts';
import type { Store } from './store.ts';

/**
 * The functions in which rule files are written, besides plain SQL. Units of `deadline` and `notice_day`:
 * 'hours' | 'days' | 'months' | 'workdays'; any other is an error. All times are naive Beijing time.
 * The calendar is kept as constant texts of five places for each day since the day before it begins (or each working
 * day): a statement holds them many times over, and a text is planned in no time where a list takes milliseconds.
 *
 * - deadline(t, unit, n): the instant up to which (inclusive) it is in time; Civil Code art. 201-203.
 *   NULL when the calendar does not know a year that is needed.
 * - notice_day(day, unit, n): the last day for "at least n before `day`", `day` not counted, no rolling.
 * - lasted(t, unit, n): the instant at which something that began at t has lasted so long: no rolling past rest days.
 * - within_hours(t, from, to): from <= time of day <= to; a window over midnight when from > to.
 * - is_day_only(t): only the day was recorded, no time of day.
 * - at_earliest(t), at_latest(t): the first and the last instant that a record may mean: the day's beginning and its end
 *   where only the day was recorded.
 * - complaint_bearer(responsible): whose duty a complaint is: the carrier's where it is responsible, else the customer's.
 * - attestation_expired(attested_at, valid_to, months, t): lapsed by t; valid to a day means to its end, 0 months for good.
 * - attestation_lapse(attested_at, valid_to, months): the last instant at which it is not expired; infinity for good.
 * - list_bits(names): the lists of these names as one number, a bit each.
 * - list_states(from, until): a table of what the lists say of each number on any of them: recipient, a time within
 *   [from, until) in which that does not change (begins, inclusive; ends, exclusive; together they are the whole of
 *   it), the lists that the number is on for certain (held) and at most (perhaps), as bits, NULL for none. Of an entry
 *   of which only the day is known, nobody can tell on that day whether it came before or after; one removed before it
 *   was added holds never for certain, and perhaps for ever.
 * - han_count(s): Han characters. char_count(s): UTF-16 units.
 * - or_else(s, other): s, or `other` where s is NULL or empty; the empty text where both are.
 * - cycle_of('2024-05'): the settlement cycle a period's name means, NULL for none.
 * - period_from(label), period_until(label): the first day of a settlement period, and the day after its last.
 * - segments(chars, size): 1 if it fits into one, else rounded up.
 *
 * han_count, char_count and or_else are chains of functions of one column, without CASE and COALESCE: so DuckDB computes
 * them once for each distinct value of a dictionary (signatures are few) and not once a row; docs/benchmarks.md.
 */
const MACROS = `
-- A function that reads a table wants one there when it is defined; the records bring their own.
CREATE VIEW list_entries AS SELECT '' AS list, '' AS recipient, CAST(NULL AS TIMESTAMP) AS added_at,
  CAST(NULL AS TIMESTAMP) AS removed_at WHERE false;
CREATE MACRO day_of(t) AS CAST(t AS DATE);

CREATE MACRO calendar_index(d) AS CAST(date_diff('day', getvariable('calendar_start'), CAST(d AS DATE)) + 1 AS BIGINT);
CREATE MACRO at_index(text, i) AS CASE WHEN i >= 1 THEN TRY_CAST(substr(text, CAST(5 * i - 4 AS BIGINT), 5) AS INTEGER) END;
CREATE MACRO rolled(d) AS getvariable('calendar_start') + at_index(getvariable('calendar_roll'), calendar_index(d));
CREATE MACRO nth_workday(k) AS getvariable('calendar_start') + at_index(getvariable('calendar_workdays'), k);
CREATE MACRO workdays_until(d) AS at_index(getvariable('calendar_ordinal'), calendar_index(d));
CREATE MACRO end_of(d) AS CAST(d AS TIMESTAMP) + INTERVAL 1 DAY;

CREATE MACRO deadline(t, unit, n) AS CASE
  WHEN unit = 'hours' THEN CAST(t AS TIMESTAMP) + to_hours(n)
  WHEN unit = 'workdays' AND n > 0 THEN end_of(nth_workday(workdays_until(t) + n))
  ELSE end_of(rolled(CASE unit
    WHEN 'days' THEN CAST(t AS DATE) + CAST(n AS INTEGER)
    WHEN 'months' THEN CAST(CAST(t AS DATE) + to_months(CAST(n AS INTEGER)) AS DATE)
    WHEN 'workdays' THEN CAST(t AS DATE)
    ELSE error('deadline: unknown unit ' || unit) END)) END;

CREATE MACRO notice_day(d, unit, n) AS CASE unit
  WHEN 'days' THEN CAST(d AS DATE) - CAST(n AS INTEGER)
  WHEN 'months' THEN CAST(CAST(d AS DATE) - to_months(CAST(n AS INTEGER)) AS DATE)
  WHEN 'workdays' THEN CASE WHEN n = 0 THEN CAST(d AS DATE)
    ELSE nth_workday(workdays_until(CAST(d AS DATE) - 1) - n + 1) END
  ELSE error('notice_day: unknown unit ' || unit) END;

CREATE MACRO lasted(t, unit, n) AS CASE unit
  WHEN 'days' THEN end_of(CAST(t AS DATE) + CAST(n AS INTEGER))
  WHEN 'months' THEN end_of(CAST(t AS DATE) + to_months(CAST(n AS INTEGER)))
  ELSE deadline(t, unit, n) END;

CREATE MACRO within_hours(t, from_text, to_text) AS CASE
  WHEN CAST(from_text AS TIME) <= CAST(to_text AS TIME)
  THEN CAST(t AS TIME) >= CAST(from_text AS TIME) AND CAST(t AS TIME) <= CAST(to_text AS TIME)
  ELSE CAST(t AS TIME) >= CAST(from_text AS TIME) OR CAST(t AS TIME) <= CAST(to_text AS TIME) END;
CREATE MACRO is_day_only(t) AS epoch_us(t) % 86400000000 = 1;

CREATE MACRO at_earliest(t) AS CASE WHEN is_day_only(t) THEN CAST(day_of(t) AS TIMESTAMP) ELSE t END;
CREATE MACRO at_latest(t) AS CASE WHEN is_day_only(t) THEN end_of(day_of(t)) ELSE t END;
CREATE MACRO complaint_bearer(responsible) AS CASE WHEN responsible = 'carrier' THEN 'carrier' ELSE 'customer' END;
CREATE MACRO attestation_expired(attested_at, valid_to, months, t) AS
  coalesce(at_latest(valid_to) < t, false)
  OR months > 0 AND attested_at + to_months(CAST(months AS INTEGER)) < t;
CREATE MACRO attestation_lapse(attested_at, valid_to, months) AS least(
  coalesce(at_latest(valid_to), TIMESTAMP 'infinity'),
  CASE WHEN months > 0 THEN at_earliest(attested_at + to_months(CAST(months AS INTEGER))) ELSE TIMESTAMP 'infinity' END);

CREATE MACRO list_bits(names) AS CASE WHEN list_contains(names, 'black') THEN 1 ELSE 0 END
  + CASE WHEN list_contains(names, 'white') THEN 2 ELSE 0 END
  + CASE WHEN list_contains(names, 'consent') THEN 4 ELSE 0 END
  + CASE WHEN list_contains(names, 'optout') THEN 8 ELSE 0 END;
CREATE MACRO list_states(since, until_) AS TABLE
  WITH listed AS (
    SELECT recipient, list_bits([list]) AS bits,
      at_latest(added_at) AS held_from, coalesce(at_earliest(removed_at), TIMESTAMP 'infinity') AS held_until,
      at_earliest(added_at) AS perhaps_from,
      CASE WHEN at_latest(removed_at) >= added_at THEN at_latest(removed_at) ELSE TIMESTAMP 'infinity' END AS perhaps_until
    FROM list_entries),
  changes AS (
    SELECT DISTINCT recipient, moment FROM (
      SELECT recipient, unnest([held_from, held_until, perhaps_from, perhaps_until]) AS moment FROM listed)
    WHERE moment > CAST(since AS TIMESTAMP) AND moment < CAST(until_ AS TIMESTAMP)),
  spans AS (
    SELECT recipient, moment AS begins,
      lead(moment, 1, CAST(until_ AS TIMESTAMP)) OVER (PARTITION BY recipient ORDER BY moment) AS ends
    FROM (FROM changes UNION ALL SELECT DISTINCT recipient, CAST(since AS TIMESTAMP) FROM changes))
  -- Most numbers have one span, which wants no join.
  SELECT recipient, CAST(since AS TIMESTAMP) AS begins, CAST(until_ AS TIMESTAMP) AS ends,
    bit_or(bits) FILTER (held_from <= CAST(since AS TIMESTAMP) AND held_until > CAST(since AS TIMESTAMP)) AS held,
    bit_or(bits) FILTER (perhaps_from <= CAST(since AS TIMESTAMP) AND perhaps_until > CAST(since AS TIMESTAMP)) AS perhaps
  FROM listed ANTI JOIN changes USING (recipient) GROUP BY ALL
  UNION ALL
  SELECT recipient, begins, ends, bit_or(bits) FILTER (held_from <= begins AND held_until > begins),
    bit_or(bits) FILTER (perhaps_from <= begins AND perhaps_until > begins)
  FROM spans JOIN listed USING (recipient) GROUP BY ALL;

CREATE MACRO cycle_of(label) AS CASE
  WHEN regexp_full_match(label, '\\d{4}-\\d{2}') THEN 'month'
  WHEN regexp_full_match(label, '\\d{4}Q[1-4]') THEN 'quarter'
  WHEN regexp_full_match(label, '\\d{4}H[12]') THEN 'half-year'
  WHEN regexp_full_match(label, '\\d{4}') THEN 'year' END;

CREATE MACRO period_year(label) AS TRY_CAST(label[1:4] || '-01-01' AS DATE);
CREATE MACRO period_from(label) AS CASE cycle_of(label)
  WHEN 'month' THEN TRY_CAST(label || '-01' AS DATE)
  WHEN 'quarter' THEN CAST(period_year(label) + to_months(3 * TRY_CAST(label[6:6] AS INTEGER) - 3) AS DATE)
  WHEN 'half-year' THEN CAST(period_year(label) + to_months(6 * TRY_CAST(label[6:6] AS INTEGER) - 6) AS DATE)
  WHEN 'year' THEN period_year(label)
  ELSE TRY_CAST(label[1:10] AS DATE) END;
CREATE MACRO period_until(label) AS CAST(CASE cycle_of(label)
  WHEN 'month' THEN period_from(label) + to_months(1)
  WHEN 'quarter' THEN period_from(label) + to_months(3)
  WHEN 'half-year' THEN period_from(label) + to_months(6)
  WHEN 'year' THEN period_from(label) + to_months(12)
  ELSE TRY_CAST(label[13:22] AS DATE) + to_days(1) END AS DATE);

CREATE MACRO han_count(s) AS length(regexp_replace(s, '[^\\p{Han}]+', '', 'g'));
CREATE MACRO char_count(s) AS length(regexp_replace(s, '([\\x{10000}-\\x{10FFFF}])', '\\1\\1', 'g'));
CREATE MACRO or_else(s, other) AS
  regexp_replace(concat(s, ''), '^$', replace(coalesce(other, ''), '\\', '\\\\'));
CREATE MACRO segments(chars, size) AS CASE WHEN chars <= size THEN 1 ELSE (chars + size - 1) // size END;
`;

const LISTS = `
SET VARIABLE calendar_start = (SELECT coalesce(min(day), DATE '1970-01-01') - 1 FROM calendar);
SET VARIABLE calendar_ordinal = (SELECT '    0' || coalesce(string_agg(format('{:5d}', ordinal), '' ORDER BY day), '') FROM calendar);
SET VARIABLE calendar_workdays = (SELECT coalesce(string_agg(format('{:5d}', day - getvariable('calendar_start')), '' ORDER BY day), '')
  FROM calendar WHERE workday);
SET VARIABLE calendar_roll = (SELECT '     ' || coalesce(string_agg(
    coalesce(format('{:5d}', next - getvariable('calendar_start')), '     '), '' ORDER BY day), '') FROM (
  SELECT day, min(CASE WHEN workday THEN day END) OVER (ORDER BY day ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS next
  FROM calendar));
`;

/** Fills the table calendar(day, workday, ordinal) — ordinal: workdays up to and including the day — and defines the functions. */
export async function definePrelude(store: Store, calendar: Calendar): Promise<void> {
  await store.query('CREATE TABLE calendar (day DATE, workday BOOLEAN, ordinal BIGINT)');
  const known = calendar.days();
  await store.query(
    `INSERT INTO calendar SELECT d, w, sum(CAST(w AS BIGINT)) OVER (ORDER BY d)
     FROM (SELECT CAST(unnest($days) AS DATE) AS d, CAST(unnest($flags) AS BOOLEAN) AS w)`,
    { days: known.map((each) => each.day), flags: known.map((each) => String(each.workday)) },
  );
  await store.script(`${LISTS}${MACROS}`);
}
