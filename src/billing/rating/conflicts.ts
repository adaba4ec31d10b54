import type { Contract, Text } from '../../contract/schema.generated.ts';
import { conflictsOf, effectiveDay } from '../../contract/versions.ts';

/** A charge of which nobody can say from a day on what was agreed: two amendments of that day change it. */
export interface Conflict {
  id: string;
  from: string;
  reason: Text;
}

export function conflicts(contract: Contract): Conflict[] {
  return conflictsOf(contract).flatMap(({ one, other, term }) => {
    const [list, id] = term.split('.');
    if (list !== 'charges' || id === undefined) return [];
    const reason = {
      zh: `补充协议 ${other.id} 和 ${one.id} 同日生效，都改了这项费用，以哪一份为准不明：不计费`,
      en: `Amendments ${other.id} and ${one.id} take effect on one day and both change this charge; which of them stands is unknown: not billed`,
    };
    return [{ id, from: effectiveDay(one, contract), reason }];
  });
}
