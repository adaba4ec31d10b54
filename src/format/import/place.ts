import { half, schemaFor } from '../../authoring/meaning.ts';
import { isMap } from '../../contract/values.ts';
import { intakeWords } from '../../locale/intake.ts';
import type { Lang } from '../../locale/text.ts';
import { partyNames } from '../../locale/verdicts.ts';
import type { Schema } from '../../yaml/ajv.ts';
import { bundled } from '../../yaml/bundle.ts';

let contractSchema: Schema | undefined;

/** What the schema calls a place of a draft, part by part: `/settlement/cap/amount` is 对账与结算 › 合同封顶金额 › 封顶金额. */
export function placeName(pointer: string, contract: unknown, lang: Lang): string {
  const steps = stepsOf(pointer);
  const names = steps.flatMap((step, i) => {
    // What holds both parties or all parameters tells nothing.
    if (step === 'parties' || step === 'parameters') return [];
    const at = steps.slice(0, i + 1);
    if (typeof step === 'number') {
      const item = valueAt(contract, at);
      const title = isMap(item) && isMap(item.title) ? item.title[lang] : undefined;
      return typeof title === 'string' ? [title] : [];
    }
    if (step === 'customer' || step === 'carrier') return [partyNames[step][lang]];
    const schema = schemaOf(contract, at);
    return schema ? (keyName(schema, lang) ?? []) : step;
  });
  return names.slice(-3).join(intakeWords[lang].within);
}

/** The first words of what the schema says of a key; undefined where they are no name. */
export function keyName({ description }: Schema, lang: Lang): string | undefined {
  const said = typeof description === 'string' ? half(description, lang) : '';
  const name = said.split(/[：，；:,;（(]/)[0]?.trim() ?? '';
  // Of a choice the schema lists the words: "MT 下行、MO 上行".
  return name === '' || (lang === 'zh' && /^[A-Za-z]/.test(name)) ? undefined : name;
}

export const stepsOf = (pointer: string): (string | number)[] =>
  pointer
    .split('/')
    .slice(1)
    .map((one) => (/^\d+$/.test(one) ? Number(one) : one));

/** The schema of a place; undefined where the contract has nothing that could hold it. */
export function schemaOf(contract: unknown, steps: readonly (string | number)[]): Schema | undefined {
  const around = valueAt(contract, steps.slice(0, -1));
  if (typeof around !== 'object' || around === null) return undefined;
  contractSchema ??= bundled('contract');
  return schemaFor(contractSchema, contract, steps);
}

export const valueAt = (value: unknown, steps: readonly (string | number)[]): unknown =>
  steps.reduce<unknown>((one, step) => (one as Record<string | number, unknown> | undefined)?.[step], value);
