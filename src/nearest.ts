import { closest, distance } from 'fastest-levenshtein';

/** The candidate that was meant: the nearest, if no more letters differ than `least`, or a third of the word. */
export function nearest(word: string, candidates: readonly string[], least = 2): string | undefined {
  if (candidates.length === 0) return undefined;
  const best = closest(word, candidates);
  return distance(word, best) <= Math.max(least, Math.floor(word.length / 3)) ? best : undefined;
}
