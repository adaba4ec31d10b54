// npm run bench [-- --write | --authoring | --papers | --reports | --records]: is checking 20 million messages, and 10 million calls and complaints, as fast and as small as we promise?
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../dist/records/store.js';
import { measureBill, measureStop } from './bills.mjs';
import * as byHand from './by-hand.mjs';
import { callsFolder, complaintsFolder, messagesFolder, more, rows, theirsFolder } from './data.mjs';
import { measureImport } from './import.mjs';
import { measure, measureNaive, measureTwoSided } from './measure.mjs';
import { measureEvidence, measureReports, ran } from './report.mjs';
import { measureStarts, measureValidate } from './validate.mjs';

const bounds = {
  ratio: 1.3,
  speedup: 200,
  gib: 1.5,
  bill: 1.5,
  stop: 2,
  twoSided: { ratio: 2.5, gib: 2 },
  validate: 1.5,
  start: 2.5,
  // 15 s where the loop takes 0.8 s.
  reports: { ratio: 18.75, gib: 1 },
  page: 3,
  // 3 s where the loop takes 0.8 s.
  papers: { ratio: 3.75, gib: 0.6 },
};
const temp = () => mkdtempSync(join(tmpdir(), 'lvyue-bench-'));

const lines = [];
const failures = [];
const parts = { authoring, papers, reports, records };
const asked = Object.keys(parts).filter((name) => process.argv.includes(`--${name}`));
for (const name of asked.length > 0 ? asked : Object.keys(parts)) await parts[name]();
process.exitCode = tell();
if (asked.length === 0 && process.argv.includes('--write')) await keep(`${lines.join('\n')}\n`);

function line(what, value, bound, ok) {
  lines.push(`| ${what} | ${value} | ${bound} |`);
  if (!ok) failures.push(what);
}

/** Checks, statements and comparisons over tens of millions of rows. */
async function records() {
  const clean = await messagesFolder('none');
  const broken = await messagesFolder('message-signature');
  const maker = await openStore(temp());
  const calls = await callsFolder(maker);
  const complaints = await complaintsFolder(maker);
  const theirs = await theirsFolder(maker, clean);
  await maker.close();

  const onMessages = ['message-signature', 'consent', 'blacklist'];
  // Calls and complaints have bounds of their own: a rule looks for more than a person would write for one contract on one
  // day, such as cases still open, contradictory times and open readings.
  const subjects = [
    {
      name: 'messages, no breach',
      folder: clean,
      of: ['message-signature'],
      hand: byHand.messages,
      rows,
      engine: true,
    },
    {
      name: 'messages, breaches shown',
      folder: broken,
      of: ['message-signature'],
      hand: byHand.messages,
      rows,
      engine: true,
    },
    { name: 'messages with lists', folder: clean, of: onMessages, hand: byHand.listed, rows },
    {
      name: 'calls',
      ratio: 2.5,
      folder: calls,
      hand: byHand.calls,
      rows: more,
      of: [
        'caller-numbers',
        'call-frequency-caller',
        'call-frequency-callee',
        'marketing-call-consent',
        'marketing-call-refusal',
      ],
    },
    {
      name: 'complaints',
      ratio: 6,
      folder: complaints,
      of: ['user-complaints', 'gateway-repair', 'other-complaints'],
      hand: byHand.complaints,
      rows: more,
    },
  ];

  const naive = await measureNaive(clean, temp());
  plain(
    'json-rules-engine, one message at a time (50,000 measured)',
    `${Math.round(naive).toLocaleString('en')} messages/s`,
  );
  for (const { name, folder, of, hand: sql, rows: count, engine, ratio: bound = bounds.ratio } of subjects) {
    process.stderr.write(`measuring ${name}\n`);
    const { opened, checked, hand } = await measure(folder, of, sql, temp());
    agree(name, checked.result.findings, hand.result, folder);
    const ratio = checked.seconds / hand.seconds;
    const rate = count / checked.seconds;
    plain(`${name}: openRecords, with sha256 of every file`, seconds(opened.seconds));
    plain(`${name}: SQL by hand`, seconds(hand.seconds));
    plain(
      `${name}: check of ${of.length} obligations`,
      `${seconds(checked.seconds)}, ${(rate / 1e6).toFixed(1)} million rows/s`,
    );
    line(`${name}: check ÷ by hand`, ratio.toFixed(2), `≤ ${bound}`, ratio <= bound);
    const speedup = Math.round(rate / naive);
    if (engine)
      line(`${name}: check ÷ json-rules-engine`, `${speedup} ×`, `≥ ${bounds.speedup}`, speedup >= bounds.speedup);
  }
  await bills(clean);
  for (const [name, folder] of Object.entries({ messages: broken, calls, complaints })) {
    const gib = peak('check', folder, ['--data', folder.dir]);
    line(
      `${name}: most memory of \`lvyue check\` (all obligations)`,
      `${gib.toFixed(2)} GiB`,
      `≤ ${bounds.gib}`,
      gib <= bounds.gib,
    );
  }
  await twoSided(clean, theirs);
}

function tell() {
  const end = failures.length === 0 ? 'All bounds hold.' : `Broken: ${failures.join('; ')}`;
  process.stdout.write(`${lines.join('\n')}\n\n${end}\n`);
  return failures.length === 0 ? 0 : 1;
}

function seconds(value) {
  return `${value.toFixed(2)} s`;
}

function plain(what, value) {
  line(what, value, '', true);
}

/** What staff and CI wait for: many contracts at once, and the start of one command. */
async function authoring() {
  process.stderr.write('measuring validate\n');
  const ids = readdirSync('contracts');
  const { ours, bare } = await measureValidate(ids, 1000);
  plain('1,000 contracts: yaml and a compiled ajv alone', seconds(bare));
  plain('1,000 contracts: validate', seconds(ours));
  line(
    '1,000 contracts: validate ÷ alone',
    (ours / bare).toFixed(2),
    `≤ ${bounds.validate}`,
    ours / bare <= bounds.validate,
  );
  const small = 'test/golden/base/contract.yaml';
  const files = ids.map((id) => `contracts/${id}/contract.yaml`);
  const [large] = files.sort((a, b) => statSync(b).size - statSync(a).size);
  const bareParse = `import { parse } from 'yaml'; import { readFileSync } from 'node:fs'; parse(readFileSync('${large}', 'utf8'))`;
  const [nothing, one, big, parsed] = measureStarts([
    ['-e', '0'],
    ['dist/cli.js', 'validate', small],
    ['dist/cli.js', 'validate', large],
    ['--input-type=module', '-e', bareParse],
  ]);
  line(
    'start: validate of a short contract ÷ node -e 0',
    (one / nothing).toFixed(2),
    `≤ ${bounds.start}`,
    one / nothing <= bounds.start,
  );
  plain('start: validate of the longest contract ÷ node -e 0', (big / nothing).toFixed(2));
  plain('start: validate of the longest contract ÷ node that only parses it', (big / parsed).toFixed(2));
}

/** What officers wait for. The machine's own speed changes from hour to hour: the bound is a ratio to a bare loop. */
async function reports() {
  process.stderr.write('measuring reports\n');
  const { seconds: took, loop, gib } = await measureReports();
  plain('report of five contracts over a year, 370,000 rows: HTML and JSON, best of five', seconds(took));
  plain('a loop of 300 million additions beside it', seconds(loop));
  const { ratio, gib: most } = bounds.reports;
  line('report ÷ loop', (took / loop).toFixed(1), `≤ ${ratio} (15 s where the loop takes 0.8 s)`, took / loop <= ratio);
  line('most memory of `lvyue report`', `${gib.toFixed(2)} GiB`, `≤ ${most}`, gib <= most);
  const { page, rows: all, seconds: whole } = await measureEvidence();
  line(
    'page over 100,000 rows of evidence',
    `${(page / 2 ** 20).toFixed(2)} MiB`,
    `< ${bounds.page}`,
    page < bounds.page * 2 ** 20,
  );
  line('rows in the file beside it', all.toLocaleString('en'), '= 100,000', all === 100_000);
  plain('report with that file', seconds(whole));
}

/** Two sides' messages against each other: how long, how much memory, and whether both ways find the same rows. */
async function twoSided(clean, theirs) {
  process.stderr.write('measuring two sides\n');
  const { compared, hand } = await measureTwoSided(clean, theirs, byHand.twoSided, temp());
  const [{ classes }] = compared.result.tables;
  for (const { class: name, rows: found } of classes) {
    if (found !== hand.result[name]) throw new Error(`two sides: ${name} is ${found}, by hand ${hand.result[name]}`);
  }
  const ratio = compared.seconds / hand.seconds;
  plain('two sides: full outer join by hand', seconds(hand.seconds));
  plain('two sides: reconcile, 20 million rows a side', seconds(compared.seconds));
  line(
    'two sides: reconcile ÷ by hand',
    ratio.toFixed(2),
    `≤ ${bounds.twoSided.ratio}`,
    ratio <= bounds.twoSided.ratio,
  );
  const gib = peak('reconcile', clean, ['--ours', clean.dir, '--theirs', theirs]);
  line(
    'two sides: most memory of `lvyue reconcile`',
    `${gib.toFixed(2)} GiB`,
    `≤ ${bounds.twoSided.gib}`,
    gib <= bounds.twoSided.gib,
  );
}

/** Statements over all messages. */
async function bills(clean) {
  process.stderr.write('measuring statements\n');
  const { billed, hand } = await measureBill(clean, temp());
  const { stopped, charged } = await measureStop(clean, 'shawan-forestry-2023');
  plain('statement of eleven months: sums by hand', seconds(hand.seconds));
  plain('statement of eleven months: bill', seconds(billed.seconds));
  const ratio = billed.seconds / hand.seconds;
  line('statement of eleven months: bill ÷ by hand', ratio.toFixed(2), `≤ ${bounds.bill}`, ratio <= bounds.bill);
  plain('package that stops: bill with the stop', seconds(stopped.seconds));
  const stop = stopped.seconds / charged.seconds;
  line('package that stops: bill ÷ bill without the stop', stop.toFixed(2), `≤ ${bounds.stop}`, stop <= bounds.stop);
}

/** What is compared must have come to the same: the counts of both ways, and the verdicts that the data were made for. */
function agree(name, findings, byHand, { breached }) {
  for (const { obligation, facts, verdict } of findings) {
    const expected = breached.includes(obligation) ? 'breached' : 'fulfilled';
    if (verdict !== expected) throw new Error(`${name}: ${obligation} is ${verdict}, not ${expected}`);
    for (const [measure, value] of Object.entries(byHand[obligation])) {
      if (facts[measure] !== Number(value)) {
        throw new Error(`${name}: ${obligation}: ${measure} is ${facts[measure]}, by hand ${value}`);
      }
    }
  }
}

/** GiB that a process of its own held at most while it ran a command on a contract, `check` with every obligation of it. */
function peak(command, { contract, from, to, asOf }, data) {
  const period = ['--from', from, '--to', to, '--as-of', asOf];
  return ran('.', [command, contract, ...data, ...period, '--format', 'json']).gib;
}

/** Replaces the last measurement in docs/benchmarks.md; the text around it stays. */
async function keep(table) {
  const store = await openStore(temp());
  const { engine } = store;
  await store.close();
  const machine = `${availableParallelism()} cores (${cpus()[0]?.model.trim() || 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB memory`;
  const when = new Date().toISOString().slice(0, 10);
  const head = `Measured ${when}: ${machine}, Node ${process.versions.node}, ${engine}.`;
  const file = 'docs/benchmarks.md';
  const measured = `${head}\n\n| what | measured | bound |\n| --- | --- | --- |\n${table}`;
  const text = readFileSync(file, 'utf8');
  const place = /(?<=<!-- measured -->\n).*(?=<!-- end -->)/s;
  if (!place.test(text)) throw new Error(`${file} has no place for the measurement`);
  writeFileSync(
    file,
    text.replace(place, () => `\n${measured}\n`),
  );
}

/** What legal staff wait for. */
function papers() {
  process.stderr.write('measuring papers\n');
  const { seconds: took, loop, gib, pages } = measureImport();
  plain(`import of a PDF of ${pages} pages of text, best of three`, seconds(took));
  plain('a loop of 300 million additions beside it', seconds(loop));
  const { ratio, gib: most } = bounds.papers;
  line('import ÷ loop', (took / loop).toFixed(1), `≤ ${ratio} (3 s where the loop takes 0.8 s)`, took / loop <= ratio);
  line('most memory of `lvyue import`', `${gib.toFixed(2)} GiB`, `≤ ${most}`, gib <= most);
}
