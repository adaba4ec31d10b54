/** A contract's text (headings `#`, paragraphs, tables `|`, page breaks `---`) as its parts in order. */
export function partsOf(text) {
  const parts = [];
  for (const block of text.split(/\n\s*\n/)) {
    const lines = block.split('\n').filter((line) => line.trim() !== '');
    const [first] = lines;
    if (first === undefined) continue;
    if (first === '---') parts.push({ kind: 'break' });
    else if (first.startsWith('|')) {
      const rows = lines.filter((line) => !/^\|[\s|-]+\|$/.test(line) || !line.includes('---'));
      parts.push({
        kind: 'table',
        rows: rows.map((row) =>
          row
            .slice(1, -1)
            .split('|')
            .map((cell) => cell.trim()),
        ),
      });
    } else
      for (const line of lines) {
        const heading = /^(#+) (.*)$/.exec(line);
        parts.push(heading ? { kind: 'heading', text: heading[2] } : { kind: 'paragraph', text: line });
      }
  }
  return parts;
}

/** What stands in a running head: the contract's title, which is its last heading on the first page. */
export const titleOf = (parts) => {
  const end = parts.findIndex(({ kind }) => kind === 'break');
  const headings = parts.slice(0, end < 0 ? parts.length : end).filter(({ kind }) => kind === 'heading');
  return headings.at(-1)?.text ?? '';
};

export const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
