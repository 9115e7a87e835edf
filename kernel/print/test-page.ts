import type { Language } from '../ui/language.ts';
import { translator } from '../ui/text.ts';
import { cellPlace, cellsPerPage, type Grid } from './grid.ts';
import { html, type Markup } from './markup.ts';
import { text } from './messages/index.ts';

/** Frames and numbers of every cell and a ruler, to see whether printer and label sheet agree before paper is spent. */
export function testPage(grid: Grid, language: Language): Markup {
  const t = translator(text, language);
  const { width, height } = grid.cell;
  const middle = grid.page.height / 2;
  const cells = Array.from({ length: cellsPerPage(grid) }, (_, i) => {
    const { x, y } = cellPlace(grid, i);
    return html`<div class="cell" style="left:${x}mm;top:${y}mm;width:${width}mm;height:${height}mm;border:0.2mm solid #000;border-radius:1.5mm;padding:1mm 2mm;font-size:4mm">${i + 1}</div>`;
  });
  return html`${cells}
<div style="position:absolute;left:55mm;top:${middle - 16}mm;width:100mm;background:#fff;font-size:3.4mm;line-height:5mm">
<b>${t('test-title', { grid: `${grid.columns} × ${grid.rows}, ${width} × ${height} mm` })}</b><p>${t('test-how')}</p>
<p>${t('test-ruler')}</p>
<div class="ruler" style="height:3mm;border:solid #000;border-width:0 0.2mm 0.2mm"></div></div>`;
}
