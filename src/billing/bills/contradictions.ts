import type { Contract } from '../../contract/schema.generated.ts';
import { versionsWithin } from '../../contract/versions.ts';
import { add, compare, type Decimal, decimal, multiply, plain, round, shortest, yuan, zero } from '../../money.ts';
import type { Contradiction } from '../statement.ts';
import { readings } from '../usage/variant.ts';
import type { Bill, BillLine } from './bills.ts';

/** Where a bill does not agree with itself or with what it is about, whatever our own figures are. */
export function contradictions(bill: Bill, contract: Contract): Contradiction[] {
  const versions = versionsWithin(contract, bill.period).map((one) => one.contract);
  return [...ofSum(bill), ...bill.lines.flatMap((line) => ofLine(line, versions)), ...ofPeriod(bill)];
}

function ofSum({ lines, total }: Bill): Contradiction[] {
  if (lines.length === 0 || lines.some(({ amount }) => amount === undefined)) return [];
  const sum = lines.reduce((all, { amount }) => add(all, amount ?? zero), zero);
  if (compare(sum, total) === 0) return [];
  const means = {
    zh: `账单各行合计 ${yuan(sum)} 元，与账单总额 ${yuan(total)} 元不符`,
    en: `The bill's lines come to ${yuan(sum)}, its total says ${yuan(total)}`,
  };
  return [{ code: 'lines-sum', charge: null, stated: yuan(total), expected: yuan(sum), means }];
}

/** Under the terms of the bill's own period; where a price changed in it, a line may be of both prices. */
function ofLine({ charge: id, quantity, amount }: BillLine, versions: readonly Contract[]): Contradiction[] {
  const all = versions.flatMap((one) => one.charges.flatMap((charge) => readings(charge, one)));
  const own = all.filter(({ charge }) => charge.id === id);
  if (own.length === 0) {
    const known = [...new Set(all.map(({ charge }) => charge.id))].join('、');
    const means = {
      zh: `账单列有合同没有的收费项目“${id}”（合同有：${known}）`,
      en: `The bill charges "${id}", which the contract does not have (it has: ${known})`,
    };
    return [{ code: 'unknown-charge', charge: id, stated: amount ? yuan(amount) : '', expected: '', means }];
  }
  const prices = own.flatMap(({ charge }) =>
    charge.model === 'per-unit' || charge.model === 'per-minute' ? [decimal(charge.price)] : [],
  );
  const price = prices.at(-1);
  if (!quantity || !amount || !price || prices.length < own.length) return [];
  const digits = own.at(-1)?.contract.settlement.rounding.digits ?? 2;
  const products = prices.map((each) => round(multiply(quantity, each), digits)).sort(compare);
  const [least = amount, most = amount] = [products[0], products.at(-1)];
  if (compare(least, amount) <= 0 && compare(amount, most) <= 0) return [];
  return [lineArithmetic(id, quantity, price, amount, round(multiply(quantity, price), digits))];
}

function lineArithmetic(
  charge: string,
  quantity: Decimal,
  price: Decimal,
  amount: Decimal,
  expected: Decimal,
): Contradiction {
  const product = `${shortest(quantity)} × ${plain(price)} = ${yuan(expected)}`;
  const means = {
    zh: `账单行 ${charge}：按合同单价 ${product}，所列金额却是 ${yuan(amount)}`,
    en: `Line ${charge}: at the contract's price ${product}, but its amount says ${yuan(amount)}`,
  };
  return { code: 'line-arithmetic', charge, stated: yuan(amount), expected: yuan(expected), means };
}

/** A bill sent before its period began cannot be about what was used in it. */
function ofPeriod({ period, sentAt }: Bill): Contradiction[] {
  if (sentAt >= `${period.from} 00:00:00`) return [];
  const means = {
    zh: `账单在 ${sentAt.slice(0, 10)} 发出，账期 ${period.label} 那时还没有开始`,
    en: `The bill was sent on ${sentAt.slice(0, 10)}, before its period ${period.label} began`,
  };
  return [{ code: 'period', charge: null, stated: period.label, expected: sentAt.slice(0, 10), means }];
}
