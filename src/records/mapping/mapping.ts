import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Of } from '../../hash.ts';
import { nearest } from '../../nearest.ts';
import { type Problem, problem, Stop } from '../../problem.ts';
import { problemsOf } from '../../yaml/checked.ts';
import { readYaml } from '../../yaml/read.ts';
import { type Entry, type Mapped, readEntry } from './entry.ts';

/** The file of a data folder that says how other headers and words are to be read. */
export const mappingFile = 'mapping.yaml';

export interface Mapping {
  entries: readonly Mapped[];
  /** SHA-256 of the bytes, in hexadecimal: it changes what is computed. */
  hash: string;
}

/** Reads the mapping of a data folder, where it has one. Throws Stop with all that is wrong in it. */
export function loadMapping(dir: string): Mapping | undefined {
  const path = join(dir, mappingFile);
  if (!existsSync(path)) return undefined;
  const source = readYaml(path);
  const problems = problemsOf(source, 'mapping').map((one) =>
    one.code === 'yaml-empty' ? problem('mapping-empty', {}, { file: path }) : one,
  );
  if (problems.length > 0) throw new Stop(problems);
  const { files } = source.data as { files: Entry[] };
  const read = files.map((entry, i) => readEntry(entry, `/files/${i}`, source));
  const wrong = read.flatMap((one) => one.problems);
  if (wrong.length > 0) throw new Stop(wrong);
  return { entries: read.map((one) => one.mapped), hash: sha256Of(source.text) };
}

/** The entry for a file, or for a sheet of it; the first that fits. `*` stands for any characters. */
export const entryFor = (mapping: Mapping | undefined, file: string, sheet?: string): Mapped | undefined =>
  mapping?.entries.find((entry) => fits(entry.file, file) && entry.sheet === sheet);

/** Warnings for entries that fit no file of the folder. */
export const unfit = (mapping: Mapping | undefined, names: readonly string[]): Problem[] =>
  (mapping?.entries ?? []).flatMap(({ file, place }) =>
    names.some((name) => fits(file, name))
      ? []
      : [problem('mapping-unused', { name: file, nearest: nearest(file, names), known: names }, place, 'warning')],
  );

/** Warnings for entries that fit files of the folder and never count: an earlier one comes first, or no file has sheets. */
export const idle = (mapping: Mapping | undefined, names: readonly string[]): Problem[] =>
  (mapping?.entries ?? []).flatMap(({ file, sheet, place }, at, all) => {
    const mine = names.filter((name) => fits(file, name));
    const [first] = mine;
    if (first === undefined) return [];
    const told = (because: 'earlier' | 'no-sheets', name: string) => [
      problem('mapping-idle', { because, name }, place, 'warning'),
    ];
    if (sheet !== undefined && !mine.some((name) => /\.xlsx$/i.test(name))) return told('no-sheets', first);
    const before = (name: string) => all.slice(0, at).find((one) => one.sheet === sheet && fits(one.file, name));
    const earlier = before(first);
    return earlier && mine.every(before) ? told('earlier', earlier.file) : [];
  });

const fits = (pattern: string, name: string): boolean =>
  new RegExp(`^${pattern.split('*').map(escaped).join('.*')}$`, 'iu').test(name.normalize('NFC'));

const escaped = (text: string) => text.normalize('NFC').replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
