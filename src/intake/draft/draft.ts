import { isMap } from '../../contract/values.ts';
import { stop } from '../../problem.ts';
import type { Leaf } from '../assemble.ts';
import type { Anomaly } from '../clause.ts';
import { complete } from '../complete.ts';
import { accepted, type Found } from '../extract.ts';
import type { Intake } from '../load.ts';
import type { Paper } from '../paper.ts';
import type { Data } from '../template.ts';
import type { Understood } from '../understand.ts';
import { fitted, withNumbers } from './fit.ts';
import { annexesOf, attestationOf, type Duty, dutiesOf, registerOf } from './register.ts';
import { type Unread, unreadOf } from './unread.ts';

/** Why a value stands in the draft. */
export interface Origin {
  /** Steps to it in the contract: `["charges", "0", "fee"]`. */
  at: readonly string[];
  /** What read it; absent where it comes from the template because nothing was read. */
  found?: Found;
}

export interface Draft {
  id: string;
  contract: Data;
  origins: Origin[];
  duties: Duty[];
  /** What was read and cannot stand in a contract, with the reason. */
  left: { found: Found; reason: string }[];
  /** What the paper says and nothing in the draft says. */
  unread: Unread;
  understood: Understood;
  paper: Paper;
}

/**
 * The draft of a contract: what was read in the shape of the schema, duties to attest, the register of clauses. Throws Stop
 * where no clause binds a party.
 */
export function draftOf(
  id: string,
  paper: Paper,
  understood: Understood,
  intake: Intake,
  anomalies: readonly Anomaly[] = [],
): Draft {
  const { readings, found, leaves } = understood;
  const duties = dutiesOf(readings, found, intake.names);
  const { contract: whole, defaults } = complete(id, understood);
  whole.obligations = {
    ...(isMap(whole.obligations) ? whole.obligations : {}),
    ...Object.fromEntries(duties.map(attestationOf)),
  };
  for (const list of ['charges', 'obligations', 'liability']) {
    if (isMap(whole[list])) whole[list] = asPrinted(whole[list], readings);
  }
  const annexes = annexesOf(readings, anomalies);
  if (annexes.length > 0) whole.annexes = annexes;
  const { made, gone } = fitted(whole, () =>
    stop('import-no-contract', { pages: paper.pages, clauses: readings.length, lacks: 'duties' }),
  );
  const { contract, at } = made;
  const stands = (path: string) => !gone.some((one) => path === one.path || path.startsWith(`${one.path}.`));
  const read = [...leaves].filter(([path]) => stands(path));
  const origins = [...originsOf(read, at), ...defaults.filter(stands).map((path) => ({ at: at(path) }))];
  const left = gone.flatMap(({ path, reason }) => {
    const one = [...leaves].find(([leaf]) => leaf.startsWith(`${path}.`) || leaf === path);
    return one ? [{ found: one[1].found, reason }] : [];
  });
  const placed = new Map(
    read.flatMap(([path, { found: one, also }]) => [one, ...also].map((each) => [each, path.split('.')] as const)),
  );
  contract.clauses = registerOf(readings, placed, duties, contract);
  return {
    id,
    contract: withNumbers(contract),
    origins,
    duties,
    left,
    unread: unreadOf(readings, found, duties),
    understood,
    paper,
  };
}

/** Items in the order of their clauses, those that a person has to put into words at the end. */
function asPrinted(items: Data, readings: Understood['readings']): Data {
  const refs = readings.map(({ clause }) => clause.ref);
  const place = (item: unknown): number => {
    if (!isMap(item) || item.kind === 'attestation') return refs.length + 1;
    const at = refs.indexOf(String(item.clause));
    return at < 0 ? refs.length : at;
  };
  return Object.fromEntries(Object.entries(items).sort(([, a], [, b]) => place(a) - place(b)));
}

/** Each finding once, at the place that its rule names. */
function originsOf(leaves: readonly (readonly [string, Leaf])[], at: (path: string) => string[]): Origin[] {
  const seen = new Map<Found, string[]>();
  for (const [path, { found }] of leaves) {
    const steps = at(path);
    const there = seen.get(found);
    seen.set(found, there ? common(there, steps) : steps);
  }
  return [...seen].map(([found, steps]) => ({ at: steps, found }));
}

const common = (a: readonly string[], b: readonly string[]): string[] => {
  const end = a.findIndex((step, i) => step !== b[i]);
  return a.slice(0, end < 0 ? a.length : end);
};

export const isAccepted = ({ found }: Origin): boolean => (found?.sure ?? 0) >= accepted;
