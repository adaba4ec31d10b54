import { basename, dirname, resolve } from 'node:path';
import { type Problem, problem } from '../problem.ts';
import { explain } from '../yaml/explain.ts';
import type { Source } from '../yaml/read.ts';
import { schemaErrors } from '../yaml/schema.ts';
import { effectProblems } from './effect.ts';
import { amendmentProblems, waiverProblems } from './later.ts';
import { referenceProblems } from './references.ts';
import { registerProblems } from './register.ts';
import type { Contract } from './schema.generated.ts';
import { soundPart } from './sound.ts';
import { unfilled } from './unfilled.ts';

/** All that is wrong with a contract file: its YAML, its schema, and what its parts say of each other. */
export function validate(source: Source): Problem[] {
  if (source.data === undefined) return [...source.problems];
  const lines = new Set(source.problems.map(({ line }) => line));
  // What YAML has read otherwise than it was meant breaks the schema too.
  const rest = validateData(source.data, source).filter(({ line }) => !lines.has(line));
  const wrong = [...source.problems, ...rest].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  // Dozens of lines to fill would hide the errors among them.
  return [...wrong, ...folderProblems(source), ...unfilled(source)];
}

/** The same for data that may have been changed since it was read; problems stand where the source has the nearest part. */
export function validateData(data: unknown, source: Source): Problem[] {
  const wrong = explain(schemaErrors('contract', data), source);
  if (wrong.length === 0) {
    const contract = data as Contract;
    const amendments = amendmentProblems(contract, source);
    return [
      ...inside(contract, source),
      ...amendments,
      ...(amendments.length === 0 ? effectProblems(contract, source) : []),
    ];
  }
  const sound = soundPart(data, wrong, source);
  if (!sound) return wrong;
  return [...wrong, ...sound.withoutEchoes(inside(sound.contract, sound.source))];
}

/** Commands find a contract by the folder under contracts/ that holds it. */
function folderProblems({ file, data, locate }: Source): Problem[] {
  const folder = dirname(resolve(file));
  const { id } = (data ?? {}) as { id?: unknown };
  if (basename(dirname(folder)) !== 'contracts' || typeof id !== 'string' || id === basename(folder)) return [];
  return [problem('id-folder', { id, folder: basename(folder) }, locate('/id'), 'warning')];
}

/** What the parts say of each other. */
const inside = (contract: Contract, source: Source): Problem[] =>
  onceEach([
    ...referenceProblems(contract, source),
    ...registerProblems(contract, source),
    ...waiverProblems(contract, source),
  ]);

/** What is named in many places and stands nowhere is one problem, at the first of them. */
function onceEach(problems: readonly Problem[]): Problem[] {
  const named = problems.flatMap((one) => (one.code === 'reference-unknown' ? [one.data.id] : []));
  const seen = new Set<string>();
  return problems.flatMap((one): Problem[] => {
    if (one.code !== 'reference-unknown') return [one];
    const { id } = one.data;
    if (seen.has(id)) return [];
    seen.add(id);
    const more = named.filter((other) => other === id).length - 1;
    return [more > 0 ? { ...one, data: { ...one.data, more } } : one];
  });
}
