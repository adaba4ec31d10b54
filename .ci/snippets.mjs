// Writes .vscode/lvyue.code-snippets from schemas/, or with --check fails when it is stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const target = '.vscode/lvyue.code-snippets';
const files = new Map();
const read = (file) => {
  if (!files.has(file)) files.set(file, JSON.parse(readFileSync(join('schemas', file), 'utf8')));
  return files.get(file);
};

/** A schema with the file it stands in, its references followed. */
function open(schema, file) {
  if (!schema.$ref) return { schema, file };
  const [path, pointer = ''] = schema.$ref.split('#');
  const there = path === '' ? file : normalize(join(dirname(file), path));
  const meant = pointer
    .split('/')
    .filter(Boolean)
    .reduce((at, step) => at[step], read(there));
  return open(meant, there);
}

/** What a key is filled with where its type says too little; the ids are those of a contract that `lvyue new` writes. */
const ids = { service: 'sms', obligation: 'monthly-bill', charge: 'sms-package' };
const amounts = { fee: 100, price: '0.05', amount: 1000, threshold: 1000, success_percent: 95, included: 1000 };
const counts = {
  min: 2,
  max: 8,
  size: 70,
  brackets: 2,
  longest_signature: 8,
  months: 12,
  every_months: 12,
  quota: 1000,
};
const days = { to: '2026-12-31', expires: '2027-03-31' };
const hours = { to: '22:00' };
const words = {
  signature: '签名',
  endings: '拒收请回复R',
  symbols: '符号',
  words: '词',
  code: 'price-high',
  pointer: '/charges/sms-package',
};
const written = {
  'Amendment.changes': ['charges:', '  $charge:', '    price: $price'],
  'Reading.parameters': '{}',
};

/** The lines of a value: the first belongs behind its key; holes are numbered in the order in which they come. */
function value(asked, from, key, hole) {
  const { schema, file } = open(asked, from);
  const { type, format, pattern = '' } = schema;
  if (schema.else) return value(schema.else, file, key, hole);
  if (schema.const !== undefined) return [String(schema.const)];
  if (schema.enum) return [hole(schema.enum)];
  if (type === 'boolean') return [hole(['true', 'false'])];
  if (type === 'integer') return [hole(amounts[key] ?? counts[key] ?? Math.max(schema.minimum ?? 1, 1))];
  if (type === 'array') return list(schema, file, key, hole);
  if (type === 'object') return map(schema, file, hole);
  if (format === 'date') return [hole(days[key] ?? '2026-01-01')];
  if (key in ids) return [hole(ids[key])];
  if (pattern.startsWith('^[0-9]+')) return [hole(amounts[key] ?? 1)];
  if (pattern.startsWith('^([01]')) return [`"${hole(hours[key] ?? '08:00')}"`];
  if (pattern.startsWith('^[0-9A-Z]')) return [`"${hole('000')}"`];
  if (pattern.startsWith('^(首部')) return [`"${hole('1.1')}"`];
  return [hole(words[key] ?? key)];
}

function list({ items, minItems = 1 }, file, key, hole) {
  const each = Array.from({ length: minItems }, () => value(items, file, key, hole));
  if (each.every(({ length }) => length === 1)) return [`[${each.map(([line]) => line).join(', ')}]`];
  return ['', ...each.flatMap(item)];
}

const item = ([first, ...rest]) =>
  first === '' ? [`- ${rest[0]}`, ...rest.slice(1).map((line) => `  ${line}`)] : [`- ${first}`];

function map(schema, file, hole) {
  const { properties = {}, required = [], minProperties = 0 } = schema;
  const names = Object.keys(properties);
  if (names.join() === 'zh,en') return [`{ zh: ${hole('中文')}, en: ${hole('English')} }`];
  if (minProperties === 1 && required.length === 0) {
    return [`{ ${hole(names)}: ${hole(5)} }`];
  }
  // A kind all of whose parameters may be left out is shown with all of them.
  const shown = required.length > 0 ? names.filter((name) => required.includes(name)) : names;
  if (shown.length === 0) return ['{}'];
  return ['', ...keys(shown, properties, file, schema.title, hole)];
}

function keys(shown, properties, file, title, hole) {
  return shown.flatMap((name) => {
    const own = written[`${title}.${name}`];
    if (typeof own === 'string') return [`${name}: ${own}`];
    if (own) return [`${name}:`, ...own.map((line) => `  ${fixed(line, hole)}`)];
    const [first, ...rest] = value(properties[name], file, name, hole);
    return [first === '' ? `${name}:` : `${name}: ${first}`, ...rest.map((line) => `  ${line}`)];
  });
}

const fixed = (line, hole) => line.replace('$charge', () => hole('sms-package')).replace('$price', () => hole('0.04'));

/** Numbers the holes of one snippet. */
function holes() {
  let n = 0;
  return (choice) => {
    n += 1;
    return Array.isArray(choice) ? `\${${n}|${choice.join(',')}|}` : `\${${n}:${choice}}`;
  };
}

const half = (both, at) => (both ?? '').split(' / ')[at] ?? '';
const snippets = {};
function add(name, word, description, body) {
  snippets[name] = {
    scope: 'yaml',
    prefix: [name, `${word}·${half(description, 0)}`.replace(/[：；，（].*/, '')],
    description,
    body,
  };
}

const contract = 'contract.schema.json';
const { obligation, kind } = read(contract).$defs;
for (const { properties, required } of obligation.oneOf) {
  const name = properties.kind.const;
  const hole = holes();
  const all = { ...obligation.properties, ...properties, id: { const: hole(`${name}-1`) } };
  const needed = [...obligation.required, ...required];
  ids.service = /^(call|harassment)/.test(name) ? 'voice' : 'sms';
  const shown = Object.keys(obligation.properties).filter((key) => needed.includes(key));
  const body = item(['', ...keys(shown, all, contract, 'Obligation', hole)]);
  add(`obligation-${name}`, '义务', kind.enumDescriptions[kind.enum.indexOf(name)], body);
}
const charge = read('charge.schema.json');
for (const ref of charge.oneOf) {
  const { schema, file } = open(ref, 'charge.schema.json');
  const name = schema.properties.model.const;
  ids.service = { 'per-minute': 'voice', fixed: 'line' }[name] ?? 'sms';
  const hole = holes();
  const all = { ...schema.properties, id: { const: hole(`${name}-1`) } };
  add(
    `charge-${name}`,
    '费用',
    schema.description,
    item(['', ...keys(schema.required, all, file, schema.title, hole)]),
  );
}
const service = read('service.schema.json');
for (const ref of service.oneOf) {
  const { schema, file } = open(ref, 'service.schema.json');
  const name = schema.properties.kind.const;
  const hole = holes();
  const all = { ...schema.properties, id: { const: hole(`${name}-1`) } };
  add(`service-${name}`, '服务', schema.description, item(['', ...keys(schema.required, all, file, 'Service', hole)]));
}
for (const [name, word, file] of [
  ['amendment', '补充协议', 'amendment.schema.json'],
  ['waiver', '豁免', 'waiver.schema.json'],
  ['suppression', '略去警告', 'suppression.schema.json'],
]) {
  const schema = read(file);
  const hole = holes();
  const id = schema.properties.id && { id: { const: hole(`${name}-1`) } };
  const all = { ...schema.properties, ...id };
  const shown = name === 'amendment' ? ['id', 'title', 'clause', 'signed', 'effective', 'changes'] : schema.required;
  add(name, word, schema.description, item(['', ...keys(shown, all, file, schema.title, hole)]));
}
{
  const { schema } = open(read('common.schema.json').$defs.blank, 'common.schema.json');
  add('blank', '纸面留空', schema.description, [`{ blank: true, clause: "${holes()('1.1')}" }`]);
  const { readings, prefer } = obligation.properties;
  const hole = holes();
  const one = { ...readings.items, title: 'Reading' };
  const each = ['a', 'b'].flatMap((id) => {
    const properties = { ...one.properties, id: { const: hole(id) } };
    return item(['', ...keys(one.required, properties, contract, 'Reading', hole)]);
  });
  add('readings', '各种理解', readings.description, ['readings:', ...each.map((line) => `  ${line}`)]);
  const { schema: chosen, file } = open(prefer, contract);
  const hole2 = holes();
  const properties = { ...chosen.properties, reading: { const: hole2('a') } };
  add('prefer', '选定理解', chosen.description, [
    'prefer:',
    ...keys(chosen.required, properties, file, 'Prefer', hole2).map((line) => `  ${line}`),
  ]);
}

const text = `${JSON.stringify(snippets, null, 2)}\n`;
if (!process.argv.includes('--check')) writeFileSync(target, text);
else if (readFileSync(target, 'utf8') !== text) {
  console.error(`${target} is stale: run "npm run snippets"`);
  process.exit(1);
}
