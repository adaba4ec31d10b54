/** An SQL string literal. For what the code itself knows (patterns, file paths); values of users are bound. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** An SQL identifier. */
export const ident = (name: string): string => `"${name.replaceAll('"', '""')}"`;
