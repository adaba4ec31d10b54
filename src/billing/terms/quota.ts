import type { Contract, PrepaidCharge } from '../../contract/schema.generated.ts';
import { inForce, stated } from '../../contract/term.ts';
import { add, compare, type Decimal, decimal, shortest, subtract, zero } from '../../money.ts';
import type { Inputs } from '../../rules/inputs.ts';
import { addDays, addMonths, earliest, nextDay } from '../../time/day.ts';
import type { Priced } from '../rating/priced.ts';
import type { Days } from '../rating/stretches.ts';
import type { Quota } from '../statement.ts';
import { noUnits, plus } from '../usage/units.ts';

/** The contract year, or the whole term, for which a package is paid ahead and in which a day lies. */
export function quotaDays({ per }: PrepaidCharge, contract: Contract, day: string): Days | undefined {
  const first = stated(contract.term.from);
  if (first === undefined || day < first) return undefined;
  const last = stated(contract.term.to);
  if (per === 'term' && last !== undefined && day <= last) return { from: first, to: last };
  // After the printed end each renewal is a year of its own.
  for (let years = 0; ; years += 1) {
    const [from, next] = [addMonths(first, 12 * years), addMonths(first, 12 * (years + 1))];
    if (day < next) return { from, to: earliest(addDays(next, -1), inForce(contract).to) };
  }
}

/** What is left of each package paid ahead at the end of the period, under the chosen reading. */
export async function quotas(input: Inputs, all: readonly Priced[], period: Days): Promise<Quota[]> {
  const found: Quota[] = [];
  const { contract } = input.loaded;
  for (const id of new Set(all.map(({ charge }) => charge.id))) {
    const own = all.filter((one) => one.charge.id === id && one.chosen && one.stretches.length > 0);
    const charge = own.at(-1)?.charge;
    if (charge?.model !== 'prepaid' || !own.some((one) => ruledOn(one, period))) continue;
    const days = quotaDays(charge, contract, period.to);
    if (!days) continue;
    const until = earliest(period.to, days.to);
    const used = usedOf(own, { from: days.from, to: until });
    const bought = await toppedUp(input, charge, { from: days.from, to: until });
    const included = decimal(charge.included);
    const left = used && bought ? subtract(add(included, bought), used) : undefined;
    found.push({
      ...{ charge: id, clause: charge.clause, ...days },
      included: shortest(included),
      toppedUp: bought ? shortest(bought) : null,
      used: used ? shortest(used) : null,
      left: left ? shortest(left) : null,
      explanation: wordsOf(charge, included, bought, used, left),
    });
  }
  return found;
}

/** Whether the charge stood on some day of the period. */
const ruledOn = ({ stretches }: Priced, { from, to }: Days): boolean =>
  stretches.some((one) => one.to >= from && one.from <= to);

/** Units used from one day to another; undefined where they cannot be counted. */
function usedOf(own: readonly Priced[], { from, to }: Days): Decimal | undefined {
  const stretches = own.flatMap((one) => one.stretches).filter((one) => one.to >= from && one.from <= to);
  if (stretches.some(({ units }) => units === undefined)) return undefined;
  const { low, high } = stretches.reduce((sum, { units }) => plus(sum, units ?? noUnits), noUnits);
  return low === high ? decimal(low) : undefined;
}

/** Units bought beside the package; undefined where one of the purchases does not say how many. */
async function toppedUp(
  { records, asOf }: Inputs,
  { id }: PrepaidCharge,
  { from, to }: Days,
): Promise<Decimal | undefined> {
  const rows = await records.store.query(
    `select quantity::varchar as quantity from events where type = 'top-up' and coalesce(ref, $charge) = $charge
     and occurred_at >= $from::timestamp and occurred_at < $until::timestamp and occurred_at <= $as_of::timestamp`,
    { charge: id, from: `${from} 00:00:00`, until: `${nextDay(to)} 00:00:00`, as_of: asOf },
  );
  if (rows.some(({ quantity }) => quantity === null)) return undefined;
  return rows.reduce((sum, { quantity }) => add(sum, decimal(String(quantity))), zero);
}

function wordsOf(
  { per }: PrepaidCharge,
  included: Decimal,
  bought: Decimal | undefined,
  used: Decimal | undefined,
  left: Decimal | undefined,
): Quota['explanation'] {
  const span = per === 'year' ? { zh: '本合同年', en: 'contract year' } : { zh: '整个合同期', en: 'term' };
  if (!bought) {
    return {
      zh: '数据不足：有一次充值没有记录条数',
      en: 'Not enough data: a top-up does not say how many units it bought',
    };
  }
  if (!used || !left) return { zh: '数据不足：用量无法计算', en: 'Not enough data: the use cannot be counted' };
  const sum = `${shortest(included)} + ${shortest(bought)} - ${shortest(used)} = ${shortest(left)}`;
  const over = compare(left, zero) < 0;
  return {
    zh: `${span.zh}所含条数加充值减用量：${sum}${over ? '；已超出，应另行充值' : ''}`,
    en: `Included in the ${span.en}, with top-ups, less use: ${sum}${over ? '; used up, a top-up is needed' : ''}`,
  };
}
