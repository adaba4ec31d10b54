// Writes src/contract/schema.generated.ts from schemas/, or with --check fails when it is stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { compileFromFile } from 'json-schema-to-typescript';

const target = 'src/contract/schema.generated.ts';
const text = await compileFromFile('schemas/contract.schema.json', {
  cwd: 'schemas',
  additionalProperties: false,
  bannerComment: '/** Generated from schemas/contract.schema.json by `npm run types`. Do not edit. */',
  ignoreMinAndMaxItems: true,
});
if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text) {
    console.error(`${target} is stale: run "npm run types"`);
    process.exit(1);
  }
} else {
  writeFileSync(target, text);
}
