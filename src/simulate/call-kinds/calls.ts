import type { Obligation } from '../../contract/schema.generated.ts';
import { addSeconds, dayOf } from '../../time/instant.ts';
import { someone } from '../lists.ts';
import type { Random } from '../random.ts';
import { during, known, type Month, nextId, type Row, rngOf, rows, someTime, type World } from '../world.ts';

/** Calls a month, in office hours; of a hundred, so many come in. */
const [USUAL, INBOUND] = [60, 50];
const purposes = ['service', 'service', 'callback', 'marketing'];

/** The numbers of the voice service that an obligation is about, else of the first. */
export function numbersOf({ service }: Pick<Obligation, 'service'>, { contract }: World): readonly string[] {
  const voice = contract.services.filter((one) => one.kind === 'voice');
  return (voice.find(({ id }) => id === service) ?? voice[0])?.numbers ?? [];
}

/** Whether the service is shut at that moment: nobody calls then. */
function isShut(at: string, world: World): boolean {
  const last = known(world, 'events')
    .filter(({ type, occurred_at }) => turns.some((one) => one === type) && String(occurred_at) <= at)
    .toSorted((a, b) => (String(a.occurred_at) < String(b.occurred_at) ? -1 : 1))
    .at(-1);
  return last?.type === 'harassment-shutdown';
}

const turns = ['harassment-shutdown', 'service-resumed'];
const TRIES = 40;

/** An instant in office hours of the month's working days, on a day on which the service is not shut if there is one. */
export function openTime(month: Month, world: World, rng: Random): string {
  const isOpen = (at: string) =>
    [at, `${dayOf(at)} 09:00:00`, `${dayOf(at)} 18:00:00`].every((one) => !isShut(one, world));
  let at = someTime(month, world, rng);
  for (let i = 0; i < TRIES && !isOpen(at); i++) at = someTime(month, world, rng);
  return at;
}

/** The calls that happen anyway, made once whoever asks first: in, out, and back, all of them allowed. */
export function callsOf(world: World): Row[] {
  if (world.tables.has('calls')) return rows(world, 'calls');
  const calls = rows(world, 'calls');
  const [own = ''] = numbersOf({}, world);
  for (const month of own === '' ? [] : world.months) {
    const rng = rngOf(world, `calls/${month.label}`);
    const times = Array.from({ length: USUAL }, () => someTime(month, world, rng)).sort();
    for (const at of times.filter((one) => !isShut(one, world))) {
      const inbound = rng.chance(INBOUND);
      const other = someone(world, rng);
      const parties = inbound ? { caller: other, callee: own } : { caller: own, callee: other };
      const purpose = inbound ? 'service' : rng.pick(purposes);
      put(world, { ...parties, started_at: at, direction: inbound ? 'in' : 'out', purpose }, rng);
    }
  }
  return calls;
}

/** Adds a call; one in six is not answered. */
function put(world: World, call: Row, rng: Random): void {
  const calls = rows(world, 'calls');
  const answered = !rng.chance(16);
  calls.push({ id: nextId('T', calls), ...call, answered, seconds: answered ? rng.int(8, 600) : 0 });
}

/** Adds an outbound call of the contract's own number to somebody. */
export function callOut(world: World, started_at: string, callee: string, purpose: string, rng: Random): void {
  callsOf(world);
  const [caller = ''] = numbersOf({}, world);
  put(world, { caller, callee, started_at, direction: 'out', purpose }, rng);
}

export const outbound = (month: Month, world: World): Row[] =>
  during(world, 'calls', 'started_at', month).filter(({ direction }) => direction === 'out');

/** An outbound call of the month to break something with. */
export function anyOutbound(month: Month | undefined, world: World, rng: Random): Row | undefined {
  const all = month ? outbound(month, world) : [];
  return all.length > 0 ? rng.pick(all) : undefined;
}

/** So many calls one after the other from nine in the morning on, to people in turn. */
export function callRound(count: number, day: string, people: readonly string[], world: World, rng: Random): void {
  const step = Math.max(1, Math.floor((8 * 3600) / count));
  for (let i = 0; i < count; i++) {
    callOut(world, addSeconds(`${day} 09:00:00`, i * step), people[i % people.length] ?? '', 'service', rng);
  }
}

export const brokenMonth = ({ broken }: { broken: string | undefined }, { months }: World): Month | undefined =>
  months.find(({ label }) => label === broken);
