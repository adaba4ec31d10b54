import type { BreachGrades } from '../../contract/schema.generated.ts';
import type { EvidenceRow } from '../finding.ts';
import type { Source } from '../source.ts';

type Row = BreachGrades['rows'][number];

const grades = ['general', 'serious', 'major'] as const;

/** Complaints of the bearer that came in within the period. */
const ofBearer = `from complaints where complaint_bearer(responsible) = $bearer
  and received_at >= $from::timestamp and received_at < $until::timestamp and received_at <= $as_of::timestamp`;

/** Breaches of the bearer that people found within the period, each naming its row of the table. */
const ofTable = `from events where type = 'violation-known' and coalesce(party, $bearer) = $bearer
  and list_contains($clauses, ref)
  and occurred_at >= $from::timestamp and occurred_at < $until::timestamp and occurred_at <= $as_of::timestamp`;

/**
 * Breaches by grade: the rows that a number of complaints in the period meets, those of which an event `violation-known`
 * names the clause, and those that so many breaches of a lower grade are raised to. What no record shows, a number for
 * "repeatedly" that the paper does not give among them, people attest.
 */
export const breachGrades: Source = async ({ store }, { parameters, given }, { from, until, asOf }) => {
  const { rows } = given as BreachGrades;
  const named = { bearer: String(parameters.bearer), from, until, as_of: asOf };
  const clauses = rows.map(({ clause }) => clause);
  const complaints = await store.query(`select id, received_at, category ${ofBearer} order by received_at, id`, named);
  const events = await store.query(`select id, occurred_at, ref ${ofTable} order by occurred_at, id`, {
    ...named,
    clauses,
  });
  const complaintsOf = (category: Row['category']) =>
    complaints.filter((row) => category === undefined || row.category === category).length;
  const byCount = rows.filter((row) => row.shown_by === 'complaints' && isWithin(row, complaintsOf(row.category)));
  const isCounted = ({ category }: Record<string, unknown>) =>
    byCount.some((row) => row.category === undefined || row.category === category);
  const found = rows.flatMap((row) => events.filter(({ ref }) => ref === row.clause).map(() => row));
  const raised = rows.filter(({ raised_from, times }) => {
    const lesser = [...byCount, ...found].filter(({ grade }) => grade === raised_from).length;
    return raised_from !== undefined && times !== undefined && lesser >= times;
  });
  const met = rows.filter((row) => [...byCount, ...found, ...raised].includes(row));
  const [attested] = await store.query(
    `select count(*) as n from attestations where obligation = $obligation and attested_at <= $as_of::timestamp
     and not attestation_expired(attested_at, valid_to, 0, $as_of::timestamp)`,
    { obligation: String(parameters.obligation), as_of: asOf },
  );
  return {
    facts: {
      complaints: complaints.length,
      found: events.length,
      ...Object.fromEntries(grades.map((grade) => [grade, met.filter((row) => row.grade === grade).length])),
      attested: Number(attested?.n),
      to_attest: rows.filter((row) => needsPeople(row) && !met.includes(row)).length,
    },
    evidence: async (verdict, limit) => {
      if (verdict !== 'breached') return { rows: [], total: 0 };
      const seen = [
        ...events.map((row) => evidenceRow('events', row)),
        ...complaints.filter(isCounted).map((row) => evidenceRow('complaints', row)),
      ];
      return { rows: seen.slice(0, limit), total: seen.length };
    },
    detail: { met: met.map(({ clause, grade }) => ({ clause, grade })) },
  };
};

const isWithin = ({ over = 0, up_to: upTo }: Row, n: number): boolean => n > over && (upTo === undefined || n <= upTo);

const needsPeople = ({ shown_by: by, times }: Row): boolean =>
  by === 'attestation' || (by === 'repetition' && times === undefined);

const evidenceRow = (table: string, { id, ...columns }: Record<string, unknown>): EvidenceRow => ({
  ...{ table, id: String(id) },
  ...Object.fromEntries(Object.entries(columns).map(([name, value]) => [name, String(value)])),
});
