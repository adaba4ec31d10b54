import type { Bearer } from './rule.ts';

/** What contracts call the parties, as rules/intake has it: parts of patterns. */
export type NameLists = Readonly<Record<Bearer, readonly string[]>>;

/** The parties' names as patterns. */
export interface Names {
  /** Sources that rules name in braces: `{customer}`, `{carrier}`, `{party}`. */
  words: Readonly<Record<'customer' | 'carrier' | 'party', string>>;
  /** Any name, in the group of its party. */
  any: RegExp;
  /** A line that begins with one party: the heading of its particulars. */
  heading: RegExp;
}

export function namesOf(lists: NameLists): Names {
  const [customer, carrier, both] = [lists.customer, lists.carrier, lists.both].map((list) => list.join('|'));
  return {
    words: { customer: `(?:${customer})`, carrier: `(?:${carrier})`, party: `(?:${both}|${customer}|${carrier})` },
    any: new RegExp(`(?<both>${both})|(?<customer>${customer})|(?<carrier>${carrier})`, 'gu'),
    heading: new RegExp(
      `^[（(]?[一二三四五六七八九十0-9]?[)）、.]?(?:如?致|收件方)?(?:(?<customer>${customer})|(?<carrier>${carrier}))`,
      'u',
    ),
  };
}

/** Whether a paper names both parties: what names neither or one is no contract. */
export const namesBoth = ({ any }: Names, readings: readonly { whole: string }[]): boolean => {
  const named = readings.flatMap(({ whole }) => [...whole.matchAll(any)]);
  return (['customer', 'carrier'] as const).every((side) => named.some(({ groups }) => groups?.[side]));
};

// A name that only says whose or which something is does not act: 乙方客服热线, 甲方的资料, 甲方（或…）.
const attribute =
  /^(?:的|之|处|侧|方面|客服|客户|用户|网络|网关|账户|账号|登记|资料|指定|原因|所在|及|和|与|或|、|\)|”|违|系统|平台)/u;
// Whom something is done to, for or with is not who does it: 通知乙方, 向甲方, 与乙方, 来自乙方.
const object =
  /(?:通知|告知|向|与|和|同|给|为|对|至|到|自|收到|按照?|经|征得|要求|造成|致使|导致|因|由于|发往|影响|提交|告诉|提醒|答复|回复|交给|送给|开给|付给|转给|退还)$/u;

/**
 * Who bears what a text says at a place: the party that the sentence names last before it as who acts, else the first
 * that it names; without one the party that the titles above name. Undefined where neither says.
 */
export function subjectAt({ any }: Names, text: string, place: number, titles: string): Bearer | undefined {
  const from = Math.max(text.lastIndexOf('。', place - 1), text.lastIndexOf('\n', place - 1)) + 1;
  return actingIn(any, text.slice(from, place), text.slice(place)) ?? lineTitle(any, titles);
}

/** The party that the nearest title with one names. */
function lineTitle(any: RegExp, titles: string): Bearer | undefined {
  return titles
    .split('\n')
    .reverse()
    .map((title) => actingIn(any, title, ''))
    .find((party) => party !== undefined);
}

function actingIn(any: RegExp, text: string, after: string): Bearer | undefined {
  const all = [...text.matchAll(any)].filter(({ index }) => !object.test(text.slice(0, index)));
  const acting = all.filter(({ index, 0: name }) => !attribute.test(`${text}${after}`.slice(index + name.length)));
  const groups = (acting.at(-1) ?? all[0])?.groups;
  if (!groups) return undefined;
  return groups.both ? 'both' : groups.customer ? 'customer' : 'carrier';
}

/** Whose particulars a line belongs to: the party that the nearest line up to it begins with. Undefined for none. */
export function blockAt({ heading }: Names, text: string, place: number, titles: string): Bearer | undefined {
  const end = text.indexOf('\n', place);
  const lines = `${titles}\n${text.slice(0, end < 0 ? undefined : end)}`.split('\n').reverse();
  for (const line of lines) {
    const groups = heading.exec(line)?.groups;
    if (groups) return groups.customer ? 'customer' : 'carrier';
  }
  return undefined;
}

/**
 * Whose day of signature a line gives: of the party whose name stands above it. Where both names stand above all such lines,
 * a single one serves both, and of two the first is the customer's, as the names are.
 */
export function signersAt(names: Names, text: string, place: number, titles: string): ('customer' | 'carrier')[] {
  const dated = [...text.matchAll(/(?:日期|时间)[:：]/g)].map(({ index }) => index);
  const first = dated[0] ?? 0;
  const before = new Set(
    [...text.slice(0, first).matchAll(names.any)].map(({ groups }) => (groups?.customer ? 'customer' : 'carrier')),
  );
  const after = text
    .slice(first)
    .split('\n')
    .some((line) => names.heading.test(line));
  if (before.size === 2 && !after && dated.length === 1) return ['customer', 'carrier'];
  if (before.size === 2 && !after && dated.length === 2) return [place < (dated[1] ?? 0) ? 'customer' : 'carrier'];
  const side = blockAt(names, text, place, titles);
  return side === undefined || side === 'both' ? [] : [side];
}
