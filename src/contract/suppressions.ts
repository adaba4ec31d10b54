import { nearest } from '../nearest.ts';
import { codeOf, type Problem, problem } from '../problem.ts';
import type { Source } from '../yaml/read.ts';
import { splitPointer } from '../yaml/read.ts';
import type { Contract, Suppression } from './schema.generated.ts';

export interface Sifted {
  problems: Problem[];
  suppressed: { problem: Problem; suppression: Suppression }[];
}

/** Codes that can be suppressed, and those of them whose checks have run: only of these can be told that none is there. */
export interface Codes {
  known: readonly string[];
  ran: readonly string[];
}

/**
 * Sets aside the warnings that the contract's `suppressions` name, up to the day on which they expire (Beijing days,
 * inclusive); errors stay. An entry that has expired, that suppresses nothing or names no code is an error itself.
 */
export function sift(problems: readonly Problem[], source: Source, asOf: string, { known, ran }: Codes): Sifted {
  const entries = suppressionsOf(source.data);
  if (entries.length === 0) return { problems: [...problems], suppressed: [] };
  const used = new Set<Suppression>();
  const suppressed: Sifted['suppressed'] = [];
  const rest = problems.filter((one) => {
    const [, entry] = entries.find(([, each]) => one.severity !== 'error' && covers(each, one, source.data)) ?? [];
    if (!entry) return true;
    used.add(entry);
    if (entry.expires < asOf) return true;
    suppressed.push({ problem: one, suppression: entry });
    return false;
  });
  const own = entries.flatMap(([i, entry]) => {
    const { code, pointer, expires } = entry;
    const at = (key: string) => source.locate(`/suppressions/${i}/${key}`);
    if (!known.includes(code)) {
      return [problem('reference-unknown', { id: code, nearest: nearest(code, known), known: [] }, at('code'))];
    }
    if (expires < asOf) return [problem('suppression-expired', { code, pointer, expires }, at('expires'))];
    if (used.has(entry) || !ran.includes(code)) return [];
    const because = problems.some((one) => covers(entry, one, source.data)) ? 'error' : 'gone';
    return [problem('suppression-stale', { code, pointer, because }, at('pointer'))];
  });
  return { problems: [...rest, ...own], suppressed };
}

/** The well-formed entries with their indexes; the schema speaks of the others. */
function suppressionsOf(data: unknown): (readonly [number, Suppression])[] {
  const { suppressions } = (data ?? {}) as Partial<Contract>;
  if (!Array.isArray(suppressions)) return [];
  return [...suppressions.entries()].filter(
    ([, one]) =>
      [one?.code, one?.expires, one?.reason?.zh, one?.reason?.en].every((value) => typeof value === 'string') &&
      /^\//.test(one.pointer),
  );
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
