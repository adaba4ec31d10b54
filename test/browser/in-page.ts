/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// biome-ignore-all lint/performance/useDomNodeTextContent: what is shown counts, not what the file holds.
// These run inside a page: each stands alone, and nothing from outside reaches it.

/** Elements that reach beyond the window and lie in nothing that scrolls or clips. */
export function stickingOut(): string[] {
  const width = document.documentElement.clientWidth;
  const clipped = (element: Element | null): boolean =>
    element !== null && element !== document.body
      ? getComputedStyle(element).overflowX !== 'visible' || clipped(element.parentElement)
      : false;
  const drawn = [...document.body.querySelectorAll('*')].filter((element) => !element.closest('svg svg, svg *'));
  const beyond = drawn.filter((element) => {
    const { left, right, height } = element.getBoundingClientRect();
    // What is parked to the left of the window is there for screen readers, or until it has the focus.
    return height > 0 && right > 0 && right > left && (right > width + 1 || left < -1) && !clipped(element);
  });
  return beyond.slice(0, 5).map((element) => `${element.tagName}.${element.getAttribute('class')}`);
}

export const tooWide = (): boolean => (document.scrollingElement?.scrollWidth ?? 0) > window.innerWidth;

/** Takes out what is there for screen readers only: a point of a pixel that clips the rest. */
export function dropUnseen(): void {
  for (const element of document.querySelectorAll<HTMLElement>('main *')) {
    const { width, height } = element.getBoundingClientRect();
    if (width <= 1 && height <= 1 && getComputedStyle(element).overflowX !== 'visible') element.remove();
  }
}

/** The texts of what has no block inside it: headings, paragraphs, cells. */
export function shownTexts(): string[] {
  const blocks = 'h1,h2,h3,h4,h5,h6,p,li,dt,dd,th,td,caption,figcaption,summary';
  return [...document.querySelectorAll<HTMLElement>(blocks)]
    .filter((element) => !element.querySelector(blocks) && element.checkVisibility())
    .map((element) => element.innerText)
    .filter((text) => text.trim() !== '');
}

export interface ShownTable {
  heads: string;
  rows: string[];
}

/** Tables with the text of their heads and of each row. */
export const shownTables = (): ShownTable[] =>
  [...document.querySelectorAll('table')]
    .filter((table) => table.checkVisibility())
    .map((table) => {
      const [head, ...more] = [...table.rows].map((row) => row.innerText);
      return table.tHead ? { heads: head ?? '', rows: more } : { heads: '', rows: [head ?? '', ...more] };
    });

const focusable = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';

/** How many things can have the focus, and how many of them have had it. */
export function reached(selector: string): { all: number; seen: number } {
  const all = [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
  return { all: all.length, seen: all.filter((element) => element.hasAttribute('data-seen')).length };
}
export const focusables = focusable;

/** What has the focus now: whether it can be seen, and whether something marks it. Undefined where nothing has. */
export function focused(): { what: string; seen: boolean; marked: boolean; again: boolean } | undefined {
  const element = document.activeElement;
  if (!element || element === document.body) return undefined;
  const again = element.hasAttribute('data-seen');
  element.setAttribute('data-seen', '');
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const seen = right > 0 && left < window.innerWidth && bottom > 0 && top < window.innerHeight && right > left;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const marked = outlineStyle !== 'none' && outlineWidth !== '0px';
  return { what: element.outerHTML.slice(0, 80), seen, marked, again };
}

/** Each shape of a verdict drawn in one grey, as the darkness of 28 × 28 points. */
export async function shapes(): Promise<Record<string, number[]>> {
  const drawn: Record<string, number[]> = {};
  for (const symbol of document.querySelectorAll('symbol[id^="s-"]')) {
    const css = '.cut{fill:none;stroke:#fff;stroke-width:1.9}.line{fill:none;stroke:#555;stroke-width:1.7}';
    const box = symbol.getAttribute('viewBox');
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" width="28" height="28" color="#555"><style>${css}</style>${symbol.innerHTML}</svg>`;
    const image = new Image(28, 28);
    image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = 28;
    canvas.height = 28;
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const { data } = context?.getImageData(0, 0, 28, 28) ?? { data: new Uint8ClampedArray() };
    drawn[symbol.id] = Array.from({ length: 28 * 28 }, (_, i) => (data[4 * i + 3] ?? 0) * (255 - (data[4 * i] ?? 0)));
  }
  return drawn;
}

/**
 * Cells and terms in which letters that follow each other in the file stand in another order, though they are no part of
 * a text that turns the direction.
 */
export function reordered(mark: string): string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const wrong: string[] = [];
  const turned = [...document.querySelectorAll('td, th, p, li, dd, h1, h2, h3, h4, h5')].filter((block) =>
    block.textContent?.includes(mark),
  );
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent ?? '';
    if (text.includes(mark) || text.trim().length < 2 || !turned.some((block) => block.contains(node))) continue;
    const range = document.createRange();
    let last: DOMRect | undefined;
    for (let i = 0; i < text.length; i += 1) {
      range.setStart(node, i);
      range.setEnd(node, i + 1);
      const [box] = range.getClientRects();
      if (!box || box.width === 0) continue;
      if (last && Math.abs(last.top - box.top) < 2 && box.left < last.left) {
        wrong.push(text.slice(0, 40));
        break;
      }
      last = box;
    }
  }
  return wrong;
}
