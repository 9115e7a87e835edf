import { round } from './grid.ts';

/** Width of a text in its own type size: a Chinese character is one em, a Latin letter or digit a little over half. */
export function ems(text: string): number {
  let sum = 0;
  for (const character of text) sum += /[ -ɏ]/.test(character) ? 0.6 : 1;
  return sum;
}

/**
 * The type size in millimetres at which a text stands on one line.
 * @param width what there is, mm
 * @param largest not more than this, mm
 */
export const fitType = (text: string, width: number, largest: number): number =>
  round(Math.min(largest, width / Math.max(1, ems(text))));
