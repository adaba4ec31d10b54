// Compiles src/ to dist/ when anything that goes into it is newer than the last build.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const stamp = 'dist/.built';
const inputs = [
  'tsconfig.json',
  'package-lock.json',
  ...readdirSync('src', { recursive: true }).map((f) => join('src', f)),
];
const newest = Math.max(...inputs.map((file) => statSync(file).mtimeMs));
if (!existsSync(stamp) || statSync(stamp).mtimeMs < newest) {
  rmSync('dist', { recursive: true, force: true });
  const { status } = spawnSync(join('node_modules', '.bin', 'tsc'), ['-p', '.'], { stdio: 'inherit' });
  if (status !== 0) process.exit(1);
  chmodSync('dist/cli.js', 0o755);
  writeFileSync(stamp, '');
}
