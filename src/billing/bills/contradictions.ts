import type { Contract } from '../../contract/schema.generated.ts';
import { add, compare, type Decimal, decimal, multiply, plain, round, shortest, yuan, zero } from '../../money.ts';
import type { Contradiction } from '../statement.ts';
import type { Bill, BillLine } from './bills.ts';

/** Where a bill does not agree with itself or with what it is about, whatever our own figures are. */
export function contradictions(bill: Bill, contract: Contract): Contradiction[] {
  return [...ofSum(bill), ...bill.lines.flatMap((line) => ofLine(line, contract)), ...ofPeriod(bill)];
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

function ofLine({ charge: id, quantity, amount }: BillLine, { charges, settlement }: Contract): Contradiction[] {
  const charge = charges.find((one) => one.id === id);
  if (!charge) {
    const known = charges.map((one) => one.id).join('、');
    const means = {
      zh: `账单列有合同没有的收费项目“${id}”（合同有：${known}）`,
      en: `The bill charges "${id}", which the contract does not have (it has: ${known})`,
    };
    return [{ code: 'unknown-charge', charge: id, stated: amount ? yuan(amount) : '', expected: '', means }];
  }
  if (!quantity || !amount || !(charge.model === 'per-unit' || charge.model === 'per-minute')) return [];
  const expected = round(multiply(quantity, decimal(charge.price)), settlement.rounding.digits);
  if (compare(expected, amount) === 0) return [];
  return [lineArithmetic(id, quantity, decimal(charge.price), amount, expected)];
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
