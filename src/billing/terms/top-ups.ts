import type { PrepaidCharge } from '../../contract/schema.generated.ts';
import { stated } from '../../contract/term.ts';
import { decimal, multiply, plain, price, round, shortest, yuan } from '../../money.ts';
import type { Inputs } from '../../rules/inputs.ts';
import { nextDay } from '../../time/day.ts';
import type { Rated } from '../rating/models/line.ts';
import type { Days } from '../rating/stretches.ts';

/** A line for each top-up of a package that was bought on these days, known by as-of. */
export async function topUpLines({ loaded, records, asOf }: Inputs, { from, to }: Days): Promise<Rated[]> {
  const prepaid = loaded.contract.charges.filter((charge) => charge.model === 'prepaid');
  if (prepaid.length === 0) return [];
  const rows = await records.store.query(
    `select id, ref, strftime(occurred_at, '%Y-%m') as month, quantity::varchar as quantity, amount::varchar as amount
     from events where type = 'top-up' and occurred_at >= $from::timestamp and occurred_at < $until::timestamp
     and occurred_at <= $as_of::timestamp order by occurred_at, id`,
    { from: `${from} 00:00:00`, until: `${nextDay(to)} 00:00:00`, as_of: asOf },
  );
  const { digits } = loaded.contract.settlement.rounding;
  return rows.flatMap((row) => {
    const charge = prepaid.find(({ id }) => row.ref === null || id === row.ref);
    return charge ? [topUp(charge, row, digits)] : [];
  });
}

/** At the contract's price; where the paper states none nobody can say what was owed for it. */
function topUp(charge: PrepaidCharge, row: Record<string, unknown>, digits: number): Rated {
  const printed = charge.top_up && stated(charge.top_up.price);
  const each = printed === undefined ? undefined : decimal(printed);
  const quantity = row.quantity === null ? undefined : decimal(String(row.quantity));
  const exact = each && quantity && multiply(quantity, each);
  const amount = exact && round(exact, digits);
  const paid =
    row.amount === null
      ? { zh: '', en: '' }
      : { zh: `；记录的金额 ${row.amount} 元`, en: `; CNY ${row.amount} recorded` };
  const explanation = amount
    ? {
        zh: `充值（事件 ${row.id}）：${shortest(quantity)} × ${price(each)} = ${plain(exact)}${paid.zh}`,
        en: `Top-up (event ${row.id}): ${shortest(quantity)} × ${price(each)} = ${plain(exact)}${paid.en}`,
      }
    : {
        zh: `数据不足：充值（事件 ${row.id}）的单价合同没有写明，或没有记录条数${paid.zh}`,
        en: `Not enough data: the contract states no price for the top-up (event ${row.id}), or its units are not recorded${paid.en}`,
      };
  return {
    amount,
    line: {
      ...{ charge: charge.id, clause: charge.top_up?.clause ?? charge.clause, title: charge.title },
      ...{ month: String(row.month), quantity: quantity ? shortest(quantity) : null, unit: 'top-up' },
      ...{ unitPrice: each ? price(each) : '', amount: amount ? yuan(amount) : null, explanation },
    },
  };
}
