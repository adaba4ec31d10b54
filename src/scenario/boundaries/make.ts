import type { Contract, Obligation } from '../../contract/schema.generated.ts';
import { type Version, versionsWithin } from '../../contract/versions.ts';
import { type About, leftWords } from '../../locale/boundaries.ts';
import type { Lang } from '../../locale/text.ts';
import type { Rules } from '../../rules/load.ts';
import { chargedTerm } from '../../simulate/charged.ts';
import { blanksOf, dutyOf } from '../../simulate/joint.ts';
import type { Duty } from '../../simulate/world.ts';
import type { Calendar } from '../../time/calendar.ts';
import { addMonths, daysFromTo, earliest, latest } from '../../time/day.ts';
import { attestations } from './attestations.ts';
import { billWithin, settleWithin } from './bills.ts';
import { followUp, respondWithin } from './cases.ts';
import { asOfFor, type Draft, judged, type Made, type Maker, scenarioOf, type Terms } from './draft.ts';
import { judgeMessages, signature } from './messages.ts';
import { money } from './money.ts';
import { advanceNotice, renewalObjection } from './notices.ts';

const makers: Readonly<Record<string, Maker>> = {
  'respond-within': respondWithin,
  'follow-up': followUp,
  'advance-notice': advanceNotice,
  'renewal-objection': renewalObjection,
  'bill-within': billWithin,
  'settle-within': settleWithin,
  'message-signature': signature,
};
/** Kinds that are made up elsewhere. */
const others = ['attestation', 'change-order'];

/**
 * Scenarios for people to review: for every numeric limit of the contract a case at it, just inside and just outside,
 * with what the plain judges of the simulation say of it. Days are Beijing days. Each version of the contract has its
 * own, where it changes the limit. The same contract, rules and calendar give the same.
 */
export function boundariesOf(contract: Contract, rules: Rules, calendar: Calendar, lang: Lang): Made {
  const made: Made = { scenarios: [], left: [] };
  let before: Version | undefined;
  for (const version of versionsWithin(contract, knownDays(contract, calendar))) {
    const terms = termsOf(version, before, calendar, lang);
    const changed = terms.contract.obligations.filter((one) => !sameIn(before, one));
    for (const part of [...obligations(changed, rules, terms), money(terms, before?.contract)]) {
      made.scenarios.push(...part.scenarios);
      made.left.push(...part.left);
    }
    before = version;
  }
  return made;
}

/** The days of the term, or of charging, for which the calendar is published. */
function knownDays(contract: Contract, { years }: Calendar): { from: string; to: string } {
  const [first, last] = [`${years[0]}-01-01`, `${years.at(-1)}-12-31`];
  const term = chargedTerm(contract) ?? { from: first, to: last };
  return { from: latest(term.from, first), to: earliest(term.to, last) };
}

function termsOf({ contract, from, to }: Version, before: Version | undefined, calendar: Calendar, lang: Lang): Terms {
  const month = from.endsWith('-01') ? from : addMonths(`${from.slice(0, 7)}-01`, 1);
  const start = month <= to ? month : from;
  const days = start <= to ? daysFromTo(start, to) : [];
  return { contract, calendar, from, to, days, since: before && from, lang };
}

const sameIn = (version: Version | undefined, obligation: Obligation): boolean =>
  version?.contract.obligations.some((one) => JSON.stringify(one) === JSON.stringify(obligation)) ?? false;

function obligations(changed: readonly Obligation[], rules: Rules, terms: Terms): Made[] {
  const own = changed.filter(({ kind }) => !others.includes(kind));
  const attested = changed.filter(({ kind }) => kind === 'attestation' && rules.byKind.has(kind)).map(dutyOf);
  return [...own.map((one) => trios(one, rules, terms)), attestations(attested, terms)];
}

/** The cases at the limits of one obligation under each of its readings, each case once. */
function trios(obligation: Obligation, rules: Rules, terms: Terms): Made {
  const { id, clause, kind } = obligation;
  const without = (reason: Made['left'][number]['reason']): Made => ({
    scenarios: [],
    left: [{ what: id, clause, reason }],
  });
  const maker = makers[kind];
  if (!rules.byKind.has(kind)) return without(leftWords.noRule(kind));
  if (!maker) return without(leftWords.noJudge(kind));
  const duty = dutyOf(obligation);
  const blank = blanksOf(duty);
  if (blank.length > 0) return without(leftWords.blank(blank));
  const made: Made = { scenarios: [], left: [] };
  const seen = new Set<string>();
  for (const [i, parameters] of duty.readings.entries()) {
    const reading = obligation.readings?.[i]?.id;
    const about: About = { title: obligation.title, clause, reading, since: terms.since };
    const drafts = maker(parameters, about, duty, terms);
    if (!Array.isArray(drafts)) {
      const what = reading === undefined ? id : `${id} ${reading}`;
      made.left.push({ what, clause, reason: drafts });
      continue;
    }
    for (const draft of drafts) {
      const key = JSON.stringify([draft.month, draft.records, draft.patch?.changes]);
      if (!seen.has(key)) made.scenarios.push(verdictOf(draft, duty, terms));
      seen.add(key);
    }
  }
  return made;
}

function verdictOf(draft: Draft, duty: Duty, terms: Terms) {
  if (duty.obligation.kind !== 'message-signature') return judged(draft, duty, terms);
  return scenarioOf(draft, duty, terms.lang, asOfFor(draft.records), judgeMessages(draft, duty, terms));
}
