import type { Risk } from '../locale/intake.ts';
import type { Text } from '../locale/text.ts';

export type Bearer = 'customer' | 'carrier' | 'both';

/** A rule of rules/intake: schemas/intake.schema.json says what each key means. */
export interface IntakeRule {
  id: string;
  title: Text;
  put: string;
  risk: Risk;
  about?: readonly string[];
  under?: string;
  not?: string;
  if?: Readonly<Record<string, readonly unknown[]>>;
  say: readonly string[];
  words?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  collect?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  bearer?: Bearer | 'subject' | 'anyone';
  side?: 'subject' | 'block' | 'signers' | 'customer' | 'carrier';
  as: unknown;
  needs?: readonly string[];
  each?: boolean;
  sure?: number;
  usual?: Readonly<Record<string, readonly [string | number, string | number]>>;
  look?: Text;
  examples: readonly Example[];
}

export interface Example {
  text: string;
  /** What must stand in what the rule reads, what it has besides left out; null where it must read nothing. */
  gives: unknown;
  draft?: Readonly<Record<string, unknown>>;
  titles?: string;
}
