/**
 * A sheet cut or pre-cut into equal cells, as data. All lengths are millimetres, measured from the paper's top left
 * corner, as label makers give them.
 */
export interface Grid {
  readonly id: string;
  readonly page: { readonly width: number; readonly height: number };
  readonly columns: number;
  readonly rows: number;
  /** Where the first cell begins. */
  readonly left: number;
  readonly top: number;
  readonly cell: { readonly width: number; readonly height: number };
  /** Between neighbours; 0 where they touch. */
  readonly gap: { readonly x: number; readonly y: number };
}

export const A4 = { width: 210, height: 297 } as const;

const a4 = (
  id: string,
  columns: number,
  rows: number,
  left: number,
  top: number,
  width: number,
  height: number,
  gapX = 0,
): Grid => ({ id, page: A4, columns, rows, left, top, cell: { width, height }, gap: { x: gapX, y: 0 } });

/** Label sheets sold everywhere; the names are those of the makers' common templates (Avery L7651, L7159, L7160). */
export const LABEL_SHEETS = {
  /** 65 × 38.1 × 21.2 mm */
  'a4-65': a4('a4-65', 5, 13, 4.75, 10.7, 38.1, 21.2, 2.5),
  /** 24 × 64 × 33.9 mm */
  'a4-24': a4('a4-24', 3, 8, 7.2, 12.9, 63.5, 33.9, 2.55),
  /** 21 × 63.5 × 38.1 mm */
  'a4-21': a4('a4-21', 3, 7, 7.2, 15.15, 63.5, 38.1, 2.55),
} as const satisfies Record<string, Grid>;

/** Plain A4 cut along marks. */
export const CARD_SHEETS = {
  /** 10 of the size of a bank card, 85.6 × 54 mm (ISO/IEC 7810 ID-1, rounded to what scissors can do). */
  'a4-cards-10': a4('a4-cards-10', 2, 5, 18.4, 13.5, 85.6, 54, 2),
  /** 2 of half a page. */
  'a4-large-2': a4('a4-large-2', 1, 2, 12, 14, 186, 134.5, 0),
} as const satisfies Record<string, Grid>;

export type LabelSheetId = keyof typeof LABEL_SHEETS;

export const cellsPerPage = (grid: Grid): number => grid.columns * grid.rows;

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** The top left corner of a cell; cells are counted from 0, row by row. */
export function cellPlace(grid: Grid, index: number): Place {
  const column = index % grid.columns;
  const row = Math.floor(index / grid.columns);
  return {
    x: round(grid.left + column * (grid.cell.width + grid.gap.x)),
    y: round(grid.top + row * (grid.cell.height + grid.gap.y)),
  };
}

export interface Placed<T> extends Place {
  readonly item: T;
}

/**
 * Items laid on pages in order.
 * @param skip cells of the first page already used up on a sheet begun before; 0 for a new one. Taken modulo a page
 */
export function placeOnPages<T>(grid: Grid, items: readonly T[], skip: number): Placed<T>[][] {
  const perPage = cellsPerPage(grid);
  const pages: Placed<T>[][] = [];
  items.forEach((item, i) => {
    const at = i + (skip % perPage);
    const page = Math.floor(at / perPage);
    pages[page] ??= [];
    pages[page].push({ item, ...cellPlace(grid, at % perPage) });
  });
  return pages;
}

/** Hundredths of a millimetre: below what a printer moves. */
export const round = (mm: number): number => Math.round(mm * 100) / 100;
