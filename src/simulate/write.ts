import { randomBytes } from 'node:crypto';
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stop } from '../problem.ts';
import { sqlType } from '../records/cells.ts';
import { truthFile } from '../records/files.ts';
import { ident, literal } from '../records/sql.ts';
import { openStore, type Store } from '../records/store.ts';
import { tables } from '../records/tables.ts';

export type Format = 'csv' | 'parquet';

/** A data folder that is being written: it comes to its place whole, or not at all. */
export interface Folder {
  /** Writes one file of a table in the columns given; texts are of letters and digits, or quoted here. */
  table(name: string, suffix: string, columns: readonly string[], rows: Iterable<Readonly<object>>): Promise<void>;
  finish(truth: object): Promise<void>;
  abandon(): Promise<void>;
}

/** Starts a folder. Throws Stop where `out` holds anything but the files of an earlier simulation. */
export async function startFolder(out: string, format: Format): Promise<Folder> {
  const target = resolve(out);
  refuseForeign(target, out);
  const part = join(dirname(target), `.${basename(target)}.${randomBytes(4).toString('hex')}.part`);
  mkdirSync(part, { recursive: true });
  const work = join(part, '.work');
  mkdirSync(work);
  const store = format === 'parquet' ? await openStore(work) : undefined;
  // One thread, so that the same rows give the same bytes.
  await store?.query('SET threads = 1');
  const files: string[] = [];
  return {
    async table(name, suffix, columns, rows) {
      const csv = join(store ? work : part, `${name}${suffix}.csv`);
      await pipeline(Readable.from(chunks(columns, rows)), createWriteStream(csv));
      files.push(`${name}${suffix}.${format}`);
      if (!store) return;
      await convert(store, name, columns, csv, join(part, `${name}${suffix}.parquet`));
      rmSync(csv);
    },
    async finish(truth) {
      await store?.close();
      rmSync(work, { recursive: true, force: true });
      writeFileSync(join(part, truthFile), `${JSON.stringify({ ...truth, madeBy, files }, null, 2)}\n`);
      const old = `${part}.old`;
      if (existsSync(target)) renameSync(target, old);
      renameSync(part, target);
      rmSync(old, { recursive: true, force: true });
    },
    async abandon() {
      await store?.close();
      rmSync(part, { recursive: true, force: true });
    },
  };
}

/** Marks a truth file as ours: only a folder that bears it is written over. */
const madeBy = 'lvyue simulate';

function refuseForeign(target: string, out: string): void {
  if (!existsSync(target)) return;
  const entries = readdirSync(target);
  const files = filesOf(join(target, truthFile));
  const own = new Set(files.length > 0 ? [truthFile, ...files] : []);
  const foreign = entries.find((name) => !own.has(name));
  if (foreign !== undefined) stop('out-foreign', { folder: out, name: foreign }, { file: out });
}

/** The files that an earlier simulation says it wrote; none where there was none. */
function filesOf(path: string): string[] {
  if (!existsSync(path)) return [];
  try {
    const truth: unknown = JSON.parse(readFileSync(path, 'utf8'));
    const own = typeof truth === 'object' && truth !== null && 'madeBy' in truth && truth.madeBy === madeBy;
    return own && 'files' in truth && Array.isArray(truth.files) ? truth.files.map(String) : [];
  } catch {
    return [];
  }
}

const CHUNK = 1 << 18;

function* chunks(columns: readonly string[], rows: Iterable<Readonly<object>>): Generator<string> {
  let text = `${columns.join(',')}\n`;
  for (const row of rows) {
    const cells = row as Record<string, unknown>;
    for (let i = 0; i < columns.length; i++) {
      if (i > 0) text += ',';
      text += cell(cells[columns[i] ?? '']);
    }
    text += '\n';
    if (text.length > CHUNK) {
      yield text;
      text = '';
    }
  }
  yield text;
}

function cell(value: unknown): string {
  const text = value === null || value === undefined ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

async function convert(
  store: Store,
  table: string,
  columns: readonly string[],
  csv: string,
  to: string,
): Promise<void> {
  const known = tables.find(({ name }) => name === table)?.columns ?? [];
  const types = columns.map((name) => {
    const column = known.find((one) => one.name === name);
    if (!column) throw new Error(`${table} has no column ${name}`);
    return `${literal(name)}: ${literal(sqlType[column.type])}`;
  });
  await store.query(`COPY (SELECT ${columns.map(ident).join(', ')} FROM read_csv(${literal(csv)}, header = true,
    auto_detect = false, delim = ',', quote = '"', escape = '"', columns = {${types.join(', ')}}))
    TO ${literal(to)} (FORMAT parquet)`);
}
