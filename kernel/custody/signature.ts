/**
 * A finger's signature as short text: points on a grid of 256 × 128, two hexadecimal digits each for x and y, strokes
 * parted by dashes. A name takes some hundred bytes, so it travels in a command like everything else.
 */
export const SIGNATURE_WIDTH = 255;
export const SIGNATURE_HEIGHT = 127;
/** About 900 points: more is no name. */
export const MOST_STROKES_TEXT = 4_000;
/** Steps of the grid below which a point tells nothing new. */
const NEAR = 3;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** @param strokes points in parts of the field's width and height, 0–1 */
export function writeStrokes(strokes: readonly (readonly Point[])[]): string {
  const text = strokes
    .map((stroke) => thinned(stroke.map(onGrid)))
    .filter((points) => points.length > 0)
    .map((points) => points.map(({ x, y }) => hex(x) + hex(y)).join(''))
    .join('-');
  return text.length <= MOST_STROKES_TEXT ? text : text.slice(0, MOST_STROKES_TEXT - (MOST_STROKES_TEXT % 4));
}

/** SVG paths in the grid's units; what is no signature draws nothing. */
export function strokePaths(text: string): string[] {
  return text.split('-').flatMap((stroke) => {
    const points = [...stroke.matchAll(/([0-9a-f]{2})([0-9a-f]{2})/g)].map(
      ([, x = '0', y = '0']) => `${Number.parseInt(x, 16)} ${Number.parseInt(y, 16)}`,
    );
    const [first, ...rest] = points;
    // A dot is a line of no length, which a round cap makes visible.
    return first === undefined ? [] : [`M${first}L${(rest.length > 0 ? rest : [first]).join(' ')}`];
  });
}

const onGrid = ({ x, y }: Point): Point => ({
  x: Math.round(within(x) * SIGNATURE_WIDTH),
  y: Math.round(within(y) * SIGNATURE_HEIGHT),
});
const within = (part: number): number => Math.min(1, Math.max(0, part));
const hex = (value: number): string => value.toString(16).padStart(2, '0');

function thinned(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const [i, point] of points.entries()) {
    const last = kept.at(-1);
    const far = !last || Math.abs(point.x - last.x) >= NEAR || Math.abs(point.y - last.y) >= NEAR;
    if (far || i === points.length - 1) kept.push(point);
  }
  return kept;
}
