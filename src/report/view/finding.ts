import { actionVerdicts } from '../../locale/report.ts';
import { partyNames, type Verdict } from '../../locale/verdicts.ts';
import { remedyBounds } from '../../locale/words.ts';
import type { Finding } from '../../rules/finding.ts';
import type { Series } from '../../rules/series.ts';
import type { Calendar } from '../../time/calendar.ts';
import type { EvidenceFile } from '../evidence/files.ts';
import { type ClockView, clockViews } from './clocks.ts';
import { type EvidenceTable, evidenceTable } from './evidence.ts';
import { type Fact, factList } from './facts.ts';
import type { Link } from './frame.ts';
import { type TrendView, trendViews } from './series.ts';
import { type TrackView, trackView } from './track.ts';
import { type Badge, badge, grouped, type Voice } from './words.ts';

export interface FindingView {
  anchor: string;
  badge: Badge;
  title: string;
  clause: string;
  /** What the clause says; empty where the title says the same. */
  gist: string;
  explanation: string;
  /** It calls for action: everything is shown. Else what it rests on is folded away. */
  open: boolean;
  readings: readonly { means: string; badge: Badge; explanation: string }[];
  /** Which reading facts and evidence follow; empty where there is but one. */
  byReading: string;
  clocks: readonly ClockView[];
  evidence: EvidenceTable | null;
  /** The file with all of it; null where there is none. */
  evidenceFile: EvidenceLink | null;
  /** Of ports, day by day; null for other findings. */
  track: TrackView | null;
  trends: readonly TrendView[];
  remediesTitle: string;
  remedies: readonly { kind: string; party: string; amount: string; bounds: string; clause: string; text: string }[];
  facts: readonly Fact[];
}

export interface EvidenceLink extends Link {
  sha256: string;
}

export const anchor = ({ obligation }: Pick<Finding, 'obligation'>): string => `f-${obligation}`;

/** What every finding of a page is shown with. */
export interface FindingSettings {
  voice: Voice;
  /** Show the numbers of natural persons in full. */
  unmask: boolean;
  asOf: string;
  calendar: Calendar;
  /** What each clause says, by its number. */
  gists: ReadonlyMap<string, string>;
  /** Files with all evidence, by obligation. */
  files: ReadonlyMap<string, EvidenceFile>;
  /** What of each obligation is drawn over time. */
  series: ReadonlyMap<string, readonly Series[]>;
}

/** Remedies are listed where there is a breach, or may be one. */
export const withRemedies: ReadonlySet<Verdict> = new Set(['breached', 'at-risk', 'disputed']);
/** What no record can show has no grounds to lay open. */
const laidOpen = new Set<Verdict>(actionVerdicts.filter((verdict) => verdict !== 'needs-attestation'));

export function findingView(
  finding: Finding,
  { voice, unmask, asOf, calendar, gists, files, series }: FindingSettings,
): FindingView {
  const { lang, labels, say } = voice;
  const means = finding.readings.find((reading) => reading.id === finding.reading)?.means[lang];
  const gist = gists.get(finding.clause) ?? '';
  return {
    anchor: anchor(finding),
    badge: badge(finding.verdict, voice),
    title: finding.title[lang],
    clause: say.clause(finding.clause),
    gist: gist === finding.title[lang] ? '' : gist,
    explanation: finding.explanation[lang],
    open: laidOpen.has(finding.verdict),
    readings: finding.readings.map((reading) => ({
      means: reading.means[lang],
      badge: badge(reading.verdict, voice),
      explanation: reading.explanation[lang],
    })),
    byReading: means === undefined ? '' : say.byReading(means),
    clocks: clockViews(finding, asOf, calendar, voice),
    track: trackView(finding.facts, voice),
    trends: trendViews(series.get(finding.obligation) ?? [], voice),
    evidence: evidenceTable(finding, unmask, voice),
    evidenceFile: fileLink(files.get(finding.obligation), voice),
    remediesTitle: finding.verdict === 'breached' ? labels.remedies : labels.remediesIf,
    remedies: withRemedies.has(finding.verdict) ? remedies(finding, voice) : [],
    facts: factList(finding, voice),
  };
}

const fileLink = (file: EvidenceFile | undefined, { say }: Voice): EvidenceLink | null =>
  file
    ? {
        href: `evidence/${encodeURIComponent(file.file)}`,
        text: say.allEvidence(grouped(String(file.rows)), file.file),
        sha256: file.sha256,
      }
    : null;

const remedies = (finding: Finding, voice: Voice): FindingView['remedies'] =>
  finding.remedies.map((remedy) => ({
    kind: voice.remedies[remedy.kind] ?? remedy.kind,
    party: partyNames[remedy.party][voice.lang],
    amount: remedy.amount === null ? '' : voice.say.yuan(grouped(remedy.amount)),
    bounds: remedyBounds(remedy)[voice.lang],
    clause: voice.say.clause(remedy.clause),
    text: remedy.text[voice.lang],
  }));
