import { escaped } from './text.ts';

/** A rule for the cells of a range: a drop-down or a bound, and what Excel says when one of them is chosen. */
export interface Validation {
  /** Such as A2:A1048576. */
  range: string;
  kind: 'any' | 'list' | 'whole' | 'decimal';
  /** Of a list: the name of the range that holds the values. */
  list?: string;
  /** Other values are refused, with these words. */
  refusal?: string;
  title: string;
  prompt: string;
}

/** Excel takes at most 32 characters of a title and 255 of a message. */
export function validationXml({ range, kind, list, refusal, title, prompt }: Validation): string {
  const type = kind === 'any' ? '' : ` type="${kind}"`;
  const bound = kind === 'whole' || kind === 'decimal';
  const says = ` promptTitle="${escaped(cut(title, 32))}" prompt="${escaped(cut(prompt, 255))}"`;
  const refuses = refusal === undefined ? '' : ` showErrorMessage="1" error="${escaped(cut(refusal, 225))}"`;
  const formula = kind === 'list' ? list : bound ? '0' : undefined;
  const head = `<dataValidation${type}${bound ? ' operator="greaterThanOrEqual"' : ''} allowBlank="1" showInputMessage="1"`;
  const tail = `${refuses}${says} sqref="${range}"`;
  return formula === undefined
    ? `${head}${tail}/>`
    : `${head}${tail}><formula1>${escaped(formula)}</formula1></dataValidation>`;
}

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
