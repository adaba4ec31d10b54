import type { Random } from './random.ts';

const texts: Readonly<Record<string, string>> = {
  verification: '为动态验证码，请在五分钟内输入；如非本人操作，请忽略本消息。',
  notice: '您提交的申请已受理，可登录服务平台查询进度；如有疑问，请拨打服务热线。',
  management: '系统今晚例行维护，部分功能暂停使用，请各单位提前安排；给您带来不便，敬请谅解。',
  commercial: '新服务现已上线，登录服务平台了解详情和优惠办法，欢迎体验；活动期间名额有限。',
  member: '尊敬的会员，您的积分已更新，登录会员中心查看明细；本月另有会员专享活动。',
};
const codeLength = 6;
const tails = new Map<string, Map<number, string>>();

/** Filler of that length, in UTF-16 units. */
function tail(category: string, length: number): string {
  let own = tails.get(category);
  if (!own) {
    own = new Map();
    tails.set(category, own);
  }
  let text = own.get(length);
  if (text === undefined) {
    const filler = texts[category] ?? texts.notice ?? '';
    text = filler.repeat(Math.ceil(length / filler.length)).slice(0, length);
    own.set(length, text);
  }
  return text;
}

/**
 * A body of its category, with a code where people must type one, and with its ending: in UTF-16 units so long that one
 * segment is usual, two and three occur, and a message often fills its segments to the last character or has one too many.
 * Now and then a character of two units is in it.
 */
export function contentOf(
  category: string,
  ending: string,
  { size, brackets }: { size: number; brackets: number },
  signature: number,
  rng: Random,
): string {
  const code = category === 'verification' ? String(rng.int(0, 999_999)).padStart(codeLength, '0') : '';
  const length = lengthOf(size, rng) - signature - brackets;
  const rest = Math.max(0, length - code.length - ending.length);
  const body = rest > 12 && rng.chance(1) ? `${tail(category, rest - 2)}🔑` : tail(category, rest);
  return code + body + ending;
}
/** Length of body, signature and brackets together. */
function lengthOf(size: number, rng: Random): number {
  const lot = rng.int(0, 99);
  if (lot < 78) return rng.int(Math.floor(size / 2), size);
  if (lot < 88) return size;
  if (lot < 92) return size + 1;
  if (lot < 95) return 2 * size;
  if (lot < 97) return 2 * size + 1;
  return rng.int(size + 2, 3 * size);
}
