import { html, type Markup } from './markup.ts';

/** Millimetres from word to word: less than the smallest label, so that each one cut out carries it. */
const ACROSS = 22;
const DOWN = 12;

/**
 * The word all over a page, slanted and grey, above what is printed: light enough that codes beneath are read, and
 * part of the picture, so that it does not depend on a browser printing backgrounds.
 * @param n of the page: patterns are named, and names are of the whole document
 */
export function practiceMark(
  { width, height }: { readonly width: number; readonly height: number },
  n: number,
  word: string,
): Markup {
  return html`<svg class="practice-mark" role="img" aria-label="${word}" style="position:absolute;left:0;top:0;z-index:2" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}">
<defs><pattern id="practice-${n}" patternUnits="userSpaceOnUse" width="${ACROSS}" height="${DOWN}" patternTransform="rotate(-24)">
<text x="1" y="7" font-size="4.6" font-weight="700" fill="#000" fill-opacity="0.2">${word}</text></pattern></defs>
<rect width="${width}" height="${height}" fill="url(#practice-${n})"/></svg>`;
}
