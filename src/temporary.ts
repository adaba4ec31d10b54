import { rmSync } from 'node:fs';

/** Folders that must not outlive the process, however it ends. */
const folders = new Set<string>();
process.on('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** The folder goes when the process ends, unless it is gone before. */
export const temporary = (folder: string): void => void folders.add(folder);
export const removed = (folder: string): void => void folders.delete(folder);
