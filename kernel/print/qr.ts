import QRCode from 'qrcode';
import { round } from './grid.ts';
import { html, Markup } from './markup.ts';

/** Light modules that must stand around a QR code (ISO/IEC 18004). */
const QUIET = 4;

export interface QrOptions {
  /** Whole edge with the quiet zone, millimetres. */
  readonly size: number;
  /** How much may be dirty or torn: L 7 %, M 15 %, Q 25 %, H 30 %. */
  readonly level?: 'L' | 'M' | 'Q' | 'H';
  /** What a screen reader says. */
  readonly label?: string;
}

/** The dark modules as an SVG path within a square of that edge, quiet zone included. */
export function qrPath(text: string, level: QrOptions['level'] = 'M'): { path: string; edge: number } {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: level });
  const edge = modules.size + 2 * QUIET;
  let path = '';
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (!modules.get(row, column)) continue;
      let run = 1;
      while (column + run < modules.size && modules.get(row, column + run)) run++;
      path += `M${column + QUIET} ${row + QUIET}h${run}v1h-${run}z`;
      column += run - 1;
    }
  }
  return { path, edge };
}

/** A QR code as SVG in millimetres. Upper-case letters and digits are packed tightest. */
export function qrSvg(text: string, { size, level = 'M', label }: QrOptions): Markup {
  const { path, edge } = qrPath(text, level);
  const name = label ? html`role="img" aria-label="${label}"` : new Markup('aria-hidden="true"');
  return html`<svg class="code" ${name} width="${round(size)}mm" height="${round(size)}mm" viewBox="0 0 ${edge} ${edge}" shape-rendering="crispEdges"><path d="${path}" fill="#000"/></svg>`;
}

/** Millimetres of one module: below 0.33 a worn phone camera misses it. */
export function moduleSize(text: string, { size, level = 'M' }: QrOptions): number {
  return size / (QRCode.create(text, { errorCorrectionLevel: level }).modules.size + 2 * QUIET);
}
