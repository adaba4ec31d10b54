// Writes what ajv compiles from schemas/, and beside it what V8 makes of that, so that no start has to do either again.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import standalone from 'ajv/dist/standalone/index.js';
import { parseDocument } from 'yaml';
import { ajvOfSchemas, base, readSchema, schemaFiles } from '../dist/yaml/ajv.js';
import { loadBuilt } from '../dist/yaml/built.js';

const file = resolve('dist/validators.cjs');
const ids = schemaFiles().flatMap((name) => {
  const { type, oneOf } = readSchema(name);
  return type || oneOf ? [base + name] : [];
});
// ajv's own exports must be names; ours are the ids.
const code = standalone.default(ajvOfSchemas(true), Object.fromEntries(ids.map((id, i) => [`check${i}`, id])));
const names = ids.map((id, i) => `${JSON.stringify(id)}: exports.check${i}`);
writeFileSync(file, `${code}\nmodule.exports = { ${names.join(', ')} };\n`);

// V8 keeps what has run: the functions that real contracts need. One that somebody is still writing is no hindrance.
const { checks, script } = loadBuilt(file);
for (const contract of readdirSync('contracts').map((id) => `contracts/${id}/contract.yaml`)) {
  const document = existsSync(contract) ? parseDocument(readFileSync(contract, 'utf8')) : undefined;
  if (document?.errors.length === 0) checks[`${base}contract.schema.json`](document.toJS());
}
writeFileSync(`${file}.cache`, script.createCachedData());
