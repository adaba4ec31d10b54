import { titleOf } from './parts.mjs';
import { pdfOf } from './pdf.mjs';

const [left, top, width, bottom] = [64, 770, 468, 70];
const size = 11;
const leading = 18;

/** How wide a letter is, in letters: Latin ones are half as wide. */
const wideOf = (text) => [...text].reduce((sum, one) => sum + (one < '\u0100' ? 0.5 : 1), 0);

/** A text in lines so many letters wide. */
function wrapped(text, letters) {
  const lines = [''];
  for (const one of text) {
    if (wideOf(lines.at(-1) + one) > letters) lines.push('');
    lines[lines.length - 1] += one;
  }
  return lines;
}

/**
 * As old programs write: a font that is named and not in the file, whose texts are read only through pdfjs's character maps;
 * title and 3/15 on one line in the head, 内部资料 at the foot; a table's text is written column by column.
 */
export function byHand(parts) {
  const pages = [];
  let y = bottom;
  const turn = () => {
    pages.push([]);
    y = top;
  };
  const room = (height) => {
    if (pages.length === 0 || y - height < bottom) turn();
  };
  const put = (text, x, at, letter = size) => pages.at(-1).push({ text, x, y: at, size: letter });
  const line = (text, letter = size) => {
    room(leading);
    y -= leading;
    put(text, left, y, letter);
  };
  for (const part of parts) {
    if (part.kind === 'break') turn();
    else if (part.kind === 'heading') {
      y -= 6;
      for (const one of wrapped(part.text, width / 13)) line(one, 13);
    } else if (part.kind === 'paragraph') for (const one of wrapped(part.text, width / size)) line(one);
    else {
      const share = width / part.rows[0].length;
      y -= 6;
      for (const row of part.rows) {
        const cells = row.map((cell) => wrapped(cell, Math.floor((share - 8) / size)));
        const height = Math.max(...cells.map((lines) => lines.length)) * leading + 4;
        room(height);
        for (const [i, lines] of cells.entries()) {
          pages.at(-1).push({ box: [left + i * share, y - height, share, height] });
          for (const [k, text] of lines.entries()) put(text, left + i * share + 4, y - (k + 1) * leading + 3);
        }
        y -= height;
      }
    }
  }
  for (const [i, page] of pages.entries()) {
    page.unshift({ text: titleOf(parts), x: left, y: 800, size: 9 });
    page.unshift({ text: `${i + 1}/${pages.length}`, x: left + width - 30, y: 800, size: 9 });
    page.push({ text: '内部资料 注意保存', x: 250, y: 40, size: 9 });
  }
  return pdfOf(pages);
}
