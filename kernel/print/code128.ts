import { code128, drawingSVG } from 'bwip-js/generic';
import { round } from './grid.ts';
import { html, Markup } from './markup.ts';

/** Light modules that must stand left and right of a Code 128 (ISO/IEC 15417). */
const QUIET = 10;

export interface BarOptions {
  /** Whole width with the quiet zones, millimetres. */
  readonly width: number;
  readonly height: number;
  readonly label?: string;
}

/** A Code 128 as SVG in millimetres; digits are packed in pairs. Throws on characters beyond ISO 8859-1. */
export function code128Svg(text: string, { width, height, label }: BarOptions): Markup {
  const drawn = code128({ bcid: 'code128', text, scaleX: 1, scaleY: 1, height: 10 }, drawingSVG());
  const size = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(drawn);
  const inner = /<svg[^>]*>([\s\S]*)<\/svg>/.exec(drawn)?.[1];
  if (!size || inner === undefined)
    throw new Error('the bar code library draws another kind of SVG than expected');
  const modules = Number(size[1]);
  const name = label ? html`role="img" aria-label="${label}"` : new Markup('aria-hidden="true"');
  return html`<svg class="code" ${name} width="${round(width)}mm" height="${round(height)}mm" viewBox="${-QUIET} 0 ${modules + 2 * QUIET} ${Number(size[2])}" preserveAspectRatio="none" shape-rendering="crispEdges">${new Markup(inner)}</svg>`;
}
