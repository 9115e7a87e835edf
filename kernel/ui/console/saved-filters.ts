import { Cell } from '../cell.ts';

/** Filters a person keeps under a name, per table, in this browser. */
export interface SavedFilter {
  readonly name: string;
  readonly words: string;
  readonly choices: Readonly<Record<string, readonly string[]>>;
}

const isList = (kept: unknown): kept is readonly SavedFilter[] =>
  Array.isArray(kept) && kept.every((one) => typeof one?.name === 'string' && typeof one?.words === 'string');

const cells = new Map<string, Cell<readonly SavedFilter[]>>();

/** @param table the table's name, unique over all modules, e.g. `testing.rounds` */
export function savedFilters(table: string): Cell<readonly SavedFilter[]> {
  const found = cells.get(table);
  if (found) return found;
  const made = new Cell<readonly SavedFilter[]>([], { keep: `concerto.filters.${table}`, accept: isList });
  cells.set(table, made);
  return made;
}

/** The same name replaces, so that a filter is corrected by saving it again. */
export function withFilter(list: readonly SavedFilter[], filter: SavedFilter): readonly SavedFilter[] {
  return [...list.filter((one) => one.name !== filter.name), filter].sort((a, b) =>
    a.name.localeCompare(b.name, 'zh'),
  );
}
