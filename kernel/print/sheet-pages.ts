import { cellPlace, cellsPerPage, type Grid, placeOnPages, round } from './grid.ts';
import { html, Markup } from './markup.ts';

export interface SheetOptions {
  /** Cells of the first sheet already used up; default 0. */
  readonly skip?: number;
  /** Short lines in the margins and gaps to cut along; for plain paper. Default: none. */
  readonly cutMarks?: boolean;
}

/** Cells laid on pages; each item fills one cell. */
export function sheetPages(grid: Grid, items: readonly Markup[], options: SheetOptions = {}): Markup[] {
  const marks = options.cutMarks ? cutMarks(grid) : null;
  return placeOnPages(grid, items, options.skip ?? 0).map(
    (cells) => html`${marks}${cells.map(({ item, x, y }) => cellAt(grid, x, y, item))}`,
  );
}

function cellAt(grid: Grid, x: number, y: number, body: Markup, name = 'cell'): Markup {
  const { width, height } = grid.cell;
  return html`<div class="${name}" style="left:${x}mm;top:${y}mm;width:${width}mm;height:${height}mm">${body}</div>`;
}

/** Marks are so long, in the margin around the block of cells, and so far from it. */
const MARK = 4;
const AWAY = 1;

/** One line at every edge of a row and a column, outside the cells, so that none is printed on a card. */
export function cutMarks(grid: Grid): Markup {
  const last = cellPlace(grid, cellsPerPage(grid) - 1);
  const right = round(last.x + grid.cell.width);
  const bottom = round(last.y + grid.cell.height);
  const lines: string[] = [];
  for (let column = 0; column < grid.columns; column++) {
    const { x } = cellPlace(grid, column);
    for (const at of [x, round(x + grid.cell.width)]) {
      lines.push(`M${at} ${round(grid.top - AWAY)}V${round(grid.top - AWAY - MARK)}`);
      lines.push(`M${at} ${round(bottom + AWAY)}V${round(bottom + AWAY + MARK)}`);
    }
  }
  for (let row = 0; row < grid.rows; row++) {
    const { y } = cellPlace(grid, row * grid.columns);
    for (const at of [y, round(y + grid.cell.height)]) {
      lines.push(`M${round(grid.left - AWAY)} ${at}H${round(grid.left - AWAY - MARK)}`);
      lines.push(`M${round(right + AWAY)} ${at}H${round(right + AWAY + MARK)}`);
    }
  }
  const { width, height } = grid.page;
  return html`<svg class="cut" aria-hidden="true" style="position:absolute;left:0;top:0" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}"><path d="${new Markup(lines.join(''))}" stroke="#000" stroke-width="0.15" fill="none"/></svg>`;
}
