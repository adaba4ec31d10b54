import type { Charge, Contract } from '../contract/schema.generated.ts';
import { add, type Decimal, decimal, multiply, plain, price, round, yuan, zero } from '../money.ts';
import type { Line } from './statement.ts';
import type { Units } from './units.ts';

export type Rounding = Contract['settlement']['rounding'];

/** A line with its exact, rounded amount; undefined where the units cannot be counted. */
export interface Rated {
  line: Line;
  amount: Decimal | undefined;
}

/** A settlement month, and whether the term covers all of it. */
export interface BilledMonth {
  label: string;
  whole: boolean;
}

/** A package: the fee of the month, and a price for each unit beyond the included ones. Each line is rounded half up. */
export function ratePackage(charge: Charge, month: BilledMonth, units: Units | undefined, rounding: Rounding): Rated[] {
  const fee = round(decimal(charge.fee), rounding.digits);
  const included = BigInt(charge.included);
  const head = { charge: charge.id, clause: charge.clause, title: charge.title, month: month.label };
  const part = month.whole
    ? { zh: '', en: '' }
    : {
        zh: '；合同期只含本月一部分，合同没有按日折算的约定，计整月',
        en: '; the term covers part of the month, and without a clause on proration the whole fee is due',
      };
  const feeLine: Rated = {
    amount: fee,
    line: {
      ...head,
      quantity: '1',
      unit: 'month',
      unitPrice: price(decimal(charge.fee)),
      amount: yuan(fee),
      explanation: {
        zh: `月功能费 ${yuan(fee)} 元，含 ${included} 条${part.zh}`,
        en: `Monthly fee ${yuan(fee)}, ${included} units included${part.en}`,
      },
    },
  };
  return [feeLine, overage(charge, head, units, rounding)];
}

type Head = Pick<Line, 'charge' | 'clause' | 'title' | 'month'>;

function overage(charge: Charge, head: Head, units: Units | undefined, rounding: Rounding): Rated {
  const each = decimal(charge.price);
  const included = BigInt(charge.included);
  const line = { ...head, unit: charge.unit, unitPrice: price(each) };
  const [low, high] = units ? [beyond(units.low, included), beyond(units.high, included)] : [undefined, undefined];
  if (units === undefined || low !== high || low === undefined) {
    const explanation = open(units);
    return { amount: undefined, line: { ...line, quantity: null, amount: null, explanation } };
  }
  const amount = round(multiply(decimal(low), each), rounding.digits);
  const used = low === 0n ? `${included} ≥ ${units.low}` : `${units.low} - ${included} = ${low}`;
  const arithmetic = low === 0n ? used : `${used}; ${low} × ${price(each)} = ${plain(multiply(decimal(low), each))}`;
  return {
    amount,
    line: {
      ...line,
      quantity: low.toString(),
      amount: yuan(amount),
      explanation: {
        zh: low === 0n ? `用量 ${units.low} 条，未超过所含 ${included} 条` : `超出套餐：${arithmetic}`,
        en:
          low === 0n ? `${units.low} units used, within the ${included} included` : `Beyond the package: ${arithmetic}`,
      },
    },
  };
}

/** Units beyond the included ones; undefined where the count has no upper bound (-1n). */
const beyond = (units: bigint, included: bigint): bigint | undefined =>
  units < 0n ? undefined : units > included ? units - included : 0n;

function open(units: Units | undefined): Line['explanation'] {
  if (!units) return { zh: '数据不足：没有提供短信记录', en: 'Not enough data: no message records supplied' };
  if (units.high < 0n) {
    return {
      zh: '数据不足：有短信既无内容也无字数，无法计条',
      en: 'Not enough data: some messages have neither body nor length',
    };
  }
  return {
    zh: `数据不足：没有签名记录，条数在 ${units.low} 到 ${units.high} 之间`,
    en: `Not enough data: without recorded signatures the count lies between ${units.low} and ${units.high}`,
  };
}

/** The sum of all amounts; undefined as soon as one is. */
export function sum(rated: readonly Rated[]): Decimal | undefined {
  let total: Decimal | undefined = zero;
  for (const { amount } of rated) total = total && amount ? add(total, amount) : undefined;
  return total;
}
