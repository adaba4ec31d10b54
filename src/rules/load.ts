import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { home } from '../home.ts';
import { problem, Stop } from '../problem.ts';
import { readChecked } from '../yaml/checked.ts';
import type { Source } from '../yaml/read.ts';
import type { AnomalyRule } from './anomalies.ts';
import type { Cause } from './cause.ts';
import type { RightRule } from './rights.ts';
import type { DateEntry, Rule } from './rule.ts';

export interface Rules {
  byKind: ReadonlyMap<string, Rule>;
  anomalies: readonly AnomalyRule[];
  rights: readonly RightRule[];
  /** Ways in which a bill may have been counted, in the order in which they are tried. */
  causes: readonly Cause[];
  /** sha256 over the rule files' names and bytes, hex. */
  hash: string;
}

/** Loads every rule file of rules/obligations with its pattern, and those of rules/anomalies, rules/rights and rules/causes. Throws Stop with all that is wrong in them. */
export function loadRules(folder = join(home, 'rules')): Rules {
  const hash = createHash('sha256');
  const read = (part: string, schema = 'rule'): Source[] => {
    const { sources, problems } = readChecked(yamlFiles(join(folder, part)), schema);
    if (problems.length > 0) throw new Stop(problems);
    for (const { file, text } of sources) hash.update(`${part}/${basename(file)}\0${text}\0`);
    return sources;
  };
  const patterns = read('patterns');
  const kinds = read('obligations');
  const anomalies = read('anomalies', 'anomalies').map(({ data }) => data as AnomalyRule);
  const rights = read('rights', 'rights').map(({ data }) => data as RightRule);
  const causes = read('causes', 'cause').map(({ data }) => data as Cause);

  const byPattern = new Map(patterns.map((source) => [part(source).pattern ?? '', part(source)]));
  const rules = kinds.map((source) => merge(source, byPattern));
  const byKind = new Map(rules.map((rule) => [rule.kind, rule]));
  return { byKind, anomalies, rights, causes, hash: hash.digest('hex') };
}

type Part = Partial<Rule> & { pattern?: string };

const part = (source: Source) => source.data as Part;

function yamlFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(folder, name));
}

/** A kind over its pattern: what the kind says wins; define, measures, evidence, explain and each of dates merge key by key. */
function merge(source: Source, patterns: ReadonlyMap<string, Part>): Rule {
  const kind = part(source);
  const pattern = kind.pattern === undefined ? {} : patterns.get(kind.pattern);
  if (!pattern) {
    const data = { id: kind.pattern ?? '', nearest: undefined, known: [...patterns.keys()] };
    throw new Stop([problem('reference-unknown', data, source.locate('/pattern'))]);
  }
  const needs = kind.needs ?? {};
  const merged = {
    ...pattern,
    ...kind,
    needs,
    parameters: { ...pattern.parameters, ...kind.parameters },
    define: { ...pattern.define, ...kind.define },
    measures: { ...pattern.measures, ...kind.measures },
    evidence: { ...pattern.evidence, ...kind.evidence },
    explain: { ...pattern.explain, ...kind.explain },
    dates: mergedDates(pattern.dates, kind.dates),
  };
  const from = kind.computed === undefined ? (['relation'] as const) : [];
  for (const key of ['kind', 'title', ...from, 'outcomes'] as const) {
    if (merged[key] === undefined) throw lacking(key, source, '');
  }
  for (const [name, entry] of Object.entries(merged.dates)) {
    for (const key of ['title', 'where', 'at'] as const) {
      if (entry[key] === undefined) throw lacking(key, source, `/dates/${name}`);
    }
  }
  const named = basename(source.file, '.yaml');
  if (kind.kind !== named) {
    const data = { actual: String(kind.kind), allowed: [named], nearest: named, description: undefined };
    throw new Stop([problem('schema-choice', data, source.locate('/kind'))]);
  }
  return merged as Rule;
}

const lacking = (key: string, source: Source, pointer: string): Stop =>
  new Stop([problem('schema-missing-key', { keys: [{ key, description: undefined }] }, source.locate(pointer))]);

function mergedDates(pattern: Part['dates'] = {}, kind: Part['dates'] = {}): Rule['dates'] {
  const names = new Set([...Object.keys(pattern), ...Object.keys(kind)]);
  return Object.fromEntries([...names].map((name) => [name, { ...pattern[name], ...kind[name] } as DateEntry]));
}
