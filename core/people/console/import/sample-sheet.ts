import type { ImportOpened } from '../../contract/import.ts';
import type { ColumnMapping, ImportSheet } from '../../domain/import/mapping.ts';
import { recogniseColumns } from '../../domain/import/recognise.ts';

/** The first rows in the shape the rules read, so that the page tries them live. */
export function sampleSheet(sheet: ImportOpened['sheets'][number]): ImportSheet {
  return {
    name: sheet.name,
    hidden: sheet.hidden,
    rows: sheet.sample.map((texts, index) => ({
      number: index + 1,
      cells: texts.map((text) => (text === '' ? undefined : { value: text, text })),
    })),
  };
}

/** Columns anew for another header row. */
export const columnsOf = (sheet: ImportOpened['sheets'][number], headerRow: number): ColumnMapping[] =>
  recogniseColumns(sampleSheet(sheet), headerRow);
