import type { MessageContent, PortClasses, QuotaStop, SendingWindow } from '../../contract/schema.generated.ts';
import { leftWords } from '../../locale/boundaries.ts';
import { limitsWords as words } from '../../locale/limits.ts';
import type { Row } from '../../simulate/world.ts';
import { addSeconds } from '../../time/instant.ts';
import { around, daysFor, type Maker, offset } from './draft.ts';
import { ordinary, shownMessage } from './messages.ts';
import { counted, eachRow, kept, repeated } from './rows.ts';
import { wholeMonths } from './totals.ts';

/** The messages that the duty is about. */
const about = (rows: readonly Row[], { categories }: { categories?: readonly string[] }) =>
  rows.filter(({ category }) => !categories || categories.some((one) => one === category));

/** A category that no narrower reading knows. */
const widest = ({ categories }: { categories?: readonly string[] }) => {
  const category = categories?.at(-1);
  return category === undefined ? {} : { category };
};

/** A message just as the hours of sending begin, and just as they end. */
export const sendingWindow: Maker = (parameters, title, duty, terms) => {
  const p = parameters as SendingWindow;
  const [day] = daysFor(duty, terms);
  if (day === undefined) return leftWords.noDay;
  const ends = [
    { time: p.from, limit: words.notEarlier(p.from), out: -1 },
    { time: p.to, limit: words.notLater(p.to), out: 1 },
  ];
  return ends.flatMap(({ time, limit, out }) =>
    around(title, { limit, trigger: words.aMessage(p.categories?.at(-1)) }, (step) => {
      const at = addSeconds(`${day} ${time}:00`, out * offset[step]);
      const messages = [{ ...shownMessage(ordinary(terms.contract, at)), ...widest(p) }];
      const judge = (parameters: object) => {
        const { from, to } = parameters as SendingWindow;
        const outside = ({ sent_at }: Row) =>
          String(sent_at).slice(11) < `${from}:00` || String(sent_at).slice(11) > `${to}:00`;
        return eachRow(about(messages, parameters as SendingWindow), outside);
      };
      return { point: words.sent(at), month: day.slice(0, 7), records: { messages }, judge };
    }),
  );
};

/** A message that ends as it must, and one more character; a symbol that must not occur, and without its last part. */
export const messageContent: Maker = (parameters, title, duty, terms) => {
  const p = parameters as MessageContent;
  const [day] = daysFor(duty, terms);
  if (day === undefined) return leftWords.noDay;
  const [end] = p.endings ?? [];
  const tail = end === undefined ? '' : `，回复${end}`;
  const cases = [
    ...(p.endings ?? []).map((ending) => ({
      limit: words.ending(ending),
      text: { at: `优惠，回复${ending}`, before: `优惠，回复${ending}。`, after: `优惠，回复${ending}吧` },
    })),
    ...[...(p.symbols ?? []), ...(p.words ?? [])].map((mark) => ({
      limit: words.symbol(mark),
      text: { at: `优惠${[...mark].slice(0, -1).join('')}${tail}`, before: '', after: `优惠${mark}${tail}` },
    })),
  ];
  return cases.flatMap(({ limit, text }) =>
    around(title, { limit, trigger: words.aMessage(p.categories?.at(-1)) }, (step) => {
      const content = text[step];
      if (content === '') return undefined;
      const sent = { ...shownMessage(ordinary(terms.contract, `${day} 10:00:00`)), ...widest(p), content };
      const judge = (parameters: object) => {
        const one = parameters as MessageContent;
        return eachRow(about([sent], one), () => !allowed(content, one));
      };
      return { point: words.content(content), month: day.slice(0, 7), records: { messages: [sent] }, judge };
    }),
  );
};

/** Closing marks aside, does it end as it must, by itself, and hold nothing that must not occur? */
function allowed(content: string, { endings, symbols = [], words: more = [] }: MessageContent): boolean {
  const body = content.replace(/[^\p{L}\p{N}]+$/u, '').toLowerCase();
  const ended = (endings ?? []).some((ending) => {
    const before = body.charAt(body.length - ending.length - 1);
    return body.endsWith(ending.toLowerCase()) && !(/^[a-z0-9]/i.test(ending) && /[a-z0-9]/.test(before));
  });
  return (!endings || ended) && ![...symbols, ...more].some((mark) => content.includes(mark));
}

/** Two categories of one class from one port, and two of different classes. */
export const portClasses: Maker = (parameters, title, duty, terms) => {
  const { classes } = parameters as PortClasses;
  const [day] = daysFor(duty, terms);
  if (day === undefined) return leftWords.noDay;
  const wide = classes.find((one) => one.length > 1) ?? classes[0] ?? [];
  const other = classes.find((one) => one !== wide)?.[0];
  const sent = { at: wide.slice(0, 2), before: wide.slice(0, 1), after: [wide[0] ?? '', other ?? ''] };
  return around(title, { limit: words.classes, trigger: words.aPort }, (step) => {
    const messages = sent[step].map((category, i) => ({
      ...shownMessage(ordinary(terms.contract, `${day} 10:00:00`)),
      ...{ id: `m${i + 1}`, category },
    }));
    const judge = () =>
      kept(classes.filter((one) => sent[step].some((name) => one.some((each) => each === name))).length <= 1);
    return { point: words.categories(sent[step]), month: day.slice(0, 7), records: { messages }, judge };
  });
};

/** As many messages in a month as the quota, one less and one more. */
export const quotaStop: Maker = (parameters, title, _duty, terms) => {
  const p = parameters as QuotaStop;
  const [month] = wholeMonths(terms);
  if (month === undefined) return leftWords.noDay;
  return around(title, { limit: words.quota(p.quota), trigger: words.aMonth(month) }, (step) => {
    const n = p.quota + offset[step];
    const messages = repeated(n, shownMessage(ordinary(terms.contract, `${month}-10 09:00:00`)));
    const judge = (parameters: object) => kept(counted(messages) <= (parameters as QuotaStop).quota);
    return { point: words.messages(n), month, records: { messages }, judge };
  });
};
