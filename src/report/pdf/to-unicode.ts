const radicals = /[\u2E80-\u2FDF\uF900-\uFAFF]/gu;
const han = /\p{Script=Han}/gu;
/** Unicode's root order, which holds a radical to be its ideograph in another dress. */
const order = new Intl.Collator('en', { sensitivity: 'base' });

/** Every Han character of a text once. */
export const hanOf = (text: string): Set<string> => new Set(text.match(han) ?? []);

/**
 * Says for a character of a PDF's text which one of the page it stands for. Fonts draw a radical (⽅ U+2F45, ⻅ U+2EC5) and
 * its ideograph (方, 见) with one glyph, and Chromium writes down the radical: such a text is found by no search.
 */
export function ideographs(page: ReadonlySet<string>): (text: string) => string {
  const known = new Map<string, string>();
  const own = [...page].filter((one) => !one.match(radicals));
  const ideographOf = (radical: string): string =>
    own.find((one) => order.compare(one, radical) === 0) ?? radical.normalize('NFKC');
  return (text) =>
    text.replace(radicals, (radical) => {
      const found = known.get(radical) ?? ideographOf(radical);
      known.set(radical, found);
      return found;
    });
}

/** The codes of a font's glyphs with the text that each stands for. */
export function readMap(cmap: string): [code: string, text: string][] {
  const pairs: [string, string][] = [];
  for (const [, kind, block = ''] of cmap.matchAll(/beginbf(char|range)\s(.*?)\sendbf/gs)) {
    const cells = [...block.matchAll(/<([0-9A-Fa-f]+)>/g)].map(([, hex = '']) => hex);
    if (kind === 'char')
      for (let i = 0; i + 1 < cells.length; i += 2) pairs.push([cells[i] ?? '', decoded(cells[i + 1] ?? '')]);
    else
      for (let i = 0; i + 2 < cells.length; i += 3)
        pairs.push(...spread(cells[i] ?? '', cells[i + 1] ?? '', cells[i + 2] ?? ''));
  }
  return pairs;
}

/** The same map with other texts; a block holds a hundred at most. */
export function writeMap(cmap: string, pairs: readonly (readonly [code: string, text: string])[]): string {
  const blocks: string[] = [];
  for (let i = 0; i < pairs.length; i += 100) {
    const some = pairs.slice(i, i + 100);
    blocks.push(
      `${some.length} beginbfchar\n${some.map(([code, text]) => `<${code}> <${encoded(text)}>\n`).join('')}endbfchar\n`,
    );
  }
  const [before = ''] = cmap.split(/\d+ beginbf(?:char|range)/, 1);
  return `${before}${blocks.join('')}${cmap.slice(cmap.lastIndexOf('endcmap'))}`;
}

/** A range of codes whose texts follow each other. */
function spread(from: string, to: string, first: string): [string, string][] {
  const [start, text] = [Number.parseInt(from, 16), decoded(first)];
  return Array.from({ length: Number.parseInt(to, 16) - start + 1 }, (_, i) => [
    (start + i).toString(16).toUpperCase().padStart(from.length, '0'),
    text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + i),
  ]);
}

const decoded = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');
const encoded = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase();
