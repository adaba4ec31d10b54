import { extname } from 'node:path';
import { datesAhead } from '../dates/dates-ahead.ts';
import { calendarFormats, type Dated } from '../format/calendar/index.ts';
import { isOverdue } from '../format/calendar/words.ts';
import { stop } from '../problem.ts';
import { receipt } from '../rules/receipt.ts';
import { addDays } from '../time/day.ts';
import { dayOf } from '../time/instant.ts';
import { asOfFlag } from './as-of.ts';
import { type CommandSpec, flags, langOf, type Options, text, texts } from './command.ts';
import { askedContracts, withEach } from './each.ts';
import { writeWhole } from './output.ts';

export const command: CommandSpec = {
  name: 'calendar',
  args: ['[contract...]'],
  flags: [
    { syntax: '--data <dir>' },
    flags.asOf,
    { syntax: '--days <n>', default: '365' },
    { syntax: '--alarm <time>', repeat: true },
    { syntax: '--format <format>', choices: Object.keys(calendarFormats) },
    flags.quarantine,
    flags.out,
    flags.lang,
  ],
  async run(contracts, options, io) {
    const asked = askedContracts(contracts);
    const asOf = asOfFlag(options);
    const [from, to] = [dayOf(asOf), addDays(dayOf(asOf), daysOf(options))];
    const alarms = alarmsOf(options);
    const all: Dated[] = await withEach(asked, { ...options, from, to, asOf }, io, async (inputs) => ({
      ...(await datesAhead(inputs, to)),
      receipt: receipt(inputs),
    }));
    const shown = formatOf(options)(all, { lang: langOf(options), alarms });
    const file = text(options, 'out');
    if (file === undefined) io.out(shown);
    else writeWhole(file, shown);
    return all.some(isOverdue) ? 1 : 0;
  },
};

/** As the flag says, else as the file is called. */
function formatOf(options: Options) {
  const named = text(options, 'format') ?? extname(text(options, 'out') ?? '').slice(1);
  return calendarFormats[named as keyof typeof calendarFormats] ?? calendarFormats.pretty;
}

function daysOf(options: Options): number {
  const value = text(options, 'days') ?? '';
  const days = /^\d{1,4}$/.test(value) ? Number(value) : 0;
  return days > 0 && days <= 3660 ? days : stop('flag-invalid', { flag: '--days', value, expected: '1 … 3660' });
}

function alarmsOf(options: Options): readonly string[] {
  for (const value of texts(options, 'alarm')) {
    if (!/^[1-9]\d{0,2}[dh]$/.test(value)) stop('flag-invalid', { flag: '--alarm', value, expected: '7d, 4h' });
  }
  return [...new Set(texts(options, 'alarm'))];
}
