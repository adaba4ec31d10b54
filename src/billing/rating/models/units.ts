import type { Text } from '../../../locale/text.ts';
import type { Units } from '../../usage/units.ts';

/** Why units cannot be counted exactly; `hasRule`: the paper says how messages are cut into segments. */
export function unknownUnits(units: Units | undefined, hasRule: boolean): Text {
  if (!units) return { zh: '数据不足：没有提供短信记录', en: 'Not enough data: no message records supplied' };
  if (!hasRule) {
    return {
      zh: `数据不足：合同没有写怎样拆分计条，只知至少 ${units.low} 条`,
      en: `Not enough data: the contract does not say how messages are cut into segments; at least ${units.low}`,
    };
  }
  if (units.high < 0n) {
    return {
      zh: '数据不足：有短信既无内容也无字数，无法计条',
      en: 'Not enough data: some messages have neither body nor length',
    };
  }
  return {
    zh: `数据不足：签名或未送达的原因没有记录，条数在 ${units.low} 到 ${units.high} 之间`,
    en: `Not enough data: signatures or causes of failure are not recorded; the count lies between ${units.low} and ${units.high}`,
  };
}
