import type { Contract, PerUnitCharge, Text } from '../../contract/schema.generated.ts';
import { casesOf } from '../../rules/cases.ts';
import type { Inputs } from '../../rules/inputs.ts';

/** A month that the customer chose to be free, and whether it is. */
export interface Choice {
  charge: string;
  clause: string;
  /** Id of the event. */
  event: string;
  /** Such as 2024-05. */
  month: string;
  /** `late`: notified too late; `beyond`: more months than the contract gives; `unsure`: nobody can tell. */
  state: 'free' | 'late' | 'beyond' | 'unsure';
  reason: Text;
}

/**
 * The free months that were chosen by as-of: an event on the first day of the month, of which the notice was given as
 * the charge's obligation asks. Of more choices than the contract gives, those notified first count.
 */
export async function freeMonths(input: Inputs): Promise<Choice[]> {
  const { contract } = input.loaded;
  const found: Choice[] = [];
  for (const charge of contract.charges) {
    if (charge.model === 'per-unit' && charge.free_months) found.push(...(await choices(charge, contract, input)));
  }
  return found;
}

async function choices(charge: PerUnitCharge, contract: Contract, input: Inputs): Promise<Choice[]> {
  const free = charge.free_months;
  const obligation = contract.obligations.find(({ id }) => id === free?.obligation);
  const has = (table: string) => input.records.tables.get(table)?.present === true;
  if (!free || !obligation || !has('events')) return [];
  const pieces = { late: '{{late}}', open: '{{open}}', unknown: '{{unknown}}', done: '{{done}}' };
  const rows = await casesOf(input, contract, obligation, { id: 'id', occurred_at: 'occurred_at', ...pieces });
  const order = (row: Record<string, unknown>) => `${row.done ?? '9999'} ${row.occurred_at} ${row.id}`;
  const sorted = (rows ?? []).toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
  let left = free.count;
  return sorted.map((row) => {
    const day = String(row.occurred_at).slice(0, 10);
    const known = { charge: charge.id, clause: free.clause, event: String(row.id), month: day.slice(0, 7) };
    const state = stateOf(row, day, has('notices'), left);
    if (state === 'free') left -= 1;
    return { ...known, state, reason: reasonOf(state, known.event, free, day) };
  });
}

/** What is to be said of a month: of several choices of it one that frees it, else one of which nobody can tell. */
export function choiceOf(all: readonly Choice[], charge: string, month: string): Choice | undefined {
  const own = all.filter((one) => one.charge === charge && one.month === month);
  return own.find(({ state }) => state === 'free') ?? own.find(({ state }) => state === 'unsure') ?? own[0];
}

function stateOf(row: Record<string, unknown>, day: string, notices: boolean, left: number): Choice['state'] {
  if (!notices || row.unknown === true || row.open === true) return 'unsure';
  // Too late for a day within the month is too late for its first.
  if (row.late === true) return 'late';
  if (!day.endsWith('-01')) return 'unsure';
  return left > 0 ? 'free' : 'beyond';
}

type Free = NonNullable<PerUnitCharge['free_months']>;

function reasonOf(state: Choice['state'], event: string, { clause, count }: Free, day: string): Text {
  switch (state) {
    case 'free':
      return {
        zh: `免费月（${clause}，事件 ${event}），本月不收费`,
        en: `Free month (${clause}, event ${event}): nothing is charged`,
      };
    case 'late':
      return {
        zh: `选定免费月（事件 ${event}）的通知没有按 ${clause} 的期限和方式送达，本月照常收费`,
        en: `Notice of the free month (event ${event}) did not arrive as ${clause} asks: the month is charged`,
      };
    case 'beyond':
      return {
        zh: `合同只给 ${count} 个免费月（${clause}），先通知的已经用完，事件 ${event} 不再免费，本月照常收费`,
        en: `The contract gives ${count} free month(s) (${clause}), used by earlier notice: event ${event} frees no further one, the month is charged`,
      };
    case 'unsure':
      return day.endsWith('-01')
        ? {
            zh: `数据不足：选定免费月（事件 ${event}）的通知是否按时送达不明，本月是否收费无法判断`,
            en: `Not enough data: whether notice of the free month (event ${event}) arrived in time is unknown, and so is whether the month is charged`,
          }
        : {
            zh: `数据不足：选定免费月的事件 ${event} 记在 ${day}，不是某月的第一天，选的是哪个月不明`,
            en: `Not enough data: event ${event} chooses ${day}, which is no first day of a month: which month is free is unknown`,
          };
  }
}
