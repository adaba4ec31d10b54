import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Lang } from '../../locale/text.ts';
import { verdictNames } from '../../locale/verdicts.ts';
import { firstLine, stop } from '../../problem.ts';
import { ident, literal } from '../../records/sql.ts';
import type { Store } from '../../records/store.ts';
import { columnSql, headers, partColumns, type StoreColumn, written } from './columns.ts';
import type { Kept } from './keep.ts';

export type EvidenceFormat = 'csv' | 'parquet';

export interface EvidenceOptions {
  format: EvidenceFormat;
  lang: Lang;
  /** The numbers of natural persons in full. */
  unmask: boolean;
}

/** All evidence of one finding, as it was written. */
export interface EvidenceFile {
  obligation: string;
  /** Within the folder. */
  file: string;
  rows: number;
  bytes: number;
  sha256: string;
}

/**
 * Writes all evidence that was kept, a file for each obligation that has any: the rows and the order of the page, then
 * those that it leaves out. Where the terms changed or a waiver began or ended within the period, the rows of each part
 * follow each other, and columns say which part it is. CSV has a byte order mark and headers in the reader's words;
 * Parquet the names of the columns. Same rows, same bytes. Throws Stop (`file-unwritable`) where the folder cannot be
 * written.
 */
export async function writeEvidence(
  store: Store,
  kept: ReadonlyMap<string, readonly Kept[]>,
  folder: string,
  options: EvidenceOptions,
): Promise<EvidenceFile[]> {
  const files: EvidenceFile[] = [];
  for (const [obligation, parts] of kept) {
    const file = `${obligation}.${options.format}`;
    const query = await selection(store, parts, options);
    if (query.rows === 0) continue;
    const path = join(folder, file);
    try {
      mkdirSync(folder, { recursive: true });
      await store.query(`copy (${query.sql}) to ${literal(path)} (${query.copy})`);
    } catch (error) {
      stop('file-unwritable', { detail: firstLine(error as Error) }, { file: path });
    }
    files.push({ obligation, file, rows: query.rows, ...(await digest(path)) });
    for (const { table } of parts) await store.query(`drop table ${ident(table)}`);
  }
  return files;
}

/** What is written of some parts, and how. */
async function selection(store: Store, parts: readonly Kept[], { format, lang, unmask }: EvidenceOptions) {
  const columns = await Promise.all(parts.map(({ table }) => columnsOf(store, table)));
  const selects = parts.map((part, i) => {
    const list = (columns[i] ?? []).map((column) => {
      const sql = columnSql(column, unmask);
      return `${format === 'csv' ? written(sql, column, lang) : sql} as ${ident(column.name)}`;
    });
    const told = [part.from, part.to, verdictNames[part.verdict][lang]];
    const which = parts.length > 1 ? told.map((value, n) => `${literal(value)} as ${partColumns[n]}`) : [];
    return `select ${[...which, ...list].join(', ')} from ${ident(part.table)}`;
  });
  const of = parts.map(({ table }) => `select "table" from ${ident(table)}`).join(' union all ');
  const [count] = await store.query(
    `select count(*) as rows, count(distinct "table") as tables, any_value("table") as "table" from (${of})`,
  );
  const names = [...new Set([...(parts.length > 1 ? partColumns : []), ...columns.flat().map(({ name }) => name)])];
  const heads = headers(names, count?.tables === 1 ? String(count.table) : undefined, lang);
  const line = heads.map((head) => `"${head.replaceAll('"', '""')}"`).join(',');
  return {
    sql: selects.join(' union all by name '),
    rows: Number(count?.rows),
    copy:
      format === 'parquet'
        ? 'format parquet, compression zstd'
        : `format csv, header false, prefix ${literal(`\ufeff${line}\n`)}, suffix '\n'`,
  };
}

async function columnsOf(store: Store, table: string): Promise<StoreColumn[]> {
  const rows = await store.query(
    'select column_name as name, data_type as type from duckdb_columns() where table_name = $table order by column_index',
    { table },
  );
  return rows.map(({ name, type }) => ({ name: String(name), type: String(type) }));
}

async function digest(path: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  await pipeline(createReadStream(path), async (chunks) => {
    for await (const chunk of chunks as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      hash.update(chunk);
    }
  });
  return { bytes, sha256: hash.digest('hex') };
}
