import { type Clause, isTreated } from '../../contract/register.ts';
import type { Contract } from '../../contract/schema.generated.ts';
import { placeTold } from '../../format/terms.ts';
import { treatmentNames } from '../../locale/treatments.ts';
import { anchor } from './finding.ts';
import type { Voice } from './words.ts';

export interface CoverageView {
  /** How many clauses there are and how many are treated. */
  note: string;
  rows: readonly { ref: string; page: string; gist: string; treatment: string; by: readonly By[] }[];
}

/** What realises a clause; with a link where that is an obligation of this page. */
interface By {
  name: string;
  href: string;
}

/** Every clause of the paper and how it is treated; null where the contract has no register. */
export function coverageView(contract: Contract, shown: ReadonlySet<string>, voice: Voice): CoverageView | null {
  const { clauses } = contract;
  if (!clauses) return null;
  const { lang, labels, say } = voice;
  const names = new Map(
    [...contract.obligations, ...contract.charges, ...contract.services].map(({ id, title }) => [id, title[lang]]),
  );
  return {
    note: say.coverage(clauses.length, clauses.filter(isTreated).length),
    rows: clauses.map((clause: Clause) => ({
      ref: clause.ref,
      page: clause.page === undefined ? '' : String(clause.page),
      gist: clause.gist[lang],
      treatment: treatmentNames[clause.treatment][lang] + (isTreated(clause) ? '' : labels.notTreated),
      by: (clause.by ?? []).map((id) => ({
        name: names.get(id) ?? placeTold(id, lang),
        href: shown.has(id) ? `#${anchor({ obligation: id })}` : '',
      })),
    })),
  };
}

/** The gists of the paper's clauses by their numbers. */
export const gistsOf = ({ clauses = [] }: Contract, { lang }: Voice): ReadonlyMap<string, string> =>
  new Map(clauses.map(({ ref, gist }) => [ref, gist[lang]]));
