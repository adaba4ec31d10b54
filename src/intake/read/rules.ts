import type { PDFOperatorList } from 'pdfjs-dist/types/src/display/api.js';
import { carried, type Matrix } from './pieces.ts';

/** A printed rule, in points from the page's upper left corner: it lies at `at`, from `from` to `to`. */
export interface Rule {
  at: number;
  from: number;
  to: number;
}

export interface Rules {
  across: Rule[];
  down: Rule[];
}

/** The operators that count here, by the numbers that pdfjs gives them. */
export type Operators = Readonly<Record<string, number>>;

/** Thicker than this (points) is a shading or a box, not a rule. */
const thickest = 2.5;
/** Shorter than this (points) rules nothing. */
const shortest = 4;

/** The matrix that first does `inner`, then `outer`. */
const product = (outer: Matrix, inner: Matrix): Matrix => {
  const [e, f] = carried(outer, inner[4], inner[5]);
  const [a, b] = carried([outer[0], outer[1], outer[2], outer[3], 0, 0], inner[0], inner[1]);
  const [c, d] = carried([outer[0], outer[1], outer[2], outer[3], 0, 0], inner[2], inner[3]);
  return [a, b, c, d, e, f];
};

/** All horizontal and vertical rules that a page draws: strokes, edges of stroked boxes, thin filled boxes. */
export function rulesOf({ fnArray, argsArray }: PDFOperatorList, OPS: Operators, toPage: Matrix): Rules {
  const rules: Rules = { across: [], down: [] };
  const strokes = new Set([OPS.stroke, OPS.closeStroke]);
  const fills = new Set([OPS.fill, OPS.eoFill]);
  const both = new Set([OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke]);
  const stack: Matrix[] = [];
  let matrix = toPage;
  for (const [i, fn] of fnArray.entries()) {
    const args: unknown = argsArray[i];
    if (fn === OPS.save) stack.push(matrix);
    else if (fn === OPS.restore || fn === OPS.paintFormXObjectEnd) matrix = stack.pop() ?? toPage;
    else if (fn === OPS.transform) matrix = product(matrix, args as Matrix);
    else if (fn === OPS.paintFormXObjectBegin) {
      stack.push(matrix);
      const [inner] = args as [Matrix | null];
      if (inner) matrix = product(matrix, inner);
    } else if (fn === OPS.constructPath) {
      const [paint, [path]] = args as [number, [ArrayLike<number> | null]];
      if (!path) continue;
      const shapes = shapesOf(path, matrix);
      if (strokes.has(paint) || both.has(paint)) for (const shape of shapes) edges(shape, rules);
      if (fills.has(paint) || both.has(paint)) for (const shape of shapes) thin(shape, rules);
    }
  }
  return rules;
}

type Point = [number, number];

/** The straight parts of a path: a list of points each. pdfjs writes 0 x y (move), 1 x y (line), 2 and six (curve), 3 (close). */
function shapesOf(path: ArrayLike<number>, matrix: Matrix): Point[][] {
  const shapes: Point[][] = [];
  const at = (i: number): Point => carried(matrix, path[i] ?? 0, path[i + 1] ?? 0);
  for (let i = 0; i < path.length; ) {
    const step = path[i];
    const shape = shapes.at(-1);
    if (step === 0) shapes.push([at(i + 1)]);
    else if (step === 1) shape?.push(at(i + 1));
    else if (step === 2) shapes.push([at(i + 5)]);
    else if (step === 3 && shape?.[0]) shape.push(shape[0]);
    i += [3, 3, 7, 1][step ?? 3] ?? 1;
  }
  return shapes;
}

function put(rules: Rules, [x1, y1]: Point, [x2, y2]: Point): void {
  const [wide, high] = [Math.abs(x1 - x2), Math.abs(y1 - y2)];
  if (high <= thickest && wide >= shortest)
    rules.across.push({ at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) });
  else if (wide <= thickest && high >= shortest)
    rules.down.push({ at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) });
}

function edges(shape: readonly Point[], rules: Rules): void {
  for (const [i, point] of shape.entries()) {
    const before = shape[i - 1];
    if (before) put(rules, before, point);
  }
}

function thin(shape: readonly Point[], rules: Rules): void {
  if (shape.length < 3) return;
  const [xs, ys] = [shape.map(([x]) => x), shape.map(([, y]) => y)];
  put(rules, [Math.min(...xs), Math.min(...ys)], [Math.max(...xs), Math.max(...ys)]);
}
