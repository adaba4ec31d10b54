import { readingParameters } from '../contract/references.ts';
import type { Obligation } from '../contract/schema.generated.ts';
import type { Duty, Judged } from './world.ts';

/** An obligation with its parameters under each reading; nothing of it is to be broken. */
export const dutyOf = (obligation: Obligation): Duty => ({
  obligation,
  readings: (obligation.readings ?? [undefined]).map((reading) => readingParameters(obligation, reading)),
  broken: undefined,
});

/** Names of parameters that the paper leaves blank under some reading: they can be neither kept nor broken. */
export const blanksOf = ({ readings }: Duty): string[] => {
  const blank = readings.flatMap((parameters) =>
    Object.entries(parameters).flatMap(([name, value]) =>
      typeof value === 'object' && value !== null && 'blank' in value ? [name] : [],
    ),
  );
  return [...new Set(blank)];
};

/**
 * One verdict from those of all readings: as they agree, else the preferred one's, else disputed, or undetermined
 * while one of them is. */
export function together({ readings, prefer }: Obligation, judged: readonly Judged[]): Judged {
  const preferred = prefer && judged[(readings ?? []).findIndex(({ id }) => id === prefer.reading)];
  const shown = preferred ?? judged.find(({ verdict }) => verdict === 'breached') ?? judged[0];
  if (!shown) throw new Error('an obligation without a reading');
  const same = judged.every(({ verdict }) => verdict === judged[0]?.verdict);
  const open = judged.some(({ verdict }) => verdict === 'undetermined') ? 'undetermined' : 'disputed';
  return { verdict: same || preferred ? shown.verdict : open, records: shown.records };
}
