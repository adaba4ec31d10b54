import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isOfOneCharge, type LoadedContract } from '../contract/load.ts';
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
    bill?: ExpectedBill;
    /** Problems for which records or contract are refused, `code` or `code file:row column`; then nothing else is expected. */
    refused?: readonly string[];
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

type Amounts = Readonly<Record<string, string>>;

/** What is written of a statement; see schemas/scenario.schema.json. Amounts are yuan, or undetermined. */
export interface ExpectedBill {
  total?: string;
  payable?: string;
  capitals?: string;
  spread?: string;
  readings?: Amounts;
  units?: Amounts;
  /** By charge and month, `sms-package 2024-05`: its amount, or those of several lines. */
  lines?: Readonly<Record<string, string | readonly string[]>>;
  credits?: Readonly<Record<string, { amount?: string; due?: boolean }>>;
  adjustments?: Amounts;
  late_fee?: string;
  late_days?: number;
  late_fee_readings?: Amounts;
  unpaid?: string;
  reconciliation?: string;
  computed?: string;
  difference?: string;
  percent?: string;
  carried?: { amount?: string; booked?: boolean };
  /** Codes, or `charge:code`. */
  causes?: readonly string[];
  unexplained?: string;
  contradictions?: readonly string[];
  /** Steps, or `step day`. */
  next?: readonly string[];
  prepaid?: Amounts;
  cap?: {
    used?: string;
    headroom?: string;
    excess?: string;
    reached?: string;
    forecast?: boolean;
    unseen?: readonly string[];
  };
  free_months?: Readonly<Record<string, string>>;
  periods?: Readonly<Record<string, Amounts>>;
  account?: { opening?: string; closing?: string; late_fees?: string };
  /** Tables of which rows stand twice, each counted once. */
  deduplicated?: readonly string[];
  /** As in check. */
  anomalies?: Record<string, readonly string[]>;
  /** Codes of the problems for which no statement is made; then nothing else of it is expected. */
  refused?: readonly string[];
  /** Parts of what the statement tells its readers, in Chinese. */
  says?: readonly string[];
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

/**
 * The contract with the scenario's changes laid over it, as an amendment's. Throws Stop where it no longer holds its
 * schema; where only a statement is asked for, charges that amendments of one day both change are let be, as in the
 * command.
 */
export function patched(loaded: LoadedContract, scenario: Scenario, source: Source): LoadedContract {
  const { contract: patch, expect } = scenario;
  if (!patch) return loaded;
  const contract = overlay(loaded.contract, patch);
  const billOnly = expect.bill !== undefined && !expect.findings && !expect.anomalies && !expect.rights;
  const wrong = validateData(contract, source).filter((one) => !(billOnly && isOfOneCharge(one)));
  if (wrong.length > 0) throw new Stop(wrong);
  return { ...loaded, contract };
}
