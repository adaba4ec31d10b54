import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { stop } from '../problem.ts';
import { type Io, type Options, text } from './command.ts';

/** A result goes to stdout, or with --out whole into that file. Throws Stop where it cannot be written. */
export function output(shown: string, options: Options, io: Io): void {
  const file = text(options, 'out');
  if (file === undefined) io.out(`${shown}\n`);
  else writeWhole(file, `${shown}\n`);
}

/** Writes a file whole or not at all: readers never see a part of it. Throws Stop where it cannot be written. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  // A device or a pipe cannot be replaced by a file.
  if (existsSync(file) && !statSync(file).isFile()) {
    writeTo(file, () => writeFileSync(file, content));
    return;
  }
  const part = `${file}.${randomBytes(4).toString('hex')}.part`;
  try {
    writeTo(file, () => {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(part, content);
      renameSync(part, file);
    });
  } finally {
    if (existsSync(part)) rmSync(part);
  }
}

function writeTo(file: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    stop('file-unwritable', { detail: (error as NodeJS.ErrnoException).code ?? '' }, { file });
  }
}
