import type { Contract } from '../../contract/schema.generated.ts';
import type { WaiverState } from '../../rules/finding.ts';
import type { Voice } from './words.ts';

export interface WaiverView {
  id: string;
  obligation: string;
  days: string;
  expires: string;
  reason: string;
  role: string;
  status: string;
}

/** The waivers that are about some of the period, and whether they counted. */
export const waiverViews = (all: readonly WaiverState[], contract: Contract, voice: Voice): WaiverView[] =>
  all.map(({ id, obligation, from, to, expires, reason, role, status }) => ({
    ...{ id, days: voice.say.span(from, to), expires, status: voice.waiverStates[status] },
    obligation: contract.obligations.find((one) => one.id === obligation)?.title[voice.lang] ?? obligation,
    reason: reason[voice.lang],
    role: role[voice.lang],
  }));
