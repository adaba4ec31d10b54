import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import type { DatesAhead, DueDate, Undated } from '../../src/dates/due-date.ts';
import { calendarIcs } from '../../src/format/calendar/ics.ts';
import { calendarPretty } from '../../src/format/calendar/pretty.ts';
import { addDays } from '../../src/time/day.ts';

const asOf = '2024-06-30 18:00:00';
const text = (word: string) => ({ zh: word, en: word });
const date = (id: string, more: Partial<DueDate> = {}): DueDate => ({
  ...{
    id,
    name: 'due',
    contract: 'made',
    obligation: 'pay',
    clause: '5.8',
    bearer: 'customer',
    title: text('付款'),
    todo: text('付款'),
  },
  ...{ from: null, at: '2024-07-13 00:00:00', day: '2024-07-12', wholeDay: true, state: 'ahead', ref: null },
  ...{ readings: [], ifRenewed: false, waiver: null, alarms: [], clock: null },
  ...more,
});
const ahead = (dates: DueDate[], undetermined: Undated[] = [], more: Partial<DatesAhead> = {}): DatesAhead => ({
  ...{ contract: 'made', asOf, to: '2025-06-30', contractOnly: false, dates, undetermined },
  ...more,
});

/** The events as a calendar reads them. */
const read = (ics: string) =>
  new ICAL.Component(ICAL.parse(ics)).getAllSubcomponents('vevent').map((component) => {
    const { uid, summary, description, startDate, sequence } = new ICAL.Event(component);
    const alarms = component.getAllSubcomponents('valarm').map((one) => String(one.getFirstPropertyValue('trigger')));
    const own = { status: component.getFirstPropertyValue('status'), alarms };
    return { uid, summary, description, sequence, start: startDate.toString(), ...own };
  });
const one = (more: Partial<DueDate> = {}, alarms: string[] = []) =>
  read(calendarIcs([ahead([date('a', more)])], 'zh', alarms))[0];

test('a limit that ends with its day is that day, one with a time of day its instant', () => {
  expect(one()?.start).toBe('2024-07-12');
  // 09:00 in Beijing is 01:00 UTC.
  expect(one({ at: '2024-07-12 09:00:00', wholeDay: false })?.start).toBe('2024-07-12T01:00:00Z');
});

test('reminders come in the morning of days before, hours before an end, or as the user says', () => {
  // Before the midnight with which the day begins: six days and fifteen hours is nine in the morning of the 7th day before.
  expect(one()?.alarms).toEqual(['-P6DT15H', '-PT15H']);
  expect(one({ at: '2024-07-12 09:00:00', wholeDay: false })?.alarms).toEqual(['-PT4H', '-PT1H']);
  expect(one({ alarms: ['30d'] })?.alarms).toEqual(['-P29DT15H']);
  // Four hours before 24:00 lie twenty hours after the day began.
  expect(one({ alarms: ['30d'] }, ['4h'])?.alarms).toEqual(['PT20H']);
});

test('what is overdue says so and no longer reminds; what is waived is cancelled', () => {
  const late = read(calendarIcs([ahead([date('a', { state: 'overdue' })])], 'zh', ['1d']));
  expect(late.map(({ summary, alarms }) => [summary, alarms])).toEqual([
    ['期限已过，记录中没有办结（1 项） made', []],
    ['[期限已过，记录中没有办结] 甲方：付款', []],
  ]);
  expect(late[0]?.start).toBe('2024-06-30');
  const waived = one({ waiver: { id: 'w', expires: '2024-12-31' } });
  expect(waived?.status).toBe('CANCELLED');
  expect(waived?.alarms).toEqual([]);
});

test('what is due now, and what has no date, is one event each on the day of as-of', () => {
  const missing: Undated = { ...date('x'), reason: text('账单尚未收到'), cases: 1, labels: [] };
  const found = read(
    calendarIcs([ahead([date('a', { state: 'now' }), date('b', { state: 'now' })], [missing])], 'zh', []),
  );
  expect(found.map(({ summary }) => summary)).toEqual(['现在就须办（2 项） made', '日期或办理情况不明（1 项） made']);
  expect(found[1]?.description).toContain('账单尚未收到');
});

test('a later export has the same UIDs and a higher sequence, so that an import updates; the same export has the same bytes', () => {
  const of = (at: string, now: string) => calendarIcs([ahead([date('a', { at })], [], { asOf: now })], 'zh', []);
  const [first] = read(of('2024-07-13 00:00:00', asOf));
  const [second] = read(of('2024-07-20 00:00:00', '2024-07-01 09:00:00'));
  expect(second?.uid).toBe(first?.uid);
  expect(second?.sequence ?? 0).toBeGreaterThan(first?.sequence ?? 0);
  expect(of('2024-07-13 00:00:00', asOf)).toBe(of('2024-07-13 00:00:00', asOf));
});

test('one UID a thing, and no other: whatever ids and contracts are called', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 8 }),
      fc.nat(300),
      (ids, later) => {
        const uids = (shift: number) =>
          read(calendarIcs([ahead(ids.map((id) => date(id, { day: addDays('2024-07-12', shift) })))], 'zh', [])).map(
            (e) => e.uid,
          );
        expect(uids(later)).toEqual(uids(0));
        expect(new Set(uids(0)).size).toBe(ids.length);
        for (const uid of uids(0)) expect(uid).toMatch(/^lvyue-[0-9a-f]{32}$/);
      },
    ),
    { numRuns: 8, seed: 3 },
  );
});

const hostile = [
  'a,b;c:d"e\\n\\',
  '付款\r\nEND:VEVENT\r\nBEGIN:VEVENT\nSUMMARY:hacked',
  '👍🏽'.repeat(40),
  '\u202eteksab\u2066',
  '字'.repeat(10_000),
  '\u0000\u0007\u2028x\ud800',
  '',
];

test.each(hostile)('words of a contract or a record stay words (%#)', (word) => {
  const todo = text(word);
  const title = text(word);
  const reading = { id: word, means: text(word) };
  const dates = [date(word, { todo, title, clause: word, readings: [reading], ref: { table: word, id: word } })];
  const ics = calendarIcs(
    [ahead(dates, [{ ...date(word), todo, reason: text(word), cases: 2, labels: [word] }])],
    'zh',
    [],
  );
  const events = read(ics);
  expect(events.length).toBe(2);
  const shown = word.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '□').replace('\ud800', '\ufffd');
  expect(events[1]?.summary).toBe(`甲方：${shown}`);
  expect(events[1]?.description.split('\n')[0]).toBe(`${shown}：2024-07-12 24:00`);
  // RFC 5545, 3.1: lines end with CRLF and hold 75 octets at most, without it.
  expect(ics.endsWith('END:VCALENDAR\r\n')).toBe(true);
  for (const line of ics.split('\r\n')) {
    expect(line).not.toMatch(/[\r\n]/);
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  }
  expect(calendarPretty([ahead(dates)], 'zh').split('\n').length).toBeLessThan(2000);
});

test.each(['zh', 'en'] as const)('every event says that it is no legal advice (%s)', (lang) => {
  const all = calendarIcs([ahead([date('a'), date('b', { state: 'overdue' })])], lang, []);
  for (const { description } of read(all)) expect(description).toMatch(/不是法律意见|No legal advice/);
});
