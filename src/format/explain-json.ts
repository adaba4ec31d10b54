import type { Lang } from '../locale/text.ts';
import { mask } from '../records/mask.ts';
import type { Argument, Part } from '../rules/argument.ts';
import type { Shown } from './check.ts';
import { clockLines } from './clock.ts';
import { foundTold } from './explain.ts';
import { termsTold } from './terms.ts';

/** The argument as JSON: the same parts as on the terminal, as data, with the words beside them. */
export function explainJson(argument: Argument, { lang, unmask }: Shown): string {
  const { finding, gist, obligation } = argument;
  const shown = {
    contract: argument.contract,
    period: argument.period,
    asOf: argument.asOf,
    obligation: obligation.id,
    kind: finding.kind,
    topic: finding.topic,
    title: finding.title[lang],
    verdict: finding.verdict,
    explanation: finding.explanation[lang],
    clause: {
      ref: finding.clause,
      gist: gist?.[lang] ?? null,
      bearer: finding.bearer,
      note: obligation.note?.[lang] ?? null,
    },
    parts: argument.parts.map((part) => partJson(part, argument.asOf, lang, unmask)),
    waivers: argument.waivers.map((one) => ({ ...one, reason: one.reason[lang], role: one.role[lang] })),
    remedies: finding.remedies.map((remedy) => ({ ...remedy, text: remedy.text[lang] })),
    remediesAgreed: (obligation.remedies ?? []).map((remedy) => ({ ...remedy, text: remedy.text[lang] })),
    receipt: argument.receipt,
  };
  return JSON.stringify(shown, null, 2);
}

function partJson(part: Part, asOf: string, lang: Lang, unmask: boolean): object {
  const { from, to, obligation, waiver, finding, readings, clocks } = part;
  return {
    from,
    to,
    verdict: finding.verdict,
    explanation: finding.explanation[lang],
    parameters: obligation.parameters,
    amendments: part.amendments.map((one) => ({ ...one, title: one.title[lang] })),
    waiver: waiver ? { ...waiver, reason: waiver.reason[lang], role: waiver.role[lang] } : null,
    prefer: obligation.prefer ? { ...obligation.prefer, reason: obligation.prefer.reason[lang] } : null,
    readings: readings.map((one) => ({
      id: one.id ?? null,
      means: one.means?.[lang] ?? null,
      parameters: one.parameters,
      defaults: one.defaults,
      terms: termsTold(obligation.kind, one.parameters, lang),
      verdict: one.verdict,
      explanation: one.explanation[lang],
      facts: one.facts,
      found: foundTold(one, lang),
      held: one.held ?? null,
    })),
    reading: finding.reading ?? null,
    clocks: clocks.map((clock) => ({ ...clock, lines: clockLines(clock, asOf, lang) })),
    evidence: finding.evidence.map((row) => mask(row, unmask)),
    evidenceTotal: finding.evidenceTotal,
  };
}
