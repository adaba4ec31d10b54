import { closeSync, fstatSync, openSync, readFileSync, statSync } from 'node:fs';
import { stop } from '../../problem.ts';

/** A contract of fifty pages takes 1 MB, one scanned in colour at 300 dpi some 50. */
const mostMegabytes = 200;

/** The bytes of a PDF. Throws Stop where there is no such file, or it is no PDF, empty, or larger than 200 MB. */
export function bytesOf(file: string): Uint8Array {
  let handle: number | undefined;
  try {
    // A pipe would be waited for, and a device be read, without end.
    const what = statSync(file);
    if (what.isDirectory()) stop('pdf-form', { fault: 'folder' }, { file });
    if (!what.isFile()) stop('pdf-form', { fault: 'device' }, { file });
    handle = openSync(file, 'r');
    const about = fstatSync(handle);
    if (about.size > mostMegabytes * 1_000_000)
      stop('pdf-size', { of: 'megabytes', found: Math.round(about.size / 1_000_000), most: mostMegabytes }, { file });
    const bytes = new Uint8Array(readFileSync(handle));
    if (bytes.length === 0) stop('pdf-form', { fault: 'empty' }, { file });
    // Readers allow something before the head, such as the lines of a mail.
    if (!Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) stop('pdf-form', { fault: 'other' }, { file });
    return bytes;
  } catch (error) {
    if (error instanceof Error && 'code' in error) stop('file-unreadable', { detail: String(error.code) }, { file });
    throw error;
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}
