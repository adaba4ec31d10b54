import { RuleDefect } from './decide.ts';

/** Replaces every {{name}} by its definition in brackets, down to the last. Throws RuleDefect for an unknown or circular name. */
export function expand(
  template: string,
  define: Readonly<Record<string, string>>,
  open: readonly string[] = [],
): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_all, name: string) => {
    const snippet = define[name];
    if (snippet === undefined) throw new RuleDefect(`{{${name}}} is not defined`);
    if (open.includes(name)) throw new RuleDefect(`{{${name}}} is defined by itself`);
    const sql = expand(snippet, define, [...open, name]);
    return /^\w+$/.test(sql) ? sql : `(${sql})`;
  });
}

/** Does a template read any of these names, itself or by way of its definitions? Throws RuleDefect like `expand`. */
export function readsAny(
  template: string,
  names: readonly string[],
  define: Readonly<Record<string, string>>,
): boolean {
  const mark = '\0';
  return expand(template, { ...define, ...Object.fromEntries(names.map((name) => [name, mark])) }).includes(mark);
}

/** The parameters a snippet reads, and the snippet with each renamed so that many obligations share one statement. */
export function rename(sql: string, to: (name: string) => string): string {
  return sql.replace(/\$([a-z_]+)/g, (_all, name: string) => `$${to(name)}`);
}
