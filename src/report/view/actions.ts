import type { ActionVerdict } from '../../locale/report.ts';
import { actionVerdicts } from '../../locale/report.ts';
import { partyNames } from '../../locale/verdicts.ts';
import type { Finding } from '../../rules/finding.ts';
import { anchor } from './finding.ts';
import { type Badge, badge, type Voice } from './words.ts';

export interface ActionView {
  badge: Badge;
  /** Who bears it. */
  party: string;
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
  party: partyNames[finding.bearer][voice.lang],
  title: finding.title[voice.lang],
  clause: voice.say.clause(finding.clause),
  explanation: finding.explanation[voice.lang],
  action: verdict === 'breached' && finding.remedies.length === 0 ? voice.labels.noRemedy : voice.actions[verdict],
  href: `#${anchor(finding)}`,
});
