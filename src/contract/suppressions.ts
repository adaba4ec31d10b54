import { nearest } from '../nearest.ts';
import { codeOf, type Problem, problem } from '../problem.ts';
import type { Source } from '../yaml/read.ts';
import { splitPointer } from '../yaml/read.ts';
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
  const used = new Set<Suppression>();
  const suppressed: Sifted['suppressed'] = [];
  const rest = problems.filter((one) => {
    const [, entry] =
      entries.find(([, each]) => codes.suppressible.includes(codeOf(one)) && covers(each, one, source.data)) ?? [];
    if (!entry) return true;
    used.add(entry);
    if (entry.expires < asOf) return true;
    suppressed.push({ problem: one, suppression: entry });
    return false;
  });
  const own = entries.flatMap(([i, entry]) => {
    const { code, pointer, expires } = entry;
    const at = (key: string) => source.locate(`/suppressions/${i}/${key}`);
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

/** The sound entries with their indexes; of the others their own problems speak. */
function suppressionsOf(data: unknown, problems: readonly Problem[]): (readonly [number, Suppression])[] {
  const { suppressions } = (data ?? {}) as Partial<Contract>;
  if (!Array.isArray(suppressions)) return [];
  const isBroken = (i: number) => problems.some(({ pointer }) => `${pointer}/`.startsWith(`/suppressions/${i}/`));
  return [...suppressions.entries()].filter(([i]) => !isBroken(i));
}

function covers({ code, pointer }: Suppression, one: Problem, data: unknown): boolean {
  const at = byIndex(pointer, data);
  return codeOf(one) === code && (one.pointer === at || (one.pointer ?? '').startsWith(`${at}/`));
}

/** `/obligations/user-complaints/kind` with the index in place of the id, or of a clause its number. */
function byIndex(pointer: string, data: unknown): string {
  let part = data;
  const steps = splitPointer(pointer).map((step) => {
    const items = Array.isArray(part) ? (part as ({ id?: unknown; ref?: unknown } | null)[]) : [];
    const named = items.findIndex((item) => item?.id === step || item?.ref === step);
    const key = named < 0 ? step : String(named);
    part = (part as Record<string, unknown> | null | undefined)?.[key];
    return key.replaceAll('~', '~0').replaceAll('/', '~1');
  });
  return ['', ...steps].join('/');
}
