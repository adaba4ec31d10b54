import { isUtf8 } from 'node:buffer';
import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { stop } from '../problem.ts';

const chunks = (path: string) => createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>;

/** Where a character that the chunk cuts off begins (its length when none is). */
function wholeCharacters(chunk: Buffer): number {
  for (let back = 1; back <= Math.min(3, chunk.length); back++) {
    const byte = chunk[chunk.length - back] ?? 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? chunk.length - back : chunk.length;
    if (byte < 0x80) break;
  }
  return chunk.length;
}

/** UTF-16 without a byte order mark: of the two bytes of a character, only ever the same one is zero. */
function isWide(bytes: Buffer): boolean {
  const zeros = (from: number) => bytes.some((byte, at) => byte === 0 && at % 2 === from);
  return zeros(0) !== zeros(1);
}

async function encodingOf(path: string): Promise<'empty' | 'utf-8' | 'utf-16' | 'binary' | 'other'> {
  let rest: Buffer = Buffer.alloc(0);
  let first = true;
  let utf8 = true;
  for await (const chunk of chunks(path)) {
    if (first && ((chunk[0] === 0xff && chunk[1] === 0xfe) || (chunk[0] === 0xfe && chunk[1] === 0xff)))
      return 'utf-16';
    if (first && chunk.subarray(0, 1000).includes(0)) return isWide(chunk.subarray(0, 1000)) ? 'utf-16' : 'binary';
    first = false;
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const whole = wholeCharacters(bytes);
    utf8 = isUtf8(bytes.subarray(0, whole));
    if (!utf8) break;
    rest = bytes.subarray(whole);
  }
  if (first) return 'empty';
  return utf8 && rest.length === 0 ? 'utf-8' : 'other';
}

async function* decoded(path: string): AsyncIterable<string> {
  const decoder = new TextDecoder('gb18030', { fatal: true });
  for await (const chunk of chunks(path)) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/**
 * The path of a UTF-8 text with the content of `path`: the file itself, or a copy of a GB18030 file written to `copy`.
 * Stops on an empty file, on UTF-16 and on what is no text. `file` is how the user knows it.
 */
export async function utf8File(path: string, copy: string, file: string): Promise<string> {
  const encoding = await encodingOf(path);
  if (encoding === 'utf-8') return path;
  if (encoding === 'empty') stop('records-empty', {}, { file });
  if (encoding === 'utf-16' || encoding === 'binary') stop('records-encoding', { encoding }, { file });
  try {
    await pipeline(decoded(path), createWriteStream(copy));
  } catch (error) {
    if (error instanceof TypeError) stop('records-encoding', { encoding: 'unknown' }, { file });
    throw error;
  }
  return copy;
}
