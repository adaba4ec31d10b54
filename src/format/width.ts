import stringWidth from 'string-width';

/** Text from a file as a terminal may show it: what would move the cursor, colour or turn the text around is a box. */
export const harmless = (text: string): string =>
  text.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\u25a1');

/** Pads to a width in terminal cells, where a Chinese character takes two. */
export function pad(text: string, width: number, side: 'left' | 'right' = 'right'): string {
  const space = ' '.repeat(Math.max(0, width - stringWidth(text)));
  return side === 'right' ? text + space : space + text;
}

export interface Column {
  head: string;
  align?: 'left' | 'right';
}

/** A plain table: heads, then rows, two spaces between columns. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const all = [columns.map((column) => column.head), ...rows];
  const widths = columns.map((_, i) => Math.max(...all.map((row) => stringWidth(row[i] ?? ''))));
  const line = (row: readonly string[]) =>
    columns
      .map((column, i) => pad(row[i] ?? '', widths[i] ?? 0, column.align === 'right' ? 'left' : 'right'))
      .join('  ')
      .trimEnd();
  return all.map(line).join('\n');
}

/** Breaks text into lines of at most `width` cells: at spaces for words, between Chinese characters but not behind an opening mark. */
export function wrap(text: string, width: number, indent = ''): string {
  const lines: string[] = [];
  let line = '';
  for (const token of text.match(/[（《“]*(?:[\u0021-\u024f]+|[^\s])|\s/gu) ?? []) {
    const closing = /^[，。；：、！？）》”]$/u.test(token);
    // Room for a closing mark, which stays with what it closes.
    if (line && !closing && stringWidth(line + token) > width - stringWidth(indent) - 2) {
      lines.push(line.trimEnd());
      line = '';
    }
    if (line || token.trim()) line += token;
  }
  if (line.trim()) lines.push(line.trimEnd());
  return lines.map((each) => indent + each).join('\n');
}
