import type { PackageCharge } from '../../../contract/schema.generated.ts';
import { type Decimal, decimal, multiply, plain, price, round, yuan } from '../../../money.ts';
import type { Units } from '../../usage/units.ts';
import type { Stretch } from '../stretches.ts';
import { brokenMonth, line, openLine, partOfTerm, type Rated, type Rounding } from './line.ts';
import { unknownUnits } from './units.ts';

/** A package: the fee of the month, and a price for each unit beyond the included ones, unless sending stops there. */
export function ratePackage(
  charge: PackageCharge,
  stretch: Stretch,
  units: Units | undefined,
  rounding: Rounding,
  hasRule: boolean,
): Rated[] {
  const fee = decimal(charge.fee);
  if (stretch.part) return [openLine(charge, stretch, 'month', fee, brokenMonth(stretch))];
  const shown = yuan(round(fee, rounding.digits));
  const part = partOfTerm(stretch);
  const feeLine = line(charge, stretch, rounding, {
    ...{ quantity: 1n, unit: 'month', each: fee, exact: fee },
    explanation: {
      zh: `月功能费 ${shown} 元，含 ${charge.included} 条${part.zh}`,
      en: `Monthly fee ${shown}, ${charge.included} units included${part.en}`,
    },
  });
  return [feeLine, overage(charge, stretch, units, rounding, hasRule)];
}

function overage(
  charge: PackageCharge,
  stretch: Stretch,
  units: Units | undefined,
  rounding: Rounding,
  hasRule: boolean,
): Rated {
  const stops = charge.overage === 'stop';
  const each = decimal(stops ? 0 : charge.price);
  const included = BigInt(charge.included);
  const [low, high] = units ? [beyond(units.low, included), beyond(units.high, included)] : [undefined, undefined];
  const exact = (n: bigint): Decimal => multiply(decimal(n), each);
  if (stops) return stopped(charge, stretch, low === high ? low : undefined, rounding);
  if (units === undefined || low === undefined || low !== high) {
    return openLine(charge, stretch, charge.unit, each, unknownUnits(units, hasRule));
  }
  const arithmetic = `${units.low} - ${included} = ${low}; ${low} × ${price(each)} = ${plain(exact(low))}`;
  return line(charge, stretch, rounding, {
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
function stopped(charge: PackageCharge, stretch: Stretch, over: bigint | undefined, rounding: Rounding): Rated {
  const zero = decimal(0);
  const count = over === undefined ? { zh: '', en: '' } : { zh: ` ${over} 条`, en: ` (${over} units)` };
  return line(charge, stretch, rounding, {
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
