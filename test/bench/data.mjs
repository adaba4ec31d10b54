// The data folders of the benchmark. Messages come from the simulation that anyone can run; calls and complaints, ten
// million each, are rows that follow from their number.
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { main } from '../../dist/commands/main.js';

export const rows = 20_000_000;
export const more = 10_000_000;

const io = {
  out: () => {},
  err: (text) => void process.stderr.write(text),
  terminal: true,
};

/** The folder of messages with these breaches, what it is about, and its truth file; made if it is not there. */
export async function messagesFolder(breaches) {
  const contract = 'pbc-dci-2024';
  const dir = `.bench/${breaches}`;
  if (!existsSync(`${dir}/truth.json`)) {
    process.stderr.write(`simulating ${rows} messages into ${dir}\n`);
    const flags = ['--out', dir, '--seed', '1', '--months', '11', '--rows', String(rows), '--format', 'parquet'];
    const code = await main(['simulate', contract, ...flags, '--breaches', breaches], io);
    if (code !== 0) throw new Error(`simulate ended with ${code}`);
  }
  const { from, to, asOf, planted } = JSON.parse(readFileSync(`${dir}/truth.json`, 'utf8'));
  return { contract, dir, rows, from, to, asOf, breached: planted.map((one) => one.obligation) };
}

const asked = {
  contract: 'jilin-medical-insurance-2025',
  from: '2025-08-01',
  to: '2026-06-30',
  asOf: '2026-07-31 23:59:59',
  rows: more,
};
const number = (i) => `'138' || lpad(((${i}) % 1000000)::varchar, 8, '0')`;

/** Outbound calls from the one number, spread over eleven months: five thousand numbers too many a day call too often. */
export async function callsFolder(store) {
  const dir = '.bench/calls';
  await made(store, dir, {
    calls: `select 'k' || i as id, timestamp '2025-08-01' + to_seconds(i * 2885 // 1000) as started_at, '12393' as caller,
      ${number('i * 7919')} as callee, 'out' as direction, i % 300 as seconds,
      case i % 3 when 0 then 'service' when 1 then 'callback' else 'marketing' end as purpose from range(${more}) t(i)`,
    list_entries: `select 'consent' as list, ${number('i')} as recipient, timestamp '2025-01-01 08:00:00' as added_at,
      null::timestamp as removed_at from range(1000000) t(i)
      union all select 'optout', '10000', timestamp '2025-01-01 08:00:00', null`,
  });
  return { ...asked, dir, breached: ['call-frequency-caller'] };
}

/** Complaints, answered within the hour but every thousandth, which is answered a second late. */
export async function complaintsFolder(store) {
  const dir = '.bench/complaints';
  await made(store, dir, {
    complaints: `select 'c' || i as id, t as received_at, t + to_seconds(case when i % 1000 = 0 then 86401 else i % 3600 end) as replied_at,
      t + to_seconds(i % 7200) as resolved_at, case i % 3 when 0 then 'gateway' when 1 then 'other' else 'spam' end as category,
      case i % 2 when 0 then 'customer' else 'carrier' end as responsible, i % 7200 // 120 as travel_minutes
      from (select i, timestamp '2025-08-01' + to_seconds(i * 2885 // 1000) as t from range(${more}) r(i))`,
  });
  return { ...asked, dir, breached: ['user-complaints'] };
}

/** The other side's messages: ours, with one in a million missing, there twice, or different in one way each, and some more. */
export async function theirsFolder(store, { dir: ours }) {
  const dir = '.bench/two-sided';
  await made(store, dir, {
    messages: `with m as (select *, substr(id, 2)::int % 1000000 as n from read_parquet('${ours}/messages-*.parquet'))
      select * exclude (n) replace (
        case n when 3 then 'failed' else status end as status, case n when 4 then 'MO' else direction end as direction,
        case n when 5 then content || repeat('长', 70) else content end as content,
        case n when 6 then sent_at - interval 31 day else sent_at end as sent_at)
      from m where n <> 1
      union all select * exclude (n) from m where n = 2
      union all select * exclude (n) replace ('X' || id as id) from m where n = 7`,
  });
  return dir;
}

/** Tables as Parquet in a folder that appears whole or not at all. */
async function made(store, dir, tables) {
  if (existsSync(dir)) return;
  process.stderr.write(`making rows in ${dir}\n`);
  mkdirSync(`${dir}.part`, { recursive: true });
  for (const [name, sql] of Object.entries(tables)) {
    await store.query(`COPY (${sql}) TO '${dir}.part/${name}.parquet' (FORMAT parquet)`);
  }
  renameSync(`${dir}.part`, dir);
}
