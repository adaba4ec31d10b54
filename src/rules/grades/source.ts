import type { BreachGrades } from '../../contract/schema.generated.ts';
import type { Source } from '../source.ts';

type Row = BreachGrades['rows'][number];

/** Complaints of the bearer that came in within the period. */
const mine = `from complaints where complaint_bearer(responsible) = $bearer
  and received_at >= $from::timestamp and received_at < $until::timestamp and received_at <= $as_of::timestamp`;

const grades = ['general', 'serious', 'major'] as const;

/**
 * Breaches by grade: the rows that a number of complaints in the period shows. A row that another obligation shows is
 * judged there; what no record shows, a number for "repeatedly" that the paper does not give among them, people attest.
 */
export const breachGrades: Source = async ({ store }, { parameters, given }, { from, until, asOf }) => {
  const { rows } = given as BreachGrades;
  const named = { bearer: String(parameters.bearer), from, until, as_of: asOf };
  const counted = await store.query(`select category, count(*) as n ${mine} group by category`, named);
  const complaints = (category: Row['category']) =>
    counted.reduce((sum, row) => (category === undefined || row.category === category ? sum + Number(row.n) : sum), 0);
  const met = rows.filter((row) => row.shown_by === 'complaints' && isMet(row, complaints(row.category)));
  const [attested] = await store.query(
    `select count(*) as n from attestations where obligation = $obligation and attested_at <= $as_of::timestamp
     and not attestation_expired(attested_at, valid_to, 0, $as_of::timestamp)`,
    { obligation: String(parameters.obligation), as_of: asOf },
  );
  return {
    facts: {
      complaints: complaints(undefined),
      ...Object.fromEntries(grades.map((grade) => [grade, met.filter((row) => row.grade === grade).length])),
      attested: Number(attested?.n),
      to_attest: rows.filter(({ shown_by }) => shown_by === 'attestation' || shown_by === 'repetition').length,
    },
    evidence: async (verdict, limit) => {
      if (verdict !== 'breached') return { rows: [], total: 0 };
      const rows = await store.query(`select id, received_at, category ${mine} order by received_at, id`, named);
      const shown = rows.slice(0, limit).map(({ id, received_at, category }) => ({
        ...{ table: 'complaints', id: String(id), received_at: String(received_at), category: String(category) },
      }));
      return { rows: shown, total: rows.length };
    },
    detail: { met: met.map(({ clause, grade }) => ({ clause, grade })) },
  };
};

const isMet = ({ over = 0, up_to: upTo }: Row, n: number): boolean => n > over && (upTo === undefined || n <= upTo);
