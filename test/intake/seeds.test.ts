import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { passageOf } from '../../src/intake/passage.ts';
import { cleaned } from '../../src/intake/read/glyphs.ts';
import { readPaper } from '../../src/intake/read/read.ts';
import { hasSeeds, seeds } from './shared.ts';

const letters = (text: string): string => cleaned(passageOf(text)).text.replace(/[^\p{L}\p{N}]/gu, '');

/** Of the characters of a text, the share that stands in another in pieces of twelve letters. */
function share(text: string, within: string): number {
  const pieces = text.match(/.{12}/gu) ?? [];
  return pieces.filter((piece) => within.includes(piece)).length / pieces.length;
}

describe.skipIf(!hasSeeds).each(seeds)('the seed contract $name', async ({ name, pdf, folder }) => {
  const paper = hasSeeds ? await readPaper(pdf) : undefined;

  test('is read whole: what was typed from it stands in the lines or among what was left out', () => {
    const [file = ''] = readdirSync(folder).filter((one) => one.startsWith(name));
    const typed = letters(readFileSync(join(folder, file), 'utf8'));
    const read = letters([...(paper?.lines ?? []), ...(paper?.removed ?? [])].map(({ text }) => text).join(''));
    const kept = letters((paper?.lines ?? []).map(({ text }) => text).join(''));
    expect(share(typed, read)).toBeGreaterThan(0.9);
    // What is left out stands in the lines as well: only contents, numbers and echoes were.
    expect(share(typed, kept)).toBeGreaterThan(0.9);
    expect(read.length).toBeGreaterThan(0.97 * typed.length);
  });

  test('has no radical, no full-width letter and no double space left', () => {
    const text = (paper?.lines ?? []).map((line) => line.text).join('\n');
    expect(text.match(/[\u2E80-\u2FDF\uF900-\uFAFF０-９Ａ-Ｚａ-ｚ（）％]| {2}|[\u200B\u00A0]/gu)).toBeNull();
    expect(paper?.problems).toEqual([]);
  });
});

test.skipIf(!hasSeeds)(
  'the outline behind the signature page of one seed is an echo, and nothing else is',
  async () => {
    const removed = await Promise.all(seeds.map(async ({ pdf }) => (await readPaper(pdf)).removed));
    const echoes = removed.map((some) => some.filter(({ kind }) => kind === 'echo').length);
    expect(echoes[2]).toBeGreaterThan(300);
    expect([echoes[1], echoes[3], echoes[4]]).toEqual([0, 0, 0]);
    expect(removed[0]?.filter(({ kind }) => kind === 'contents')).toHaveLength(13);
    expect(echoes[0]).toBe(2);
  },
);
