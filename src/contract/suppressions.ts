import { nearest } from '../nearest.ts';
import { codeOf, type Problem, problem } from '../problem.ts';
import { pointerStep, splitPointer } from '../yaml/pointer.ts';
import type { Source } from '../yaml/read.ts';
import type { Contract, Suppression } from './schema.generated.ts';

export interface Sifted {
  problems: Problem[];
  suppressed: { problem: Problem; suppression: Suppression }[];
}

/** All codes, those that can be suppressed, and those whose checks have run: only of these can be told that none is there. */
export interface Codes {
  known: readonly string[];
  suppressible: readonly string[];
  ran: readonly string[];
}

/**
 * Sets aside the problems that the contract's `suppressions` name, up to the day on which they expire (Beijing days,
 * inclusive), where their codes can be suppressed. An entry that has expired, that suppresses nothing or names no code is an error itself.
 */
export function sift(problems: readonly Problem[], source: Source, asOf: string, codes: Codes): Sifted {
  const entries = suppressionsOf(source.data, problems);
  if (entries.length === 0) return { problems: [...problems], suppressed: [] };
  const used = new Set<Entry>();
  const suppressed: Sifted['suppressed'] = [];
  const rest = problems.filter((one) => {
    const entry = entries.find((each) => codes.suppressible.includes(each.code) && covers(each, one));
    if (!entry) return true;
    used.add(entry);
    if (entry.expires < asOf) return true;
    suppressed.push({ problem: one, suppression: entry });
    return false;
  });
  const own = entries.flatMap((entry) => {
    const { code, pointer, expires, index } = entry;
    const at = (key: string) => source.locate(`/suppressions/${index}/${key}`);
    if (!codes.known.includes(code)) {
      const near = nearest(code, codes.suppressible);
      return [problem('reference-unknown', { id: code, nearest: near, known: [] }, at('code'))];
    }
    if (!codes.suppressible.includes(code)) {
      return [problem('suppression-stale', { code, pointer, because: 'firm' }, at('code'))];
    }
    if (expires < asOf) return [problem('suppression-expired', { code, pointer, expires }, at('expires'))];
    if (used.has(entry) || !codes.ran.includes(code)) return [];
    return [problem('suppression-stale', { code, pointer, because: 'gone' }, at('pointer'))];
  });
  return { problems: [...rest, ...own], suppressed };
}

interface Entry extends Suppression {
  index: number;
  /** The pointer with indexes. */
  at: string;
}

/** The sound entries; of the others their own problems speak. */
function suppressionsOf(data: unknown, problems: readonly Problem[]): Entry[] {
  const { suppressions } = (data ?? {}) as Partial<Contract>;
  if (!Array.isArray(suppressions)) return [];
  const isBroken = (i: number) => problems.some(({ pointer }) => `${pointer}/`.startsWith(`/suppressions/${i}/`));
  return suppressions.flatMap((entry, index) =>
    isBroken(index) ? [] : [{ ...entry, index, at: byIndex(entry.pointer, data) }],
  );
}

const covers = ({ code, at }: Entry, one: Problem): boolean =>
  codeOf(one) === code && (one.pointer === at || (one.pointer ?? '').startsWith(`${at}/`));

/** `/obligations/user-complaints/kind` with the index in place of the id, or of a clause its number. */
function byIndex(pointer: string, data: unknown): string {
  let part = data;
  const steps = splitPointer(pointer).map((step) => {
    const items = Array.isArray(part) ? (part as ({ id?: unknown; ref?: unknown } | null)[]) : [];
    const named = items.findIndex((item) => item?.id === step || item?.ref === step);
    const key = named < 0 ? step : String(named);
    part = (part as Record<string, unknown> | null | undefined)?.[key];
    return pointerStep(key);
  });
  return ['', ...steps].join('/');
}
