// Bundles src/ and compiles schemas/ to dist/ when anything that goes into them is newer than the last build.
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const stamp = 'dist/.built';
const inputs = [
  'package-lock.json',
  '.ci/build.mjs',
  '.ci/validators.mjs',
  ...['src', 'schemas'].flatMap((folder) => readdirSync(folder, { recursive: true }).map((f) => join(folder, f))),
];
const newest = Math.max(...inputs.map((file) => statSync(file).mtimeMs));
if (!existsSync(stamp) || statSync(stamp).mtimeMs < newest) {
  const { rolldown } = await import('rolldown');
  rmSync('dist', { recursive: true, force: true });
  // What every start needs is bundled, which halves the start; the rest is loaded where it is asked for.
  const bundled = ['commander', 'fastest-levenshtein', 'yaml'];
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const external = Object.keys(dependencies)
    .filter((name) => !bundled.includes(name))
    .map((name) => new RegExp(`^${name}(/|$)`));
  // The front doors; then what the build itself, the benchmark and the screenshots open.
  const doors = ['cli', 'index'];
  const inner = ['yaml/ajv', 'yaml/built', 'commands/main', 'billing/two-sided/reconcile', 'report/pdf/find-browser'];
  const records = ['records/beside', 'records/prepare', 'records/store'];
  const bundle = await rolldown({
    input: Object.fromEntries([...doors, ...inner, ...records].map((name) => [name, `src/${name}.ts`])),
    platform: 'node',
    external,
  });
  await bundle.write({
    dir: 'dist',
    format: 'esm',
    minify: { compress: true, mangle: false, codegen: true },
    chunkFileNames: '[name]-[hash].js',
  });
  await import('./validators.mjs');
  chmodSync('dist/cli.js', 0o755);
  writeFileSync(stamp, '');
}
