import type { Contract, Obligation } from '../../contract/schema.generated.ts';
import { type Version, versionsWithin } from '../../contract/versions.ts';
import { type About, leftWords } from '../../locale/boundaries.ts';
import type { Lang } from '../../locale/text.ts';
import type { Rules } from '../../rules/load.ts';
import { chargedTerm } from '../../simulate/charged.ts';
import { blanksOf, dutyOf } from '../../simulate/joint.ts';
import type { Calendar } from '../../time/calendar.ts';
import { addMonths, daysFromTo, earliest, latest } from '../../time/day.ts';
import { attestations } from './attestations.ts';
import { billWithin, settleWithin } from './bills.ts';
import { callerNumbers, callFrequency, callHours } from './calls.ts';
import { followUp, respondWithin } from './cases.ts';
import { breachGrades, complaintLimit, harassmentShutdown } from './complaints.ts';
import { judged, type Made, type Maker, type Terms } from './draft.ts';
import { callLists, recipientLists } from './lists.ts';
import { signature } from './messages.ts';
import { money } from './money.ts';
import { advanceNotice, renewalObjection } from './notices.ts';
import { capNotice, changeOrder, invoiceWithin, paymentByCycleEnd, paymentOnce } from './payments.ts';
import { portGovernance } from './ports.ts';
import { messageContent, portClasses, quotaStop, sendingWindow } from './sending.ts';
import { serviceLevel } from './service-level.ts';
import { type Supposed, supposing } from './suppose.ts';

const makers: Readonly<Record<string, Maker>> = {
  'respond-within': respondWithin,
  'follow-up': followUp,
  'advance-notice': advanceNotice,
  'renewal-objection': renewalObjection,
  'bill-within': billWithin,
  'settle-within': settleWithin,
  'message-signature': signature,
  'invoice-within': invoiceWithin,
  'payment-by-cycle-end': paymentByCycleEnd,
  'payment-once': paymentOnce,
  'cap-notice': capNotice,
  'change-order': changeOrder,
  'sending-window': sendingWindow,
  'message-content': messageContent,
  'port-classes': portClasses,
  'quota-stop': quotaStop,
  'recipient-lists': recipientLists,
  'call-lists': callLists,
  'call-hours': callHours,
  'call-frequency': callFrequency,
  'caller-numbers': callerNumbers,
  'complaint-limit': complaintLimit,
  'service-level': serviceLevel,
  'harassment-shutdown': harassmentShutdown,
  'breach-grades': breachGrades,
  'port-governance': portGovernance,
};
/** Kinds that no record shows: what has a limit is the attestation. */
const attested = ['attestation', 'retention'];

/**
 * Scenarios for people to review: for every numeric limit of the contract a case at it, just inside and just outside,
 * with what the plain judges of the simulation say of it. Days are Beijing days. Each version of the contract has its
 * own, where it changes the limit. The same contract, rules and calendar give the same.
 */
export function boundariesOf(contract: Contract, rules: Rules, calendar: Calendar, lang: Lang): Made {
  const made: Made = { cases: [], left: [] };
  let before: Version | undefined;
  for (const version of versionsWithin(contract, knownDays(contract, calendar))) {
    const terms = termsOf(version, before, calendar, lang);
    const changed = terms.contract.obligations.filter((one) => !sameIn(before, one));
    for (const part of [...obligations(changed, rules, terms), money(terms, before?.contract)]) {
      made.cases.push(...part.cases);
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
  const own = changed.filter(({ kind }) => !attested.includes(kind));
  const attestable = attested
    .filter((kind) => rules.byKind.has(kind))
    .map((kind) => changed.filter((one) => one.kind === kind).map(dutyOf));
  return [...own.map((one) => trios(one, rules, terms)), ...attestable.map((duties) => attestations(duties, terms))];
}

/** The cases at the limits of one obligation under each of its readings, each case once. */
function trios(obligation: Obligation, rules: Rules, given: Terms): Made {
  const { id, clause, kind } = obligation;
  const without = (reason: Made['left'][number]['reason']): Made => ({
    cases: [],
    left: [{ kind, what: id, clause, reason }],
  });
  const maker = makers[kind];
  if (!rules.byKind.has(kind)) return without(leftWords.noRule(kind));
  if (!maker) return without(leftWords.noJudge(kind));
  const blank = blanksOf(dutyOf(obligation));
  const supposed: Supposed | undefined = blank.length > 0 ? supposing(obligation, blank, given) : { obligation };
  if (!supposed) return without(leftWords.blank(blank));
  const { patch, words } = supposed;
  const duty = dutyOf(supposed.obligation);
  const terms = patch ? { ...given, contract: patch.contract } : given;
  const made: Made = { cases: [], left: [] };
  const seen = new Map<string, Made['cases'][number]>();
  for (const [i, parameters] of duty.readings.entries()) {
    const reading = obligation.readings?.[i]?.id;
    const about: About = { title: obligation.title, clause, reading, since: terms.since, supposed: words };
    const drafts = maker(parameters, about, duty, terms);
    if (!Array.isArray(drafts)) {
      const what = reading === undefined ? id : `${id} ${reading}`;
      made.left.push({ kind, what, clause, reason: drafts });
      continue;
    }
    for (const plain of drafts) {
      const draft = patch ? { ...plain, patch } : plain;
      const { step, place } = draft;
      const key = JSON.stringify([draft.month, draft.records, draft.patch?.changes, place.limit, place.trigger]);
      const same = seen.get(key);
      if (same) same.about.readings.push(reading ?? '');
      else {
        const readings = reading === undefined ? [] : [reading];
        const one = { scenario: judged(draft, duty, terms), kind, about: { ...about, readings }, step, place };
        made.cases.push(one);
        seen.set(key, one);
      }
    }
  }
  return made;
}
