import { stop } from '../problem.ts';
import { pointerStep } from '../yaml/pointer.ts';
import type { Relation } from './relation.ts';
import { literal } from './sql.ts';
import type { Store } from './store.ts';

/** A UTF-8 file of one JSON object a line. A line that is none is a row fault; empty lines are passed over. */
export async function ndjsonRelation(store: Store, path: string, file: string): Promise<Relation> {
  const lines = `SELECT ltrim(line, chr(65279)) AS line, try_cast(ltrim(line, chr(65279)) AS JSON) AS json
    FROM read_csv(${literal(path)}, auto_detect = false, header = false, delim = chr(1), quote = '', escape = '',
    columns = {'line': 'VARCHAR'})`;
  const keys = await store.query(`SELECT DISTINCT unnest(json_keys(json)) AS key FROM (${lines}) ORDER BY key`);
  const headers = keys.map((row) => String(row.key));
  if (headers.length === 0) stop('records-damaged', { format: 'ndjson', detail: '' }, { file });
  const pointers = headers.map((key) => literal(`/${pointerStep(key)}`));
  const isObject = `coalesce(json_type(json) = 'OBJECT', false)`;
  const cells = headers.map((_, index) => `cells[${index + 1}] AS c${index}`);
  cells[0] = 'CASE WHEN fault THEN line ELSE cells[1] END AS c0';
  return {
    sql: `SELECT ${cells.join(', ')}, fault FROM (SELECT line, line IS NOT NULL AND NOT ${isObject} AS fault,
      CASE WHEN ${isObject} THEN json_extract_string(json, [${pointers.join(', ')}]) END AS cells FROM (${lines}))`,
    headers,
    firstRow: 1,
  };
}
