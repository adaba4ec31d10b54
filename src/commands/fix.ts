import { chmodSync, realpathSync, statSync } from 'node:fs';
import { shortPath } from '../format/problems/shown.ts';
import { type Problem, stop } from '../problem.ts';
import { parseYaml, type Source } from '../yaml/read.ts';
import { type Io, langOf, type Options } from './command.ts';
import { writeWhole } from './output.ts';
import { problemsIn, read } from './targets.ts';

/**
 * Mends in a file what is safe to mend: slips of typing whose meaning is beyond doubt. Only those characters change, so
 * comments, order and blank lines stay. A file that cannot be read after all mends is left as it was. Throws Stop for
 * a file that may not be written.
 */
export function fix(file: string, options: Options, io: Io): void {
  const { source } = read(file);
  if (!source) return;
  const { text, mended } = mend(source);
  if (mended === 0) return;
  const path = realpathSync(file);
  const { mode } = statSync(path);
  if ((mode & 0o222) === 0) stop('file-unwritable', { detail: 'EACCES' }, { file });
  writeWhole(path, text);
  chmodSync(path, mode & 0o7777);
  const name = shortPath(file);
  io.err(langOf(options) === 'zh' ? `${name}：已改正 ${mended} 处。\n` : `${name}: ${mended} place(s) mended.\n`);
}

/** The text after all mends that do good, and how many they are. */
export function mend(source: Source): { text: string; mended: number } {
  let [now, mended] = [source, 0];
  let refused = new Set<string>();
  for (;;) {
    const open = problemsIn(now).filter((one) => one.edits && !refused.has(nameOf(one)));
    if (open.length === 0) break;
    const done = firstGood(now, open);
    if (done) {
      now = done.next;
      mended += done.count;
    } else refused = new Set([...refused, ...open.map(nameOf)]);
  }
  return now.data === undefined ? { text: source.text, mended: 0 } : { text: now.text, mended };
}

/** All mends at once; where that does harm, the first alone that does none. */
function firstGood(now: Source, open: readonly Problem[]): { next: Source; count: number } | undefined {
  for (const some of [open, ...open.map((one) => [one])]) {
    const next = parseYaml(applied(now.text, some), now.file);
    if (isBetter(next, now, some)) return { next, count: some.length };
  }
  return undefined;
}

const nameOf = ({ code, line, column }: Problem): string => `${code}:${line}:${column}`;

/**
 * Not better: what can be read less than before, what doubles a key, and what leaves an error on its own line, or in
 * the structure at all, that no further mend is for.
 */
function isBetter(next: Source, before: Source, mended: readonly Problem[]): boolean {
  if (next.text === before.text || (before.data !== undefined && next.data === undefined)) return false;
  const doubled = ({ problems }: Source) => problems.filter(({ code }) => code === 'yaml-duplicate-key').length;
  const lines = new Set(mended.map(({ line }) => line));
  const open = problemsIn(next).filter(({ severity, edits }) => severity === 'error' && !edits);
  return doubled(next) <= doubled(before) && !open.some(({ code, line }) => code === 'yaml-syntax' || lines.has(line));
}

/** The text with the edits of all problems; of two that touch, the first. */
function applied(text: string, problems: readonly Problem[]): string {
  const edits = problems.flatMap(({ edits = [] }) => edits).sort((a, b) => a.start - b.start);
  let [made, at] = ['', 0];
  for (const { start, end, text: put } of edits) {
    if (start < at) continue;
    made += text.slice(at, start) + put;
    at = end;
  }
  return made + text.slice(at);
}
