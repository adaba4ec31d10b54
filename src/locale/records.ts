import type { ProblemData } from '../problem.ts';
import type { Said } from './index.ts';

type Code =
  | 'out-exists'
  | 'records-header-row'
  | 'records-blank'
  | 'records-bad-cells'
  | 'records-bad-rows'
  | 'records-table-missing'
  | 'records-column-cost'
  | 'records-doubt'
  | Extract<keyof ProblemData, `mapping-${string}`>;

/** What a language says of exports and their mapping. */
export type RecordProblem = { [C in Code]: (data: ProblemData[C]) => Said };
