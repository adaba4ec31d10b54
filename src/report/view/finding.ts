import type { ActionVerdict } from '../../locale/report.ts';
import { actionVerdicts } from '../../locale/report.ts';
import { partyNames } from '../../locale/verdicts.ts';
import { remedyBounds } from '../../locale/words.ts';
import type { Finding } from '../../rules/finding.ts';
import type { Series } from '../../rules/series.ts';
import { type EvidenceTable, evidenceTable } from './evidence.ts';
import { type Fact, factList } from './facts.ts';
import { type TrendView, trendViews } from './series.ts';
import { type TrackView, trackView } from './track.ts';
import { type Badge, badge, grouped, type Voice } from './words.ts';

export interface FindingView {
  anchor: string;
  badge: Badge;
  title: string;
  clause: string;
  explanation: string;
  readings: readonly { means: string; badge: Badge; explanation: string }[];
  /** Which reading facts and evidence follow; empty where there is but one. */
  byReading: string;
  evidence: EvidenceTable | null;
  /** Of ports, day by day; null for other findings. */
  track: TrackView | null;
  trends: readonly TrendView[];
  remediesTitle: string;
  remedies: readonly { kind: string; party: string; amount: string; bounds: string; clause: string; text: string }[];
  facts: readonly Fact[];
}

export const anchor = ({ obligation }: Finding): string => `f-${obligation}`;

/** Remedies are listed where there is a breach, or may be one. */
const withRemedies = new Set<string>(['breached', 'at-risk', 'disputed']);

export function findingView(
  finding: Finding,
  unmask: boolean,
  voice: Voice,
  series: readonly Series[] = [],
): FindingView {
  const { lang, labels, say } = voice;
  const means = finding.readings.find((reading) => reading.id === finding.reading)?.means[lang];
  return {
    anchor: anchor(finding),
    badge: badge(finding.verdict, voice),
    title: finding.title[lang],
    clause: say.clause(finding.clause),
    explanation: finding.explanation[lang],
    readings: finding.readings.map((reading) => ({
      means: reading.means[lang],
      badge: badge(reading.verdict, voice),
      explanation: reading.explanation[lang],
    })),
    byReading: means === undefined ? '' : say.byReading(means),
    track: trackView(finding.facts, voice),
    trends: trendViews(series, voice),
    evidence: evidenceTable(finding, unmask, voice),
    remediesTitle: finding.verdict === 'breached' ? labels.remedies : labels.remediesIf,
    remedies: withRemedies.has(finding.verdict) ? remedies(finding, voice) : [],
    facts: factList(finding.facts, voice),
  };
}

const remedies = (finding: Finding, voice: Voice): FindingView['remedies'] =>
  finding.remedies.map((remedy) => ({
    kind: voice.remedies[remedy.kind] ?? remedy.kind,
    party: partyNames[remedy.party][voice.lang],
    amount: remedy.amount === null ? '' : voice.say.yuan(grouped(remedy.amount)),
    bounds: remedyBounds(remedy)[voice.lang],
    clause: voice.say.clause(remedy.clause),
    text: remedy.text[voice.lang],
  }));

export interface ActionView {
  badge: Badge;
  title: string;
  clause: string;
  explanation: string;
  action: string;
  href: string;
}

/** At the top of the page. */
const shownActions = 3;

export interface Actions {
  note: string;
  items: readonly ActionView[];
}

/** The findings that need action now, most urgent first: the first few, and how many there are. */
export function actionsOf(findings: readonly Finding[], voice: Voice): Actions {
  const all = actionVerdicts.flatMap((verdict) =>
    findings.filter((finding) => finding.verdict === verdict).map((finding) => action(finding, verdict, voice)),
  );
  const items = all.slice(0, shownActions);
  const note = all.length === 0 ? voice.labels.nothingToDo : voice.say.actionsShown(items.length, all.length);
  return { note, items };
}

const action = (finding: Finding, verdict: ActionVerdict, voice: Voice): ActionView => ({
  badge: badge(verdict, voice),
  title: finding.title[voice.lang],
  clause: voice.say.clause(finding.clause),
  explanation: finding.explanation[voice.lang],
  action: voice.actions[verdict],
  href: `#${anchor(finding)}`,
});
