import { supplied } from './cases.ts';
import type { Asked, Judge, Outcome, Row, RowVerdict } from './judge.ts';
import { eachRow, inPeriod, only, texts } from './judge.ts';

const sent = (row: Row) => row.direction === 'MT' && row.status !== 'rejected';

/** Is a message of a class that the duty is about? Nobody can tell where the class is not recorded. */
function concerned(row: Row, { p }: Asked): 'yes' | 'no' | 'unknown' {
  const categories = texts(p.categories);
  if (categories.length === 0) return 'yes';
  if (row.category == null) return 'unknown';
  return categories.includes(String(row.category)) ? 'yes' : 'no';
}

function eachMessage(asked: Asked, look: (row: Row) => RowVerdict): Outcome {
  if (!asked.tables.messages?.length) return only('undetermined');
  return eachRow(asked.tables.messages, (row) => {
    const scope = concerned(row, asked);
    if (!sent(row) || !inPeriod(row.sent_at, asked) || scope === 'no') return undefined;
    return scope === 'unknown' ? 'unknown' : look(row);
  });
}

export const sendingWindow: Judge = (asked) =>
  eachMessage(asked, ({ sent_at }) => {
    const time = String(sent_at).slice(11);
    return time >= `${asked.p.from}:00` && time <= `${asked.p.to}:00` ? 'kept' : 'broken';
  });

/** Signed, and as the clause says; where nothing is recorded, with what the contract states. */
export const messageSignature: Judge = (asked) => {
  const { messages } = asked.tables;
  if (!messages) return only('undetermined');
  const { p, contract, obligation } = asked;
  const { han, english, as_agreed, sender_number } = p as {
    han?: { min?: number; max?: number };
    english?: { max?: number };
    as_agreed?: boolean;
    sender_number?: boolean;
  };
  const service = contract.services.find(({ id }) => id === obligation.service);
  const agreed = service && 'signature' in service && typeof service.signature === 'string' ? service.signature : '';
  const exported = (column: string) => supplied(messages, column);
  return eachRow(messages, (row) => {
    if (!sent(row) || !inPeriod(row.sent_at, asked)) return undefined;
    const shown = String(row.signature ?? '') || agreed;
    const characters = shown.length;
    const chinese = [...shown].filter((character) => /\p{Script=Han}/u.test(character)).length;
    const fits =
      chinese > 0
        ? chinese >= (han?.min ?? 1) && characters <= (han?.max ?? 1000)
        : characters <= (english?.max ?? 1000);
    if (shown === '' && exported('signature')) return 'broken';
    if (sender_number && exported('port') && (row.port ?? '') === '') return 'broken';
    if (shown !== '' && (!fits || (as_agreed && agreed !== '' && shown !== agreed))) return 'broken';
    return shown === '' || (as_agreed && agreed === '') || (sender_number && !exported('port')) ? 'unknown' : 'kept';
  });
};

/** Does a text end with the word, by itself, whatever blanks and marks follow? */
function endsWith(content: string, word: string): boolean {
  const body = content.replace(/[^\p{L}\p{N}]+$/u, '').toLowerCase();
  if (!body.endsWith(word.toLowerCase())) return false;
  const before = body.charAt(body.length - word.length - 1);
  return !(/^[a-z0-9]/i.test(word) && /[a-z0-9]/.test(before));
}

export const messageContent: Judge = (asked) =>
  eachMessage(asked, ({ content }) => {
    if (content == null || content === '') return 'unknown';
    const body = String(content);
    const endings = texts(asked.p.endings);
    const unended = endings.length > 0 && !endings.some((word) => endsWith(body, word));
    const marked = [...texts(asked.p.symbols), ...texts(asked.p.words)].some((mark) => body.includes(mark));
    return unended || marked ? 'broken' : 'kept';
  });

export const portClasses: Judge = (asked) => {
  if (!asked.tables.messages?.length) return only('undetermined');
  const classes = (asked.p.classes as string[][]).map(texts);
  const classOf = (row: Row) => classes.findIndex((one) => one.includes(String(row.category)));
  const rows = asked.tables.messages.filter((row) => sent(row) && inPeriod(row.sent_at, asked));
  const clear = rows.filter((row) => row.port != null && classOf(row) >= 0);
  const carried = new Map<unknown, Set<number>>();
  for (const row of clear) carried.set(row.port, (carried.get(row.port) ?? new Set()).add(classOf(row)));
  const mixed = clear.filter((row) => (carried.get(row.port)?.size ?? 0) > 1).map((row) => String(row.id));
  if (rows.length === 0) return only('not-triggered');
  if (mixed.length > 0) return { verdict: 'breached', ids: mixed };
  return only(clear.length < rows.length ? 'undetermined' : 'fulfilled');
};

/** Months that begin in the period: once the quota was delivered, nothing more may be sent, whatever comes of it. */
export const quotaStop: Judge = (asked) => {
  if (!asked.tables.messages?.length) return only('undetermined');
  const quota = Number(asked.p.quota);
  const months = new Map<string, { delivered: number; beyond: number }>();
  for (const row of asked.tables.messages.toSorted((a, b) => (String(a.sent_at) < String(b.sent_at) ? -1 : 1))) {
    const id = String(row.sent_at).slice(0, 7);
    const first = `${id}-01 00:00:00`;
    if (!sent(row) || String(row.sent_at) > asked.asOf || first < asked.from || first >= asked.until) continue;
    const month = months.get(id) ?? { delivered: 0, beyond: 0 };
    if (month.delivered >= quota) month.beyond += 1;
    if (row.status === 'delivered') month.delivered += 1;
    if (month.delivered > 0 || month.beyond > 0) months.set(id, month);
  }
  const rows = [...months].map(([id, month]) => ({ id, ...month }));
  return eachRow(rows, ({ beyond }) => (Number(beyond) > 0 ? 'broken' : 'kept'));
};

/** The same instant some months earlier; the last day of the month where there is no such day. */
export function monthsBefore(at: string, months: number): string {
  const [year = 0, month = 1, day = 1] = at.slice(0, 10).split('-').map(Number);
  const count = year * 12 + (month - 1) - months;
  const [y, m] = [Math.floor(count / 12), (count % 12) + 1];
  const last = new Date(Date.UTC(y, m, 0)).getUTCDate();
  const two = (n: number) => String(n).padStart(2, '0');
  return `${y}-${two(m)}-${two(Math.min(day, last))}${at.slice(10)}`;
}

export const serviceLevel: Judge = (asked) => {
  const { messages, complaints } = asked.tables;
  if (!messages?.length || !complaints?.length) return only('undetermined');
  const { p, obligation } = asked;
  const rows = messages.filter((row) => inPeriod(row.sent_at, asked));
  const delivered = rows.filter((row) => row.status === 'delivered').length;
  const failed = rows.filter((row) => row.status !== 'delivered');
  const counting = failed.filter((row) => !texts(p.excluded).includes(String(row.failure_reason)));
  const sure = counting.filter((row) => row.failure_reason != null);
  const short = (failures: readonly Row[]) => {
    const percent = BigInt(Math.round(Number(p.success_percent) * 10_000));
    return 1_000_000n * BigInt(delivered) < percent * BigInt(delivered + failures.length);
  };
  const own = complaints.filter((row) => (row.responsible === 'carrier') === (obligation.bearer === 'carrier'));
  // A window that ends with a complaint of the bearer: whoever counts them counts then.
  const most = own
    .filter((row) => inPeriod(row.received_at, asked))
    .map(({ received_at }) => {
      const first = monthsBefore(String(received_at), Number(p.window_months));
      return own.filter((row) => String(row.received_at) > first && String(row.received_at) <= String(received_at));
    })
    .reduce((n, list) => Math.max(n, list.length), 0);
  if (rows.length === 0 && most === 0) return only('not-triggered');
  const quiet = most <= Number(p.complaints_max);
  // Without an attempt there is no rate: neither met nor missed.
  const met = delivered + counting.length > 0 && !short(counting);
  const missed = short(sure);
  const ids = counting.map((row) => String(row.id));
  if (p.require === 'either' ? met || quiet : met && quiet) return only('fulfilled');
  if (p.require === 'either' ? missed && !quiet : missed || !quiet) return { verdict: 'breached', ids };
  return only('undetermined');
};
