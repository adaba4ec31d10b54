import { type Draft, isAccepted } from '../../intake/draft/draft.ts';

/** How many things were read and taken without a doubt. */
export const accepted = ({ origins }: Draft): number => origins.filter(isAccepted).length;
