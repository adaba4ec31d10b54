const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/**
 * Whether a text is a unified social credit code whose last character checks the others (GB 32100-2015): 18 characters
 * without I, O, S, V, Z; the sum of the first 17 by the weights 3^(i-1) mod 31, taken from 31.
 */
export function isCreditCode(text: string): boolean {
  const values = [...text].map((char) => characters.indexOf(char));
  if (values.length !== 18 || values.includes(-1)) return false;
  let [sum, weight] = [0, 1];
  for (const value of values.slice(0, 17)) {
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return values[17] === (31 - (sum % 31)) % 31;
}
