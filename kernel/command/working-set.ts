import { RowBlock } from '../sync/rows/row-block.ts';
import { RowBlocks } from '../sync/rows/row-blocks.ts';

type KeyOf<Row> = (row: Row) => string | null;

/**
 * The rows a `decide` looks at, on the phone and on the server alike.
 *
 * Invariants: `base` rows are what is confirmed; `put` rows lie over them and are the ones to save (server) or to
 * show as pending (phone); `clearChanges` brings the confirmed view back. Rows are never mutated in place.
 *
 * What came by columns stays there until it is asked for: an id stands in `base` or in `blocks`, never in both.
 */
export class WorkingSet<Row extends { readonly id: string }, Index extends string = never> {
  private readonly base = new Map<string, Row>();
  private readonly blocks = new RowBlocks<Row>();
  private readonly changes = new Map<string, Row>();
  /** Of `base` and `changes`. Most keys have one row: it stands there by itself. */
  private readonly buckets = new Map<Index, Map<string, string | Set<string>>>();

  /** @param indexes per index a key of the row, or null where the row is not in that index */
  constructor(private readonly indexes: Readonly<Record<Index, KeyOf<Row>>>) {
    for (const name of Object.keys(indexes) as Index[]) this.buckets.set(name, new Map());
  }

  /** Takes confirmed rows in; a later one of the same id replaces the earlier. */
  load(rows: Iterable<Row>): this {
    if (rows instanceof RowBlock) return this.loadBlock(rows);
    for (const row of rows) {
      this.unlist(this.listed(row.id));
      this.blocks.delete(row.id);
      this.base.set(row.id, row);
      this.list(this.listed(row.id));
    }
    return this;
  }

  private loadBlock(block: RowBlock<Row>): this {
    for (const id of this.base.keys()) if (block.placeOf(id) !== -1) this.remove([id]);
    this.blocks.add(block);
    return this;
  }

  /** Drops confirmed rows, as a pull's tombstones ask. */
  remove(ids: Iterable<string>): void {
    for (const id of ids) {
      this.unlist(this.listed(id));
      this.blocks.delete(id);
      this.base.delete(id);
      this.list(this.listed(id));
    }
  }

  get(id: string): Row | undefined {
    return this.listed(id) ?? this.blocks.get(id);
  }

  /** Whether the row stands only in the overlay or is changed by it: on a phone, whether it is pending. */
  isChanged(id: string): boolean {
    return this.changes.has(id);
  }

  put(row: Row): void {
    this.unlist(this.listed(row.id));
    this.changes.set(row.id, row);
    this.list(row);
  }

  /** Rows whose key in that index equals `key`, in the order they were first listed. */
  by(index: Index, key: string): Row[] {
    const rows: Row[] = [];
    if (this.blocks.size > 0) {
      for (const row of this.blocks.keyedBy(this.indexes[index], key)) {
        if (!this.changes.has(row.id)) rows.push(row);
      }
    }
    const ids = this.buckets.get(index)?.get(key);
    if (ids === undefined) return rows;
    for (const id of typeof ids === 'string' ? [ids] : ids) {
      const row = this.listed(id);
      if (row) rows.push(row);
    }
    return rows;
  }

  /** Every row, confirmed with changes laid over. */
  *all(): Generator<Row> {
    for (const row of this.blocks.rows()) yield this.changes.get(row.id) ?? row;
    for (const [id, row] of this.base) yield this.changes.get(id) ?? row;
    for (const [id, row] of this.changes) if (!this.base.has(id) && !this.blocks.has(id)) yield row;
  }

  changed(): Row[] {
    return [...this.changes.values()];
  }

  clearChanges(): void {
    const ids = [...this.changes.keys()];
    for (const id of ids) this.unlist(this.listed(id));
    this.changes.clear();
    for (const id of ids) this.list(this.base.get(id));
  }

  /** A row that stands in the buckets. */
  private listed(id: string): Row | undefined {
    return this.changes.get(id) ?? this.base.get(id);
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
