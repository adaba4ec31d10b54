// Imports run one way: a file may import from its own room and from rooms on lower floors only.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** From the ground up. Rooms on one floor do not know each other. */
const floors = [
  ['home.ts', 'hash.ts', 'temporary.ts', 'problem.ts', 'money.ts', 'nearest.ts', 'group.ts', 'radicals.ts'],
  ['capitals.ts'],
  ['locale', 'yaml'],
  ['time'],
  ['contract', 'records', 'workbook'],
  ['rules', 'diff', 'authoring', 'intake'],
  ['billing', 'review'],
  ['simulate', 'readiness', 'dates'],
  ['scenario'],
  ['format'],
  ['report'],
  ['commands'],
  ['cli.ts', 'index.ts'],
];
const floorOf = new Map(floors.flatMap((rooms, floor) => rooms.map((room) => [room, floor])));
const roomOf = (path) => path.split('/')[1];

const wrong = [];
for (const file of readdirSync('src', { recursive: true })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join('src', name))
  .sort()) {
  const room = roomOf(file);
  if (!floorOf.has(room)) wrong.push(`${file}: the room ${room} has no floor in .ci/layers.mjs`);
  const text = readFileSync(file, 'utf8');
  for (const [, target] of text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)) {
    const other = roomOf(normalize(join(dirname(file), target)));
    if (other !== room && floorOf.get(other) >= floorOf.get(room)) {
      wrong.push(`${file} imports ${target}: ${other} does not lie below ${room}`);
    }
  }
}
for (const line of wrong) console.error(line);
process.exit(wrong.length > 0 ? 1 : 0);
