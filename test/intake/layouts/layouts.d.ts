declare module '*/layouts/pdf.mjs' {
  /** What stands on a page, in points from its lower left corner. */
  export type Mark =
    | { text: string; x: number; y: number; size: number }
    | { box: [x: number, y: number, width: number, height: number] };

  export function pdfOf(pages: readonly (readonly Mark[])[]): Buffer;
}

declare module '*/layouts/parts.mjs' {
  export type Part =
    | { kind: 'heading' | 'paragraph'; text: string }
    | { kind: 'table'; rows: string[][] }
    | { kind: 'break' };

  export function partsOf(text: string): Part[];
}

declare module '*/layouts/by-hand.mjs' {
  export function byHand(parts: readonly import('./parts.mjs').Part[]): Buffer;
}
