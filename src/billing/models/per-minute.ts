import type { PerMinuteCharge } from '../../contract/schema.generated.ts';
import { decimal, multiply, plain, price } from '../../money.ts';
import type { Units } from '../units.ts';
import { type BilledMonth, line, openLine, type Rated, type Rounding } from './line.ts';

/** A price for each started minute. */
export function ratePerMinute(
  charge: PerMinuteCharge,
  month: BilledMonth,
  units: Units | undefined,
  rounding: Rounding,
): Rated[] {
  const each = decimal(charge.price);
  if (!units) {
    const explanation = { zh: '数据不足：没有提供通话记录', en: 'Not enough data: no call records supplied' };
    return [openLine(charge, month, 'minute', each, explanation)];
  }
  const exact = multiply(decimal(units.low), each);
  const arithmetic = `${units.low} × ${price(each)} = ${plain(exact)}`;
  const how =
    charge.rounding === 'call'
      ? { zh: '每次通话不足一分钟按一分钟', en: 'a started minute of each call counts' }
      : { zh: '当月合计后不足一分钟按一分钟', en: "a started minute of the month's total counts" };
  return [
    line(charge, month, rounding, {
      ...{ quantity: units.low, unit: 'minute', each, exact },
      explanation: { zh: `${arithmetic}（${how.zh}）`, en: `${arithmetic} (${how.en})` },
    }),
  ];
}
