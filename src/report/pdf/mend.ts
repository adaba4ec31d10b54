import { dictionaryOf, type Parts, putTogether, reference, streamOf, takeApart, textOfStream } from './parts.ts';
import { numberHeads } from './table-heads.ts';
import { meantBy, readMap, writeMap } from './to-unicode.ts';

export interface Mended {
  pdf: Uint8Array;
  /** Every character for which a font gave a glyph. */
  drawn: ReadonlySet<string>;
}

/**
 * What Chromium printed, with the text that the page has instead of look-alikes, and with nothing in it of the clock or
 * the system: both dates are as-of (Beijing time). Undefined where the file is of a form that cannot be changed.
 */
export function mend(printed: Buffer, html: string, asOf: string): Mended | undefined {
  const parts = takeApart(printed);
  const about = parts && reference(parts.trailer, 'Info');
  const info = about === undefined ? undefined : parts?.objects.get(about);
  if (!parts || about === undefined || !info) return undefined;
  const drawn = mendText(parts, meantBy(html));
  if (!drawn) return undefined;
  numberHeads(parts);
  parts.objects.set(about, informed(about, dictionaryOf(info), asOf));
  return { pdf: putTogether(parts), drawn };
}

/** Mends the map from glyphs to text of each font; gives every character that is drawn. */
function mendText({ objects }: Parts, meant: (text: string) => string): Set<string> | undefined {
  const drawn = new Set<string>();
  const maps = new Set([...objects.values()].flatMap((object) => reference(dictionaryOf(object), 'ToUnicode') ?? []));
  for (const number of maps) {
    const object = objects.get(number);
    const cmap = object && textOfStream(object);
    if (cmap === undefined) return undefined;
    const pairs = readMap(cmap).map(([code, text]) => [code, meant(text)] as const);
    for (const [, text] of pairs) for (const one of text) drawn.add(one);
    objects.set(number, streamOf(number, writeMap(cmap, pairs)));
  }
  return drawn;
}

function informed(number: number, dictionary: string, asOf: string): Buffer {
  const title = /\/Title\s*(?:<[^>]*>|\((?:\\.|[^\\)])*\))/s.exec(dictionary)?.[0] ?? '';
  const date = `(D:${asOf.slice(0, 19).replace(/\D/g, '')}+08'00')`;
  return Buffer.from(
    `${number} 0 obj\n<<${title}\n/Creator (Lvyue)\n/Producer (Skia/PDF)\n/CreationDate ${date}\n/ModDate ${date}>>\nendobj\n`,
    'latin1',
  );
}
