/**
 * The rows a `decide` looks at, on the phone and on the server alike.
 *
 * Invariants: `base` rows are what is confirmed; `put` rows lie over them and are the ones to save (server) or to
 * show as pending (phone); `clearChanges` brings the confirmed view back. Rows are never mutated in place.
 */
export class WorkingSet<Row extends { readonly id: string }, Index extends string = never> {
  private readonly base = new Map<string, Row>();
  private readonly changes = new Map<string, Row>();
  /** Most keys have one row: it stands there by itself. */
  private readonly buckets = new Map<Index, Map<string, string | Set<string>>>();

  /** @param indexes per index a key of the row, or null where the row is not in that index */
  constructor(private readonly indexes: Readonly<Record<Index, (row: Row) => string | null>>) {
    for (const name of Object.keys(indexes) as Index[]) this.buckets.set(name, new Map());
  }

  /** Takes confirmed rows in; a later one of the same id replaces the earlier. */
  load(rows: Iterable<Row>): this {
    for (const row of rows) {
      this.unlist(this.get(row.id));
      this.base.set(row.id, row);
      this.list(this.get(row.id));
    }
    return this;
  }

  /** Drops confirmed rows, as a pull's tombstones ask. */
  remove(ids: Iterable<string>): void {
    for (const id of ids) {
      this.unlist(this.get(id));
      this.base.delete(id);
      this.list(this.get(id));
    }
  }

  get(id: string): Row | undefined {
    return this.changes.get(id) ?? this.base.get(id);
  }

  /** Whether the row stands only in the overlay or is changed by it: on a phone, whether it is pending. */
  isChanged(id: string): boolean {
    return this.changes.has(id);
  }

  put(row: Row): void {
    this.unlist(this.get(row.id));
    this.changes.set(row.id, row);
    this.list(row);
  }

  /** Rows whose key in that index equals `key`, in the order they were first listed. */
  by(index: Index, key: string): Row[] {
    const ids = this.buckets.get(index)?.get(key);
    if (ids === undefined) return [];
    const rows: Row[] = [];
    for (const id of typeof ids === 'string' ? [ids] : ids) {
      const row = this.get(id);
      if (row) rows.push(row);
    }
    return rows;
  }

  /** Every row, confirmed with changes laid over. */
  *all(): Generator<Row> {
    for (const [id, row] of this.base) yield this.changes.get(id) ?? row;
    for (const [id, row] of this.changes) if (!this.base.has(id)) yield row;
  }

  changed(): Row[] {
    return [...this.changes.values()];
  }

  clearChanges(): void {
    const ids = [...this.changes.keys()];
    for (const id of ids) this.unlist(this.get(id));
    this.changes.clear();
    for (const id of ids) this.list(this.base.get(id));
  }

  private list(row: Row | undefined): void {
    if (!row) return;
    for (const [name, bucket] of this.buckets) {
      const key = this.indexes[name](row);
      if (key === null) continue;
      const ids = bucket.get(key);
      if (ids === undefined) bucket.set(key, row.id);
      else if (typeof ids !== 'string') ids.add(row.id);
      else if (ids !== row.id) bucket.set(key, new Set([ids, row.id]));
    }
  }

  private unlist(row: Row | undefined): void {
    if (!row) return;
    for (const [name, bucket] of this.buckets) {
      const key = this.indexes[name](row);
      if (key === null) continue;
      const ids = bucket.get(key);
      if (ids === row.id) bucket.delete(key);
      else if (typeof ids === 'object') ids.delete(row.id);
    }
  }
}
