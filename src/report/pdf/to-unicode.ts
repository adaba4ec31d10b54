import { ideographOf } from '../../radicals.ts';

const radical = /^[\u2E80-\u2FDF\uF900-\uFAFF]$/u;
const han = /^\p{Script=Han}$/u;
/** Unicode's root order, which holds most radicals to be their ideograph in another dress. */
const order = new Intl.Collator('en', { sensitivity: 'base' });

/** What Chromium writes down, and what the page may have instead where fonts draw both with one glyph. */
const twins = new Map(
  ['㬵胶', '㫚曶', '㬺幐', '㮣槩', '壿墫', '〜～', '·・', '・·', '‒–', '⸺——'].map(
    (pair) => [pair.slice(0, 1), pair.slice(1)] as const,
  ),
);

/** Every Han character of a text once. */
export const hanOf = (text: string): Set<string> => new Set([...text].filter((one) => han.test(one)));

/**
 * Says for a character of a PDF's text which one of the page it stands for. Fonts draw a radical (⽅ U+2F45, ⻅ U+2EC5) and
 * its ideograph (方, 见) with one glyph, and Chromium writes down the radical: such a text is found by no search.
 */
export function meantBy(page: string): (text: string) => string {
  const own = new Set(page);
  const ideographs = [...hanOf(page)].filter((one) => !radical.test(one));
  const search = (one: string): string => {
    const twin = twins.get(one) ?? ideographOf(one);
    if (own.has([...twin][0] ?? '')) return twin;
    return radical.test(one) ? (ideographs.find((other) => order.compare(other, one) === 0) ?? twin) : one;
  };
  const known = new Map<string, string>();
  const meant = (one: string): string => {
    if (own.has(one) && !radical.test(one)) return one;
    const found = known.get(one) ?? search(one);
    known.set(one, found);
    return found;
  };
  return (text) => [...text].map(meant).join('');
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
