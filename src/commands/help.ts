import type { Help } from 'commander';
import stringWidth from 'string-width';
import { wrap } from '../format/width.ts';

/** How help is laid out in 80 cells, of which a Chinese character takes two. */
export const layout: Partial<Help> = {
  displayWidth: stringWidth,
  boxWrap: (text, width) => wrap(text, width),
};
