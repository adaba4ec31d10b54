// Validation against the libraries alone, on the same files; and the start of one command against that of Node.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { main } from '../../dist/commands/main.js';
import { ajvOfSchemas, base } from '../../dist/yaml/ajv.js';

const io = { out: () => {}, err: () => {}, terminal: false };

/** A folder of so many contracts, the given ones in turn under other names. */
function contracts(ids, count) {
  const folder = mkdtempSync(join(tmpdir(), 'lvyue-bench-'));
  const texts = ids.map((id) => readFileSync(`contracts/${id}/contract.yaml`, 'utf8'));
  const files = Array.from({ length: count }, (_, i) => {
    const dir = join(folder, `contract-${i}`);
    mkdirSync(dir);
    const text = texts[i % texts.length].replace(/^id: .*$/m, `id: contract-${i}`);
    writeFileSync(join(dir, 'contract.yaml'), text);
    return join(dir, 'contract.yaml');
  });
  return { folder, files };
}

/** Seconds for all contracts by `lvyue validate`, and by yaml and a compiled ajv alone: the best of several turns each. */
export async function measureValidate(ids, count, turns = 3) {
  const { folder, files } = contracts(ids, count);
  const check = ajvOfSchemas().getSchema(`${base}contract.schema.json`);
  const best = { ours: Number.POSITIVE_INFINITY, bare: Number.POSITIVE_INFINITY };
  for (let turn = 0; turn < turns; turn++) {
    let started = performance.now();
    for (const file of files) if (!check(parse(readFileSync(file, 'utf8')))) throw new Error(`bare: ${file}`);
    best.bare = Math.min(best.bare, (performance.now() - started) / 1000);
    started = performance.now();
    if ((await main(['validate', folder], io)) !== 0) throw new Error('validate found something');
    best.ours = Math.min(best.ours, (performance.now() - started) / 1000);
  }
  return best;
}

/** Milliseconds of each command line as a process of its own: the best of so many, in turns. */
export function measureStarts(lines, turns = 20) {
  const best = lines.map(() => Number.POSITIVE_INFINITY);
  for (let turn = 0; turn < turns; turn++) {
    for (const [i, args] of lines.entries()) {
      const started = performance.now();
      const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' });
      if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`);
      best[i] = Math.min(best[i], performance.now() - started);
    }
  }
  return best;
}
