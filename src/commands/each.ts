import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, join, parse, resolve } from 'node:path';
import { contractFile, contractIds, contractsFolder } from '../contract/find.ts';
import { progressWords } from '../locale/progress.ts';
import { stop } from '../problem.ts';
import { prepare } from '../records/prepare.ts';
import type { Inputs } from '../rules/inputs.ts';
import { loadRules } from '../rules/load.ts';
import { loadCalendar } from '../time/calendar.ts';
import { asOfFlag } from './as-of.ts';
import { type Io, langOf, type Options, text } from './command.ts';
import { withInputs } from './inputs.ts';

/** The contracts that were named, else all of the project. Throws Stop (`no-contracts`) where there is none. */
export function askedContracts(named: readonly string[]): readonly string[] {
  const asked = named.length > 0 ? named : contractIds();
  return asked.length > 0 ? asked : stop('no-contracts', { folder: contractsFolder() });
}

/** Contracts at a time: more than the two cores of most machines, so that none is idle while the last are worked on. */
const lanes = 3;

/** What their stores hold in memory at most, in megabytes. */
const memory = 2_000;

/**
 * Opens the inputs of several contracts, a few at a time, all at one as-of, and closes them after use. A contract whose
 * id is a folder of the data has that one, and rows that are set aside go to a file of its own where there are several.
 * The results come in the order asked, and so does what is told. Throws the first Stop in that order, and begins none
 * after it.
 */
export async function withEach<T>(
  asked: readonly string[],
  options: Options,
  io: Io,
  use: (inputs: Inputs, io: Io) => Promise<T>,
): Promise<T[]> {
  const fixed = { ...options, asOf: asOfFlag(options) };
  const [rules, calendar] = [loadRules(), loadCalendar()];
  const todo = asked.map((contract, at) => {
    const id = basename(dirname(resolve(contractFile(contract))));
    const own = { ...fixed, ...dataOf(fixed, id), ...(asked.length > 1 && quarantineOf(fixed, id)) };
    return { contract, at, id, own };
  });
  const twice = todo.find(({ id }, at) => todo.findIndex((one) => one.id === id) < at);
  if (twice) stop('contract-twice', { id: twice.id });
  const told = asked.map(() => '');
  const done: PromiseSettledResult<T>[] = [];
  const failed = () => done.some((one) => one?.status === 'rejected');
  const width = Math.min(lanes, asked.length);
  const store = {
    folders: todo.flatMap(({ own }) => text(own, 'data') ?? []),
    threads: Math.max(1, Math.floor(availableParallelism() / width)),
    memory: `${Math.floor(memory / Math.max(2, width))}MB`,
  };
  const lane = async () => {
    const shared = { rules, calendar, prepared: await prepare(calendar, store) };
    try {
      for (let one = todo.shift(); one; one = failed() ? undefined : todo.shift()) {
        const { contract, at, id, own } = one;
        if (io.terminal) io.err(`${progressWords.contract(at + 1, asked.length, id)[langOf(options)]}\n`);
        const err = (said: string) => {
          told[at] += said;
        };
        const quiet = { ...io, terminal: false, err };
        const work = withInputs(contract, own, quiet, (inputs) => use(inputs, quiet), { shared });
        [done[at]] = (await Promise.allSettled([work])) as [PromiseSettledResult<T>];
      }
    } finally {
      await shared.prepared.close();
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
  for (const said of told) if (said !== '') io.err(said);
  return done.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
}

/** A contract's own folder of the data, else the data folder itself. */
function dataOf(options: Options, id: string): Options {
  const data = text(options, 'data');
  return data !== undefined && existsSync(join(data, id)) ? { data: join(data, id) } : {};
}

/** aside.csv as aside-<id>.csv: one file for all would hold only the rows of the last. */
function quarantineOf(options: Options, id: string): Options {
  const file = text(options, 'quarantine');
  if (file === undefined) return {};
  const { dir, name, ext } = parse(file);
  return { quarantine: join(dir, `${name}-${id}${ext}`) };
}
