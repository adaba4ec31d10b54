import { half, schemaFor } from '../../authoring/meaning.ts';
import { isData } from '../../intake/template.ts';
import type { Lang } from '../../locale/text.ts';
import type { Schema } from '../../yaml/ajv.ts';
import { bundled } from '../../yaml/bundle.ts';

let contractSchema: Schema | undefined;

/** What the schema calls a place of a draft, part by part: `/settlement/cap/amount` is 对账与结算 › 合同封顶金额 › 封顶金额. */
export function placeName(pointer: string, contract: unknown, lang: Lang): string {
  contractSchema ??= bundled('contract');
  const steps = pointer.split('/').slice(1);
  const names = steps.flatMap((step, i) => {
    if (/^\d+$/.test(step)) {
      const item = at(contract, steps.slice(0, i + 1));
      const title = isData(item) && isData(item.title) ? item.title[lang] : undefined;
      return typeof title === 'string' ? [title] : [];
    }
    const path = steps.slice(0, i + 1).map((one) => (/^\d+$/.test(one) ? Number(one) : one));
    if (!reaches(contract, path)) return [step];
    const { description } = schemaFor(contractSchema ?? {}, contract, path);
    const name =
      typeof description === 'string'
        ? half(description, lang)
            .split(/[：，；:,;（(]/)[0]
            ?.trim()
        : step;
    // Of a choice the schema lists the words, which is no name.
    return name === undefined || (lang === 'zh' && /^[a-z]/.test(name)) ? [] : [name];
  });
  return names.slice(-3).join(' › ');
}

const at = (value: unknown, steps: readonly (string | number)[]): unknown =>
  steps.reduce<unknown>((one, step) => (one as Record<string | number, unknown> | undefined)?.[step], value);

/** Schemas are looked up along the data: up to its last part but one it must be there. */
const reaches = (value: unknown, path: readonly (string | number)[]): boolean =>
  at(value, path.slice(0, -1)) !== undefined;
