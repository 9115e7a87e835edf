import type { TableColumnsType } from 'antd';
import type { ReactNode } from 'react';

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  /** What is searched, sorted, filtered and exported. */
  readonly value: (row: Row) => string | number | null;
  /** What is drawn; the value where left out. */
  readonly draw?: (row: Row) => ReactNode;
  /** What stands in an exported sheet, where the shown value is shortened. */
  readonly exported?: (row: Row) => string | number | null;
  /** Offers the values that occur, to narrow by. */
  readonly filter?: boolean;
  readonly width?: number;
  /** Figures stand right, so that their digits stand under each other. */
  readonly align?: 'left' | 'right';
}

const cellText = <Row,>(column: Column<Row>, row: Row): string => String(column.value(row) ?? '');

/** Rows that hold every word somewhere and match every column's choice. Letters' case does not matter. */
export function filterRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  words: string,
  choices: Readonly<Record<string, readonly string[]>>,
): readonly Row[] {
  const wanted = words.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const chosen = columns.filter((column) => (choices[column.key]?.length ?? 0) > 0);
  if (wanted.length === 0 && chosen.length === 0) return rows;
  return rows.filter((row) => {
    if (!chosen.every((column) => choices[column.key]?.includes(cellText(column, row)))) return false;
    if (wanted.length === 0) return true;
    const text = columns
      .map((column) => cellText(column, row))
      .join('\n')
      .toLocaleLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

/** Numbers by size, texts by the Chinese order with numbers inside them counted: 3号楼 before 12号楼. */
export function compareValues(a: string | number | null, b: string | number | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b), 'zh-CN', { numeric: true });
}

export function toAntColumns<Row extends object>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  choices: Readonly<Record<string, readonly string[]>>,
  onOpen: ((row: Row) => void) | undefined,
): TableColumnsType<Row> {
  return columns.map((column, place) => ({
    key: column.key,
    title: column.title,
    align: column.align ?? 'left',
    sorter: (a: Row, b: Row) => compareValues(column.value(a), column.value(b)),
    showSorterTooltip: false,
    ...(column.width === undefined ? {} : { width: column.width }),
    ...(column.filter === true
      ? {
          filters: occurring(column, rows).map((value) => ({ text: value === '' ? '—' : value, value })),
          filteredValue: [...(choices[column.key] ?? [])],
          filterSearch: true,
        }
      : {}),
    render: (_value: unknown, row: Row) => {
      const drawn = column.draw ? column.draw(row) : cellText(column, row);
      if (place > 0 || !onOpen) return drawn;
      return (
        <button
          type="button"
          className="row-button"
          onClick={(event) => {
            event.stopPropagation();
            onOpen(row);
          }}
        >
          {drawn}
        </button>
      );
    },
  }));
}

function occurring<Row>(column: Column<Row>, rows: readonly Row[]): string[] {
  return [...new Set(rows.map((row) => cellText(column, row)))].sort(compareValues);
}
