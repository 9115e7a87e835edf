import type { CollectionDelta, PulledRow, Term } from '../protocol.ts';

interface HeldRow {
  readonly row: PulledRow;
  /** The cursor that brought it: of two terms that hold a row, the later knows it at least as well. */
  readonly version: number;
}

type Rows = Map<string, HeldRow>;

export interface RowChanges {
  readonly rows: PulledRow[];
  readonly gone: string[];
}

/**
 * The confirmed rows in memory, per term, as they stand in the segments. A row held through several terms stays
 * until the last of them lets it go; the freshest copy counts, of equally fresh ones that of the first term by name.
 */
export class HeldRows {
  private readonly terms = new Map<Term, Map<string, Rows>>();
  private touched = new Map<string, Set<string>>();

  /** Adds one segment or one part of a page. */
  apply(term: Term, version: number, collections: Readonly<Record<string, CollectionDelta>>): void {
    for (const [name, delta] of Object.entries(collections)) {
      const rows = this.rowsIn(term, name);
      const touched = this.touchedIn(name);
      for (const id of delta.gone) {
        if (rows.delete(id)) touched.add(id);
      }
      for (const row of delta.rows) {
        rows.set(row.id, { row, version });
        touched.add(row.id);
      }
    }
  }

  /** Lets everything of a term go. */
  drop(term: Term): void {
    for (const [name, rows] of this.terms.get(term) ?? []) {
      const touched = this.touchedIn(name);
      for (const id of rows.keys()) touched.add(id);
    }
    this.terms.delete(term);
  }

  count(term: Term): number {
    let count = 0;
    for (const rows of this.terms.get(term)?.values() ?? []) count += rows.size;
    return count;
  }

  /** Everything held of a term, as one part without gone ids. */
  whole(term: Term): Record<string, CollectionDelta> {
    const collections: Record<string, CollectionDelta> = {};
    for (const [name, rows] of this.terms.get(term) ?? []) {
      collections[name] = { rows: [...rows.values()].map((held) => held.row), gone: [] };
    }
    return collections;
  }

  /** The counting copy of every row of a collection. */
  all(name: string): PulledRow[] {
    const counting = new Map<string, HeldRow>();
    for (const rows of this.holders(name)) {
      for (const [id, held] of rows) {
        const found = counting.get(id);
        if (!found || held.version > found.version) counting.set(id, held);
      }
    }
    return [...counting.values()].map(({ row }) => row);
  }

  /** The collections that have rows. */
  collections(): ReadonlySet<string> {
    const names = new Set<string>();
    for (const collections of this.terms.values()) {
      for (const [name, rows] of collections) if (rows.size > 0) names.add(name);
    }
    return names;
  }

  /** What has changed since it was last asked: the counting copy of each row, or that it is gone. */
  takeChanges(): Map<string, RowChanges> {
    const changes = new Map<string, RowChanges>();
    for (const [name, ids] of this.touched) {
      if (ids.size === 0) continue;
      const holders = this.holders(name);
      const change: RowChanges = { rows: [], gone: [] };
      for (const id of ids) {
        const row = freshest(holders, id);
        if (row) change.rows.push(row);
        else change.gone.push(id);
      }
      changes.set(name, change);
    }
    this.touched = new Map();
    return changes;
  }

  private holders(name: string): Rows[] {
    const names = [...this.terms.keys()].sort();
    return names.flatMap((term) => this.terms.get(term)?.get(name) ?? []);
  }

  private rowsIn(term: Term, name: string): Rows {
    return getOrMake(
      getOrMake(this.terms, term, () => new Map<string, Rows>()),
      name,
      () => new Map(),
    );
  }

  private touchedIn(name: string): Set<string> {
    return getOrMake(this.touched, name, () => new Set());
  }
}

function freshest(holders: readonly Rows[], id: string): PulledRow | undefined {
  let found: HeldRow | undefined;
  for (const rows of holders) {
    const held = rows.get(id);
    if (held && (!found || held.version > found.version)) found = held;
  }
  return found?.row;
}

function getOrMake<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
