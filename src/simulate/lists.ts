import { groupBy } from '../group.ts';
import { addDays } from '../time/day.ts';
import type { Random } from './random.ts';
import { known, type Row, rows, type World } from './world.ts';

/** What a list obligation asks: one of these lists, and none of those. */
export interface Listed {
  require: readonly string[];
  forbid: readonly string[];
}

const names = ['consent', 'white', 'black', 'optout'];
/** On a list of members is one of so many people; on the others, everybody. */
export const share = (list: string): number => (list === 'white' ? 10 : 1);

/** A few numbers that are on a list, or on all but one, beyond those that anybody writes to. */
const FEW = 10;
const [ON, WITHOUT] = [98_000, 99_000];

export const phone = (n: number): string => `138000${String(n).padStart(5, '0')}`;

/** Somebody who is barred by everything that is asked: not on a list that all require, else on one that all forbid. */
export function someoneBarred([first, ...others]: readonly Listed[], rng: Random): string {
  const lacking = first?.require.find((list) => others.every(({ require }) => require.includes(list)));
  const on = first?.forbid.find((list) => others.every(({ forbid }) => forbid.includes(list)));
  const [base, list = ''] = lacking === undefined ? [ON, on] : [WITHOUT, lacking];
  return phone(base + 100 * Math.max(0, names.indexOf(list)) + rng.int(0, FEW - 1));
}

/** Somebody of the people that are written to and called. */
export const someone = (world: World, rng: Random, stride = 1): string => {
  const n = rng.int(0, (world.people ?? PEOPLE) - 1);
  return phone(n - (n % stride));
};

const PEOPLE = 100;
const MOST = 20_000;

/** How many people there are for so many messages. */
export const peopleFor = (messages: number): number => Math.min(MOST, Math.max(PEOPLE, Math.ceil(messages / 20)));

/** Fills the lists that obligations speak of, from before the first month on, each once. */
export function supply(world: World, asked: readonly Listed[]): void {
  const entries = rows(world, 'list_entries');
  const day = addDays(world.months[0]?.from ?? '', -30);
  const block = (from: number) => Array.from({ length: FEW }, (_, i) => phone(from + i));
  const of = (base: number, list: string) => block(base + 100 * names.indexOf(list));
  const add = (list: string, numbers: readonly string[], at: string) => {
    if (entries.some((one) => one.list === list)) return;
    for (const recipient of numbers) entries.push({ list, recipient, added_at: `${day} ${at}`, removed_at: null });
  };
  for (const list of new Set(asked.flatMap(({ require }) => require))) {
    const people = Array.from({ length: world.people ?? PEOPLE }, (_, i) => i).filter((i) => i % share(list) === 0);
    const special = names.flatMap((other) => [...of(ON, other), ...(other === list ? [] : of(WITHOUT, other))]);
    add(list, [...people.map(phone), ...special], '09:00:00');
  }
  for (const list of new Set(asked.flatMap(({ forbid }) => forbid))) add(list, of(ON, list), '15:00:00');
}

const read = new WeakMap<readonly Row[], Map<string, Row[]>>();

/** What the lists say of a number; they are complete once every kind has begun. */
function entriesOf(world: World, number: string): readonly Row[] {
  const all = known(world, 'list_entries');
  let byNumber = read.get(all);
  if (!byNumber) {
    byNumber = groupBy(all, ({ recipient }) => String(recipient));
    read.set(all, byNumber);
  }
  return byNumber.get(number) ?? [];
}

/** Whether writing to, or calling, this number at that moment breaks what is asked. */
export function isBarred({ require, forbid }: Listed, number: string, at: string, world: World): boolean {
  const on = entriesOf(world, number).filter(
    ({ added_at, removed_at }) => String(added_at) <= at && (removed_at === null || String(removed_at) > at),
  );
  const isOn = (lists: readonly string[]) => on.some(({ list }) => lists.includes(String(list)));
  return isOn(forbid) || (require.length > 0 && !isOn(require));
}
