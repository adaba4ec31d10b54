import { deflateSync, inflateSync } from 'node:zlib';

/** A PDF in pieces: its objects by number, each with its `N 0 obj … endobj`. */
export interface Parts {
  head: Buffer;
  objects: Map<number, Buffer>;
  /** The dictionary that says which object is the root, and which tells title and dates. */
  trailer: string;
}

/**
 * Takes a PDF apart that has one plain cross-reference table, as Chromium writes it. Undefined where it has not: such a
 * file cannot be changed here.
 */
export function takeApart(pdf: Buffer): Parts | undefined {
  const end = pdf.toString('latin1', Math.max(0, pdf.length - 1024));
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(end)?.[1] ?? 0);
  const table = pdf.toString('latin1', start);
  const [whole, count = '', entries = ''] =
    /^xref\s+0 (\d+)\s+((?:\d{10} \d{5} [nf][ \r\n]{2})+)trailer/.exec(table) ?? [];
  const trailer = /trailer\s*(<<.*>>)\s*startxref/s.exec(table)?.[1];
  if (!whole || !trailer || /\/(Prev|Encrypt|XRefStm)\b/.test(trailer)) return undefined;
  const used = entries
    .match(/.{18}../gs)
    ?.flatMap((entry, number) => (entry[17] === 'n' ? [{ number, at: Number(entry.slice(0, 10)) }] : []));
  if (!used || entries.length !== 20 * Number(count)) return undefined;
  used.sort((a, b) => a.at - b.at);
  const objects = new Map(used.map(({ number, at }, i) => [number, pdf.subarray(at, used[i + 1]?.at ?? start)]));
  const sound = [...objects].every(([number, object]) =>
    object.toString('latin1', 0, 20).startsWith(`${number} 0 obj`),
  );
  return sound ? { head: pdf.subarray(0, used[0]?.at), objects, trailer } : undefined;
}

/**
 * The same PDF again, with a cross-reference table for the objects as they are now. They stand in the order of their
 * numbers: Chromium's threads write each as soon as it is done.
 */
export function putTogether({ head, objects, trailer }: Parts): Buffer {
  const sorted = [...objects].sort(([a], [b]) => a - b);
  const size = Math.max(...objects.keys()) + 1;
  const entries = Array.from({ length: size }, () => '0000000000 65535 f \n');
  let at = head.length;
  for (const [number, object] of sorted) {
    entries[number] = `${String(at).padStart(10, '0')} 00000 n \n`;
    at += object.length;
  }
  const tail = `xref\n0 ${size}\n${entries.join('')}trailer\n${trailer}\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([head, ...sorted.map(([, object]) => object), Buffer.from(tail, 'latin1')]);
}

/** The number of the object that a dictionary names under a key. */
export function reference(dictionary: string, key: string): number | undefined {
  const number = new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary)?.[1];
  return number === undefined ? undefined : Number(number);
}

const opening = /^\d+ 0 obj\s*<<.*?>>\s*stream\r?\n/s;

/** An object's dictionary: what stands before its stream, or all of it. */
export const dictionaryOf = (object: Buffer): string => {
  const text = object.toString('latin1');
  return opening.exec(text)?.[0] ?? text;
};

/** The text of a compressed stream that has neither filter parameters nor a length told elsewhere. */
export function textOfStream(object: Buffer): string | undefined {
  const dictionary = opening.exec(object.toString('latin1'))?.[0];
  const length = /\/Length (\d+)(?! \d+ R)/.exec(dictionary ?? '')?.[1];
  if (!dictionary || !length || !/\/Filter \/FlateDecode\b/.test(dictionary)) return undefined;
  return inflateSync(object.subarray(dictionary.length, dictionary.length + Number(length))).toString('latin1');
}

/** An object that is a compressed stream of this text. */
export function streamOf(number: number, text: string): Buffer {
  const packed = deflateSync(Buffer.from(text, 'latin1'));
  const head = `${number} 0 obj\n<</Filter /FlateDecode\n/Length ${packed.length}>> stream\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), packed, Buffer.from('\nendstream\nendobj\n', 'latin1')]);
}
