import type { PackageCharge } from '../../contract/schema.generated.ts';
import { type Decimal, decimal, multiply, plain, price, round, yuan } from '../../money.ts';
import type { Units } from '../units.ts';
import { type BilledMonth, line, openLine, partOfMonth, type Rated, type Rounding } from './line.ts';
import { unknownUnits } from './units.ts';

/** A package: the fee of the month, and a price for each unit beyond the included ones, unless sending stops there. */
export function ratePackage(
  charge: PackageCharge,
  month: BilledMonth,
  units: Units | undefined,
  rounding: Rounding,
  hasRule: boolean,
): Rated[] {
  const fee = decimal(charge.fee);
  const shown = yuan(round(fee, rounding.digits));
  const part = partOfMonth(month);
  const feeLine = line(charge, month, rounding, {
    ...{ quantity: 1n, unit: 'month', each: fee, exact: fee },
    explanation: {
      zh: `月功能费 ${shown} 元，含 ${charge.included} 条${part.zh}`,
      en: `Monthly fee ${shown}, ${charge.included} units included${part.en}`,
    },
  });
  return [feeLine, overage(charge, month, units, rounding, hasRule)];
}

function overage(
  charge: PackageCharge,
  month: BilledMonth,
  units: Units | undefined,
  rounding: Rounding,
  hasRule: boolean,
): Rated {
  const stops = charge.overage === 'stop';
  const each = decimal(stops ? 0 : charge.price);
  const included = BigInt(charge.included);
  const [low, high] = units ? [beyond(units.low, included), beyond(units.high, included)] : [undefined, undefined];
  const exact = (n: bigint): Decimal => multiply(decimal(n), each);
  if (stops) return stopped(charge, month, low === high ? low : undefined, rounding);
  if (units === undefined || low === undefined || low !== high) {
    return openLine(charge, month, charge.unit, each, unknownUnits(units, hasRule));
  }
  const arithmetic = `${units.low} - ${included} = ${low}; ${low} × ${price(each)} = ${plain(exact(low))}`;
  return line(charge, month, rounding, {
    ...{ quantity: low, unit: charge.unit, each, exact: exact(low) },
    explanation:
      low === 0n
        ? {
            zh: `用量 ${units.low} 条，未超过所含 ${included} 条`,
            en: `${units.low} units used, within the ${included} included`,
          }
        : { zh: `超出套餐：${arithmetic}`, en: `Beyond the package: ${arithmetic}` },
  });
}

/** Beyond the quota nothing is to be sent, and nothing is owed for what was; how many that were may stay open. */
function stopped(charge: PackageCharge, month: BilledMonth, over: bigint | undefined, rounding: Rounding): Rated {
  const zero = decimal(0);
  const count = over === undefined ? { zh: '', en: '' } : { zh: ` ${over} 条`, en: ` (${over} units)` };
  return line(charge, month, rounding, {
    ...{ quantity: 0n, unit: charge.unit, each: zero, exact: zero },
    explanation: {
      zh: `满 ${charge.included} 条即停止发送，超出部分${count.zh}不计费`,
      en: `Sending stops at ${charge.included}; what was sent beyond${count.en} is not charged`,
    },
  });
}

/** Units beyond the included ones; undefined where the count has no upper bound (-1n). */
const beyond = (units: bigint, included: bigint): bigint | undefined =>
  units < 0n ? undefined : units > included ? units - included : 0n;
