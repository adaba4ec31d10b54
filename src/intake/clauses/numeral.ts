const digits = '〇一二三四五六七八九十';

/** A Chinese numeral up to 九十九, or digits, as a number; NaN for what is none. */
export function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [, tens = '', ten = '', ones = ''] =
    /^([二三四五六七八九]?)(十?)([〇零一二三四五六七八九]?)$/.exec(text.replace('两', '二')) ?? [];
  if (tens + ten + ones === '') return Number.NaN;
  const one = ones === '' || ones === '零' ? 0 : digits.indexOf(ones);
  if (ten === '') return tens === '' ? one : ones === '' ? digits.indexOf(tens) : Number.NaN;
  return (tens === '' ? 1 : digits.indexOf(tens)) * 10 + one;
}

/** A number from 1 to 99 as a Chinese numeral. */
export function chineseOf(number: number): string {
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 || tens === 0 ? digits[ones] : ''}`;
}
