import { accessSync, constants, statSync } from 'node:fs';
import { posix, win32 } from 'node:path';
import { stop } from '../../problem.ts';

/** What decides where a browser lies: the system's name as Node gives it, and the environment. */
export interface Machine {
  platform: NodeJS.Platform;
  env: Readonly<Record<string, string | undefined>>;
}

const names = {
  linux: [
    ...['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
    ...['microsoft-edge-stable', 'microsoft-edge'],
  ],
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'],
  win32: [
    'Google\\Chrome\\Application\\chrome.exe',
    'Chromium\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** Where Chromium, Chrome and Edge usually lie on a machine, in the order in which they are tried. */
export function usualPlaces({ platform, env }: Machine): string[] {
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined);
    return names.win32.flatMap((name) => roots.map((root) => win32.join(root, name)));
  }
  if (platform === 'darwin') {
    const roots = ['/Applications', ...(env.HOME ? [posix.join(env.HOME, 'Applications')] : [])];
    return names.darwin.flatMap((name) => roots.map((root) => posix.join(root, `${name}.app/Contents/MacOS/${name}`)));
  }
  const folders = (env.PATH ?? '').split(':').filter((folder) => folder !== '');
  return names.linux.flatMap((name) => folders.map((folder) => posix.join(folder, name)));
}

/**
 * The browser to print with: the one that is named, else the first found in the usual places.
 * Throws Stop (`browser-missing`) where there is none.
 */
export function findBrowser(named?: string, machine: Machine = process): string {
  const places = named === undefined ? usualPlaces(machine) : [named];
  return places.find(isProgram) ?? stop('browser-missing', { named });
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
