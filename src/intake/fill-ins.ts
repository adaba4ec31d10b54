import { type Passage, rewritten } from './passage.ts';

/**
 * Signs that stand for what a fill-in holds, once the brackets and lines are gone: nothing, a stroke (not applicable), the
 * word for none; a box that is ticked and one that is not.
 */
export const signs = { blank: '▁', stroke: '⊘', none: '∅', ticked: '☑', empty: '☐' } as const;

/** Any sign that stands in the place of a value. */
export const noValue = `[${signs.blank}${signs.stroke}${signs.none}]`;

// A number of a document, 【2023】02261号 or 〔2005〕77号, is no fill-in.
const bracketed = /【([^【】]*)】|\[([^[\]]*)\]|〔([^〔〕]*)〕/g;
const isDocumentNumber = (held: string, after: string): boolean => /^\d{4}$/.test(held) && /^第?\d+号/.test(after);
// A line under a value may lack its end: _2起. A unit or a label between two lines is no value: ____年____月, ____元(大写：____).
const units = '[年月日号时元角分个条次起件份%‰]';
const lined = new RegExp(
  `_+(?!${units}[^_]*_+${units}|[，。；、,;])((?:[^_\\s：:()（）]|[(（][^_()（）]*[)）]){1,40}?)_+|_{2,}|_`,
  'g',
);
const tick = /[√✓✔☑■☒✅]|R(?=[\p{Script=Han}]{1,12}[□☐£])|(?<=[□☐£][\p{Script=Han}]{1,12})R(?=\p{Script=Han})/gu;
const box = /[□☐]|£(?=\p{Script=Han})/gu;

/**
 * A passage whose fill-ins are written alike, whatever brackets or lines the paper uses: what was filled in stands bare
 * (`【6】小时` is `6小时`), what was not is a sign. So a rule sees one way of writing.
 */
export function filledIn(passage: Passage): Passage {
  const marked = rewritten(
    rewritten(passage, tick, () => signs.ticked),
    box,
    () => signs.empty,
  );
  const open = rewritten(marked, bracketed, ({ 0: all, 1: a, 2: b, 3: c, index, input }) => {
    const held = (a ?? b ?? c ?? '').trim();
    return isDocumentNumber(held, input.slice(index + all.length)) ? all : content(held);
  });
  return rewritten(open, lined, ([all, held]) => (held !== undefined ? content(held) : all === '_' ? '' : signs.blank));
}

function content(held: string): string {
  if (/^[_\s]*$/.test(held)) return signs.blank;
  if (/^[/\\—-]+$/.test(held)) return signs.stroke;
  if (held === '无') return signs.none;
  return held;
}
