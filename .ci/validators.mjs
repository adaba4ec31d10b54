// Writes what ajv compiles from schemas/, and beside it what V8 makes of that, so that no start has to do either again.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import standalone from 'ajv/dist/standalone/index.js';
import { parse } from 'yaml';
import { ajvOfSchemas, base, readSchema, schemaFiles } from '../dist/yaml/ajv.js';
import { loadBuilt } from '../dist/yaml/built.js';

const file = resolve('dist/validators.cjs');
const ids = schemaFiles()
  .filter((name) => readSchema(name).type || readSchema(name).oneOf)
  .map((name) => base + name);
// ajv's own exports must be names; ours are the ids.
const code = standalone.default(ajvOfSchemas(true), Object.fromEntries(ids.map((id, i) => [`check${i}`, id])));
const names = ids.map((id, i) => `${JSON.stringify(id)}: exports.check${i}`);
writeFileSync(file, `${code}\nmodule.exports = { ${names.join(', ')} };\n`);

// V8 keeps what has run: the functions that real contracts need.
const { checks, script } = loadBuilt(file);
for (const id of readdirSync('contracts')) {
  checks[`${base}contract.schema.json`](parse(readFileSync(`contracts/${id}/contract.yaml`, 'utf8')));
}
writeFileSync(`${file}.cache`, script.createCachedData());
