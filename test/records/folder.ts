import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { say } from '../../src/locale/index.ts';
import { type Problem, Stop } from '../../src/problem.ts';
import { type Options, openRecords, type Records } from '../../src/records/open.ts';
import { loadCalendar } from '../../src/time/calendar.ts';

export const calendar = loadCalendar();

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** A new data folder with these files. */
export async function dataFolder(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lvyue-test-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return folder;
}

/** Opens the folder, hands it to `use` and closes it. */
export async function withRecords<T>(
  folder: string,
  use: (records: Records) => Promise<T>,
  options: Partial<Options> = {},
): Promise<T> {
  const records = await openRecords(folder, { calendar, ...options });
  try {
    return await use(records);
  } finally {
    await records.close();
  }
}

/** The problems for which opening the folder stops. */
export async function faultsOf(folder: string): Promise<readonly Problem[]> {
  try {
    await withRecords(folder, async () => undefined);
  } catch (error) {
    if (error instanceof Stop) return error.problems;
    throw error;
  }
  throw new Error('the folder opened, although it should not have');
}

/** Problems as a person reads them, each as "file name:line message | help". */
export const spoken = (problems: readonly Problem[], lang: 'zh' | 'en' = 'en'): string[] =>
  problems.map((each) => {
    const { message, help } = say(each, lang);
    return `${each.file?.split(/[/\\]/).at(-1)}${each.line === undefined ? '' : `:${each.line}`} ${message} | ${help}`;
  });

/** All rows of a table in an order that does not hang on how they came in. */
export async function contents(records: Records, table: string): Promise<string[]> {
  const rows = await records.store.query(`SELECT * FROM "${table}"`);
  return rows.map((row) => JSON.stringify(row)).sort();
}

export const text = (path: string): Promise<string> => readFile(path, 'utf8');
