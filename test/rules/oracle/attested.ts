import type { Asked, Judge, Row } from './judge.ts';
import { inPeriod, instant, only } from './judge.ts';
import { monthsBefore } from './messages.ts';

/** Has somebody attested it, and does that still hold at as-of? */
export function attested({ tables, obligation, asOf, p }: Asked): boolean {
  const months = Number(p.every_months ?? 0);
  return (tables.attestations ?? []).some((row) => {
    const until = String(row.valid_to ?? '9999-12-31');
    const ended = until.length === 10 ? asOf.slice(0, 10) > until : asOf > until;
    const at = instant(row.attested_at);
    return (
      row.obligation === obligation.id && at <= asOf && !ended && (months === 0 || asOf <= monthsBefore(at, -months))
    );
  });
}

/** What no record shows: somebody attests it. */
export const attestation: Judge = (asked) => only(attested(asked) ? 'fulfilled' : 'needs-attestation');

interface GradeRow {
  shown_by: string;
  category?: string;
  over?: number;
  up_to?: number;
}

/** A table of breaches: numbers of complaints meet rows of their own, people attest that there were no others. */
export const breachGrades: Judge = (asked) => {
  const { p, tables } = asked;
  if (!tables.complaints) return only('undetermined');
  const own = tables.complaints.filter((row) => row.responsible !== 'carrier' && inPeriod(row.received_at, asked));
  const meets = ({ shown_by, category, over = 0, up_to = Infinity }: GradeRow) => {
    const n = own.filter((row: Row) => category === undefined || row.category === category).length;
    return shown_by === 'complaints' && n > over && n <= up_to;
  };
  if ((p.rows as GradeRow[]).some(meets)) return { verdict: 'breached', ids: own.map(({ id }) => String(id)) };
  return only(attested({ ...asked, p: {} }) ? 'fulfilled' : 'needs-attestation');
};
