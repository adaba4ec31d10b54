// Makes a checkout ready to run: installs what the lock file names unless that is done, then builds what has changed.
import { execSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const stamp = 'node_modules/.lvyue-lock';
const lock = readFileSync('package-lock.json', 'utf8');
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  console.error('lvyue: installing dependencies (once) …');
  execSync('npm ci --no-audit --no-fund --loglevel=error', { stdio: ['ignore', 2, 'inherit'] });
  writeFileSync(stamp, lock);
}
await import('./build.mjs');
