import { html, type Markup } from './markup.ts';

/** Millimetres from one line to the next, and from one saying to the next: several stand on any part of a page. */
const ACROSS = 96;
const DOWN = 46;

/**
 * Words all over a page, slanted and pale: whose print it is can be told from any part of it that is photographed.
 * Part of the picture, so that it does not depend on a browser printing backgrounds.
 * @param n of the page: patterns are named, and names are of the whole document
 */
export function watermark(
  { width, height }: { readonly width: number; readonly height: number },
  n: number,
  words: string,
): Markup {
  return html`<svg class="watermark" role="img" aria-label="${words}" style="position:absolute;left:0;top:0;z-index:2;pointer-events:none" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}">
<defs><pattern id="watermark-${n}" patternUnits="userSpaceOnUse" width="${ACROSS}" height="${DOWN}" patternTransform="rotate(-24)">
<text x="2" y="14" font-size="4.2" fill="#000" fill-opacity="0.13">${words}</text>
<text x="${ACROSS / 2 - ACROSS}" y="37" font-size="4.2" fill="#000" fill-opacity="0.13">${words}</text>
<text x="${ACROSS / 2}" y="37" font-size="4.2" fill="#000" fill-opacity="0.13">${words}</text></pattern></defs>
<rect width="${width}" height="${height}" fill="url(#watermark-${n})"/></svg>`;
}
