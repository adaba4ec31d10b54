import { existsSync } from 'node:fs';
import { contractFile } from '../contract/find.ts';
import { contractIn } from '../contract/load.ts';
import type { Amendment, Contract } from '../contract/schema.generated.ts';
import { amended, inForceBy } from '../contract/versions.ts';
import { stop } from '../problem.ts';
import { isDay } from '../time/day.ts';
import { readYaml, type Source } from '../yaml/read.ts';
import { readRevision } from './revision.ts';

/** One of the two contracts that are compared. */
export interface Side {
  /** As it was named, with its day. */
  label: string;
  source: Source;
  /** As written; with a day, the terms in force on it, without the list of amendments. */
  contract: Contract;
  /** As written. */
  written: Contract;
  /** The amendments that are in its terms, in order of their effect. */
  amendments: readonly Amendment[];
}

interface Named {
  name: string;
  day: string | undefined;
}

/** `<contract>@<day>`, or the day that is asked for both. Throws Stop for a day that there is not. */
function named(text: string, on: string | undefined): Named {
  // A folder may be called so itself.
  const [, name = text, day] = existsSync(text) ? [] : (/^(.+)@(\d{4}-\d{2}-\d{2})$/.exec(text) ?? []);
  return { name, day: dayOf('@', day) ?? dayOf('--on', on) };
}

function dayOf(flag: string, day: string | undefined): string | undefined {
  if (day === undefined) return undefined;
  return isDay(day) ? day : stop('flag-invalid', { flag, value: day, expected: '2024-09-01' });
}

/**
 * Both contracts: an id, a path, or `<revision>:<path>` of git, each with `@<day>` for the terms in force on that day.
 * Where only one has a day, the other is the paper as signed. Throws Stop where one cannot be read or is not valid.
 */
export function readSides(before: string, after: string, on?: string): [Side, Side] {
  const both = [named(before, on), named(after, on)] as const;
  const isDated = both.some(({ day }) => day !== undefined);
  const [one, other] = both.map((name) => sideOf(name, isDated));
  return [one as Side, other as Side];
}

function sideOf({ name, day }: Named, isDated: boolean): Side {
  const source = read(name);
  const { contract: written } = contractIn(source);
  const label = day === undefined ? name : `${name}@${day}`;
  if (!isDated) return { label, source, contract: written, written, amendments: [] };
  const all = day === undefined ? [] : inForceBy(written, day);
  const { amendments: _, waivers = [], ...terms } = amended(written, all);
  const isOn = ({ from, to, expires }: (typeof waivers)[number]) =>
    day !== undefined && from <= day && day <= to && day <= expires;
  const held = waivers.filter(isOn);
  const contract = held.length > 0 ? { ...terms, waivers: held } : terms;
  return { label, source, contract, written, amendments: all };
}

function read(name: string): Source {
  const [, revision, path] = /^([^:]*):(.+)$/s.exec(name) ?? [];
  // A path may hold a colon, and on some systems begins with a drive.
  const isPath = revision === undefined || path === undefined || existsSync(name) || /^[A-Za-z]:[\\/]/.test(name);
  return isPath ? readYaml(contractFile(name)) : readRevision(revision, path);
}
