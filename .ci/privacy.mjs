// Fails when a natural person's number or address, a sentence of a seed contract, or a merge left half done stands in a tracked file.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const seeds = '../shared/seeds';
const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter(Boolean);
const found = [];

// Numbers of the tests and simulations come from ranges that are plainly made up.
const synthetic = /^138000\d{5}$/;
const han = (text) => text.replace(/[^\u4e00-\u9fff]/g, '');
const longest = 22;
// Organisations may stand under their names as printed, however long.
const organisations = /\b(name|holder|bank|address): *[^,{}\n]+/g;
const runs = new Set();
if (existsSync(seeds)) {
  for (const name of readdirSync(seeds).filter((each) => each.endsWith('.txt'))) {
    const text = han(readFileSync(join(seeds, name), 'utf8'));
    for (let i = 0; i + longest <= text.length; i++) runs.add(text.slice(i, i + longest));
  }
} else {
  console.log('       no seeds beside the checkout: verbatim runs not looked for');
}

for (const file of files) {
  if (!existsSync(file) || file === 'package-lock.json') continue;
  const text = readFileSync(file, 'utf8');
  if (text.includes('\0')) continue;
  if (/^(<{7}|>{7}) /m.test(text)) found.push(`${file}: a merge conflict`);
  for (const [number] of text.matchAll(/(?<!\d)1[3-9]\d{9}(?!\d)/g)) {
    if (!synthetic.test(number)) found.push(`${file}: a mobile number (${number.slice(0, 3)}…)`);
  }
  for (const [address] of text.matchAll(/[\w.+-]+@[\w-]+\.[\w.]+/g)) {
    if (!/@example\.(com|org)$/.test(address)) found.push(`${file}: an e-mail address (${address.slice(0, 3)}…)`);
  }
  const own = han(text.replace(organisations, ''));
  for (let i = 0; i + longest <= own.length; i++) {
    if (runs.has(own.slice(i, i + longest))) {
      found.push(`${file}: ${longest} characters in a row that stand in a seed contract: ${own.slice(i, i + longest)}`);
      break;
    }
  }
}
for (const line of found) console.error(line);
process.exit(found.length > 0 ? 1 : 0);
