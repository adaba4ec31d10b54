/** Text, and for each of its UTF-16 units where on the paper it was read: an offset into the paper's raw text. */
export interface Passage {
  readonly text: string;
  readonly at: ArrayLike<number>;
}

/** A stretch of the paper's raw text, `to` not included. */
export interface Span {
  from: number;
  to: number;
}

/** A text as it stands in the raw text from an offset on. */
export function passageOf(text: string, start = 0): Passage {
  const at = new Array<number>(text.length);
  for (let i = 0; i < text.length; i++) at[i] = start + i;
  return { text, at };
}

/** A part of a passage, as `String.slice`. */
export const cut = ({ text, at }: Passage, from: number, to = text.length): Passage => ({
  text: text.slice(from, to),
  at: Array.prototype.slice.call(at, from, to),
});

/** Passages one after another; what is put between them belongs to no place of its own but to the end of the one before. */
export function joined(parts: readonly Passage[], between = ''): Passage {
  const at: number[] = [];
  let text = '';
  for (const [i, part] of parts.entries()) {
    if (i > 0) for (const _ of between) at.push(at.at(-1) ?? 0);
    if (i > 0) text += between;
    text += part.text;
    for (let k = 0; k < part.text.length; k++) at.push(part.at[k] ?? 0);
  }
  return { text, at };
}

/** A passage with every match of a pattern (with flag g) written otherwise; what is written stands where the match began. */
export function rewritten(passage: Passage, pattern: RegExp, by: (match: RegExpExecArray) => string): Passage {
  const { text, at } = passage;
  let out = '';
  const places: number[] = [];
  let done = 0;
  const keep = (to: number) => {
    out += text.slice(done, to);
    for (let i = done; i < to; i++) places.push(at[i] ?? 0);
  };
  for (const match of text.matchAll(pattern)) {
    keep(match.index);
    const put = by(match);
    out += put;
    for (let i = 0; i < put.length; i++) places.push(at[match.index + Math.min(i, match[0].length - 1)] ?? 0);
    done = match.index + match[0].length;
  }
  if (done === 0) return passage;
  keep(text.length);
  return { text: out, at: places };
}

/** Where on the paper a part of a passage stands: from its first to its last character. */
export const spanOf = ({ at }: Passage, from: number, to: number): Span => ({
  from: at[from] ?? 0,
  to: (at[to - 1] ?? at[from] ?? 0) + 1,
});
