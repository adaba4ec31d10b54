import type { Attestation } from '../../contract/schema.generated.ts';
import { boundaryWords, leftWords } from '../../locale/boundaries.ts';
import { limitsWords } from '../../locale/limits.ts';
import type { Duty, Judged } from '../../simulate/world.ts';
import { addMonths } from '../../time/day.ts';
import { addSeconds, dayOf, formatInstant } from '../../time/instant.ts';
import type { Scenario } from '../scenario.ts';
import { daysFor, expected, firstOf, type Left, type Made, offset, steps, type Terms } from './draft.ts';

const role = { customer: '甲方负责人', carrier: '乙方负责人', both: '双方负责人' } as const;

/** What the kinds that people attest have in common. */
type Attested = Pick<Attestation, 'every_months'> & Partial<Pick<Attestation, 'role'>>;

/** Attestations that are just still in force: those that hold equally long together, for they are many. */
export function attestations(duties: readonly Duty[], terms: Terms): Made {
  const made: Made = { cases: [], left: [] };
  const left = ({ obligation }: Duty, reason: Left['reason']) =>
    made.left.push({ kind: obligation.kind, what: obligation.id, clause: obligation.clause, reason });
  const groups = new Map<number, Duty[]>();
  for (const duty of duties) {
    const months = new Set(duty.readings.flatMap((p) => (p as Attested).every_months ?? []));
    if (months.size === 0) left(duty, leftWords.noLimit);
    for (const one of months) groups.set(one, [...(groups.get(one) ?? []), duty]);
  }
  for (const [months, own] of groups) {
    const usable = own.map((duty) => new Set(daysFor(duty, terms)));
    const day = firstOf(
      terms.days.filter((one) => usable.every((days) => days.has(one))),
      terms,
      (one) => ({ value: one, days: [addMonths(one, months)], plain: true }),
    );
    if (day === undefined) for (const duty of own) left(duty, leftWords.noDay);
    else made.cases.push(...trio(day, months, own, terms));
  }
  return made;
}

function trio(day: string, months: number, duties: readonly Duty[], { lang, since }: Terms): Made['cases'] {
  const due = `${addMonths(day, months)} 09:00:00`;
  const clauses = [...new Set(duties.map(({ obligation }) => obligation.clause))];
  return steps.map((step) => {
    const asOf = addSeconds(due, offset[step]);
    const scenario: Scenario = {
      title: boundaryWords.attestation(duties.length, clauses, months, formatInstant(due), step)[lang],
      period: dayOf(asOf).slice(0, 7),
      as_of: asOf,
      records: {
        attestations: duties.map(({ obligation, readings: [p] }) => ({
          ...{ obligation: obligation.id, attested_at: `${day} 09:00:00` },
          role: role[(p as Attested).role ?? obligation.bearer],
        })),
      },
      expect: {
        findings: Object.fromEntries(
          duties.map((duty) => [
            duty.obligation.id,
            expected(
              duty,
              duty.readings.map((p) => attested(p as Attested, day, asOf)),
            ),
          ]),
        ),
      },
    };
    const place = {
      limit: limitsWords.validFor(months),
      trigger: limitsWords.attested(`${day} 09:00:00`),
      point: limitsWords.lookedAt(asOf),
    };
    const about = { title: boundaryWords.attested(duties.length), clause: clauses.join('、'), since, readings: [] };
    return { scenario, kind: duties[0]?.obligation.kind ?? '', about, step, place };
  });
}

/** An attestation holds up to the same moment so many months later, that moment included. */
function attested({ every_months: months }: Attested, day: string, asOf: string): Judged {
  const holds = !months || `${addMonths(day, months)} 09:00:00` >= asOf;
  return { verdict: holds ? 'fulfilled' : 'needs-attestation', records: [] };
}
