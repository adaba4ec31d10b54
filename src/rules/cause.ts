import type { Charge } from '../contract/schema.generated.ts';
import type { Text } from '../locale/text.ts';

/** A way in which the carrier may have counted, from rules/causes; see schemas/cause.schema.json. */
export interface Cause {
  cause: string;
  means: Text;
  models?: readonly Charge['model'][];
  /** How the charge may have been counted, merged key by key. */
  charge?: object;
  terms?: 'before-amendment';
  free_months?: 'ignored';
  duplicates?: 'counted';
  /** Hours by which the month is cut late. */
  hours?: number;
  /** Added to every amount. */
  percent?: string | number;
  credits?: 'ignored';
  /** Named only where it explains the difference exactly. */
  only_exact?: true;
}
