import type { PerMinuteCharge } from '../../../contract/schema.generated.ts';
import { decimal, multiply, plain, price } from '../../../money.ts';
import type { Units } from '../../usage/units.ts';
import type { Stretch } from '../stretches.ts';
import { brokenMonth, line, openLine, type Rated, type Rounding } from './line.ts';

/** A price for each started minute: of each call, or of the month's total, of which the seconds are given. */
export function ratePerMinute(
  charge: PerMinuteCharge,
  stretch: Stretch,
  units: Units | undefined,
  rounding: Rounding,
): Rated[] {
  const each = decimal(charge.price);
  if (!units) {
    const explanation = { zh: '数据不足：没有提供通话记录', en: 'Not enough data: no call records supplied' };
    return [openLine(charge, stretch, 'minute', each, explanation)];
  }
  const inTotal = charge.rounding === 'total';
  if (inTotal && stretch.part) return [openLine(charge, stretch, 'minute', each, brokenMonth(stretch))];
  const minutes = minutesOf(charge, units);
  const exact = multiply(decimal(minutes), each);
  const arithmetic = `${minutes} × ${price(each)} = ${plain(exact)}`;
  const how = inTotal
    ? { zh: '当月合计后不足一分钟按一分钟', en: "a started minute of the month's total counts" }
    : { zh: '每次通话不足一分钟按一分钟', en: 'a started minute of each call counts' };
  return [
    line(charge, stretch, rounding, {
      ...{ quantity: minutes, unit: 'minute', each, exact },
      explanation: { zh: `${arithmetic}（${how.zh}）`, en: `${arithmetic} (${how.en})` },
    }),
  ];
}

/** Minutes of a month from what is counted of its calls: minutes, or where the total is rounded, seconds. */
export const minutesOf = ({ rounding }: PerMinuteCharge, { low }: Units): bigint =>
  rounding === 'total' ? (low + 59n) / 60n : low;
