import { type Problem, Stop } from '../problem.ts';
import { explain } from './explain.ts';
import { readYaml, type Source } from './read.ts';
import { schemaErrors } from './schema.ts';

/** Everything wrong with a file as YAML, or else against `schemas/<schema>.schema.json`. */
export function problemsOf(source: Source, schema: string): readonly Problem[] {
  return source.problems.length > 0 ? source.problems : explain(schemaErrors(schema, source.data), source);
}

/** Reads files of one schema. Returns them with all that is wrong in any of them. Throws Stop for a file that cannot be read. */
export function readChecked(files: readonly string[], schema: string): { sources: Source[]; problems: Problem[] } {
  const sources = files.map(readYaml);
  return { sources, problems: sources.flatMap((source) => problemsOf(source, schema)) };
}

/** The data of one of the program's own files. Throws Stop with all that is wrong in it. */
export function readSound(file: string, schema: string): unknown {
  const { sources, problems } = readChecked([file], schema);
  if (problems.length > 0) throw new Stop(problems);
  return sources[0]?.data;
}
