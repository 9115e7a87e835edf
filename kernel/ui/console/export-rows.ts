import { csvText } from '../../sheet/csv-text.ts';
import { requireSession } from '../session.ts';
import { toLocalInput } from '../when.ts';
import { download } from './download.ts';
import type { Column } from './table-columns.tsx';

/**
 * Rows as a sheet: their ids first, so that the sheet finds them again, then what the table shows. The file's name
 * says whose, what, when and by whom.
 * @param rowId the words of the first column
 */
export function exportRows<Row>(
  what: string,
  rowId: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): void {
  const text = csvText({
    headers: [rowId, ...columns.map(({ title }) => title)],
    rows: rows.map((row) => [keyOf(row), ...columns.map((column) => (column.exported ?? column.value)(row))]),
  });
  const { areaName, name } = requireSession();
  const when = toLocalInput(Date.now()).replace('T', ' ').replace(':', '');
  download(`${[areaName, what, when, name].join('-')}.csv`, new Blob([text], { type: 'text/csv' }));
}
