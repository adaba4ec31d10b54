import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { LoadedContract } from '../contract/load.ts';
import { overlay } from '../contract/overlay.ts';
import { validateData } from '../contract/validate.ts';
import type { Verdict } from '../locale/verdicts.ts';
import { Stop } from '../problem.ts';
import { readChecked } from '../yaml/checked.ts';
import type { Source } from '../yaml/read.ts';

/** Given records, what must come out; see schemas/scenario.schema.json. */
export interface Scenario {
  title: string;
  period: string | number;
  as_of: string;
  contract?: object;
  records?: Record<string, readonly Row[]>;
  expect: {
    findings?: Record<string, Verdict | ExpectedFinding>;
    /** Ids of the doubtful rows, by anomaly; nothing else may be doubtful. */
    anomalies?: Record<string, readonly string[]>;
    /** Ids of the rows from which rights arose, by right; no other right may have arisen. */
    rights?: Record<string, readonly string[]>;
    bill?: {
      total?: string;
      readings?: Record<string, string>;
      units?: Record<string, string>;
      reconciliation?: string;
      payable?: string;
      causes?: readonly string[];
      left?: Readonly<Record<string, string>>;
      late_fee?: string;
      unpaid?: string;
    };
  };
}

export interface ExpectedFinding {
  verdict: Verdict;
  evidence?: readonly string[];
  readings?: Record<string, Verdict>;
  /** Facts behind the verdict: numbers or texts. */
  facts?: Record<string, string | number | boolean>;
  /** Kinds of the remedies that have arisen, in order. */
  remedies?: readonly string[];
  /** What a remedy of a kind comes to, and the limit of liability that it meets: yuan, or undetermined. */
  amounts?: Record<string, string>;
  caps?: Record<string, string>;
}

export type Row = Record<string, string | number | boolean | null> & { repeat?: number };

export interface ScenarioFile {
  source: Source;
  scenarios: readonly Scenario[];
}

/** The scenario files beside a contract, in order. Throws Stop with all that is wrong in them. */
export function scenariosOf({ file }: Pick<LoadedContract, 'file'>): ScenarioFile[] {
  const folder = join(dirname(file), 'scenarios');
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  const { sources, problems } = readChecked(
    names.map((name) => join(folder, name)),
    'scenario',
  );
  if (problems.length > 0) throw new Stop(problems);
  return sources.map((source) => ({ source, scenarios: (source.data as { scenarios: Scenario[] }).scenarios }));
}

/** The contract with the scenario's changes laid over it, as an amendment's. Throws Stop where it no longer holds its schema. */
export function patched(loaded: LoadedContract, { contract: patch }: Scenario, source: Source): LoadedContract {
  if (!patch) return loaded;
  const contract = overlay(loaded.contract, patch);
  const wrong = validateData(contract, source);
  if (wrong.length > 0) throw new Stop(wrong);
  return { ...loaded, contract };
}
