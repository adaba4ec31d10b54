// `npm run check`: types, lint and import layers, dead code, generated types, and what may not stand in the repository.
import { spawnSync } from 'node:child_process';

const steps = [
  ['types of src', 'tsc', '--noEmit', '-p', '.'],
  ['types of test', 'tsc', '--noEmit', '-p', 'test'],
  ['lint and format', 'biome', 'ci', '.'],
  ['import layers', 'node', '.ci/layers.mjs'],
  ['no binary float on a money path', 'node', '.ci/money.mjs'],
  ['dead code', 'knip', '--no-progress'],
  ['generated types', 'node', '.ci/types.mjs', '--check'],
  ['generated snippets', 'node', '.ci/snippets.mjs', '--check'],
  ["people's data and text of contracts", 'node', '.ci/privacy.mjs'],
];
let failed = 0;
for (const [what, command, ...args] of steps) {
  const { status } = spawnSync(command === 'node' ? process.execPath : `node_modules/.bin/${command}`, args, {
    stdio: 'inherit',
  });
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${what}`);
  if (status !== 0) failed += 1;
}
process.exit(failed > 0 ? 1 : 0);
