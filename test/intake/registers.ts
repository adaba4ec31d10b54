import type { Clause } from '../../src/intake/clause.ts';

/** A clause of a contract's register; a clause of an annex that the paper does not have bears no page. */
export interface Registered {
  ref: string;
  page?: number;
}

export interface Figures {
  /** Of the tree's references, the share that the register has, in its order, a duplicate as often as it is there. */
  precision: number;
  /** Of the register's references that have a page, the share that the tree has. */
  recall: number;
  extra: string[];
  lacking: string[];
  /** References that both have, on another page: tree and register. */
  pages: string[];
}

/** Compares a clause tree with the register of the same contract as sequences: what both have is their longest common one. */
export function compared(clauses: readonly Clause[], register: readonly Registered[]): Figures {
  const paper = register.filter(({ page }) => page !== undefined);
  const lengths = Array.from({ length: clauses.length + 1 }, () => new Uint16Array(paper.length + 1));
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = clauses.length - 1; i >= 0; i--) {
    for (let j = paper.length - 1; j >= 0; j--) {
      const same = clauses[i]?.ref === paper[j]?.ref;
      (lengths[i] as Uint16Array)[j] = same ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const figures: Figures = { precision: 0, recall: 0, extra: [], lacking: [], pages: [] };
  let both = 0;
  for (let i = 0, j = 0; i < clauses.length || j < paper.length; ) {
    const [clause, listed] = [clauses[i], paper[j]];
    if (clause !== undefined && clause.ref === listed?.ref) {
      both++;
      if (clause.page !== listed.page) figures.pages.push(`${clause.ref} ${clause.page} ${listed.page}`);
      i++;
      j++;
    } else if (listed === undefined || (clause !== undefined && at(i + 1, j) >= at(i, j + 1))) {
      figures.extra.push(clause?.ref ?? '');
      i++;
    } else {
      figures.lacking.push(listed.ref);
      j++;
    }
  }
  return { ...figures, precision: both / (clauses.length || 1), recall: both / (paper.length || 1) };
}
