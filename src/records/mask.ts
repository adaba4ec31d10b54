/** Columns that hold a person's number. */
const personal = new Set(['recipient', 'caller', 'callee']);

/** 138****1234: the first three and the last four digits; short numbers keep only their ends. */
export function maskNumber(number: string): string {
  const all = [...number];
  return all.length >= 8
    ? `${all.slice(0, -8).join('')}****${all.slice(-4).join('')}`
    : all.map((one, i) => (i < all.length - 2 ? '*' : one)).join('');
}

/** The same in SQL over an expression, for rows that never leave the store. */
export const maskedSql = (number: string): string =>
  `case when length(${number}) >= 8 then left(${number}, length(${number}) - 8) || '****' || right(${number}, 4)
   else repeat('*', greatest(length(${number}) - 2, 0)) || right(${number}, 2) end`;

export const isPersonal = (column: string): boolean => personal.has(column);

/** A row with the numbers of natural persons masked, unless they are asked for. */
export function mask<Row extends Record<string, unknown>>(row: Row, unmask: boolean): Row {
  if (unmask) return row;
  const entries = Object.entries(row).map(([name, value]) =>
    personal.has(name) && typeof value === 'string' ? [name, maskNumber(value)] : [name, value],
  );
  return Object.fromEntries(entries) as Row;
}
