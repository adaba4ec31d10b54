import type { Contract, Obligation } from '../contract/schema.generated.ts';
import type { Verdict } from '../locale/verdicts.ts';
import type { Rules } from '../rules/load.ts';
import type { Scenario } from './scenario.ts';

/** Which verdicts the scenarios that passed have shown of one obligation, and which they should. */
export interface Covered {
  contract: string;
  obligation: string;
  clause: string;
  kind: string;
  seen: readonly Verdict[];
  /** Verdicts that the obligation can come to and that no scenario has shown. */
  missing: readonly Verdict[];
  /** Why the two sides cannot be shown: no rule judges the kind yet, or the paper leaves blank what the rule needs. */
  open: 'no-rule' | 'blank' | null;
}

export interface ClauseCoverage {
  contract: string;
  /** Clauses that obligations realise, and of those the ones whose obligations have all been seen on both sides. */
  total: number;
  covered: number;
}

/** The verdicts of each obligation that scenarios expect; a scenario that failed shows nothing. */
export function coverageOf(contract: Contract, rules: Rules, passed: readonly Scenario[]): Covered[] {
  return contract.obligations.map((obligation) => {
    const seen = new Set(
      passed.flatMap(({ expect }) => {
        const expected = expect.findings?.[obligation.id];
        return expected === undefined ? [] : [typeof expected === 'string' ? expected : expected.verdict];
      }),
    );
    const open = openOf(obligation, rules);
    const sides = open === 'blank' ? (['undetermined'] as const) : open ? [] : sidesOf(obligation, rules);
    const { id, clause, kind } = obligation;
    const missing = sides.filter((verdict) => !seen.has(verdict));
    return { contract: contract.id, obligation: id, clause, kind, seen: [...seen].sort(), missing, open };
  });
}

function openOf(obligation: Obligation, rules: Rules): Covered['open'] {
  if (!rules.byKind.has(obligation.kind)) return 'no-rule';
  const all = obligation.readings?.map(({ parameters }) => ({ ...obligation.parameters, ...parameters }));
  return (all ?? [obligation.parameters]).every(isBlank) ? 'blank' : null;
}

const isBlank = (parameters: object): boolean =>
  Object.values(parameters).some((value) => typeof value === 'object' && value !== null && 'blank' in value);

/** Kept and broken, as the rule of the kind knows them: what only people can show is attested or not. */
function sidesOf({ kind }: Obligation, rules: Rules): Verdict[] {
  const known = rules.byKind.get(kind)?.outcomes.map(({ verdict }) => verdict) ?? [];
  return ['fulfilled', known.includes('breached') ? 'breached' : 'needs-attestation'];
}

export function clauseCoverage(contract: Contract, covered: readonly Covered[]): ClauseCoverage {
  const done = new Set(covered.filter(({ open, missing }) => !open && missing.length === 0).map((o) => o.obligation));
  const known = new Set(covered.map(({ obligation }) => obligation));
  const realised = (contract.clauses ?? []).map(({ by = [] }) => by.filter((id) => known.has(id)));
  const byDuties = realised.filter((ids) => ids.length > 0);
  return {
    contract: contract.id,
    total: byDuties.length,
    covered: byDuties.filter((ids) => ids.every((id) => done.has(id))).length,
  };
}
