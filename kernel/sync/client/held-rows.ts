import type { CollectionDelta, PackedDelta, PulledRow, Term } from '../protocol.ts';
import { RowBlock } from '../rows/row-block.ts';
import { commonIds, RowBlocks } from '../rows/row-blocks.ts';

interface HeldRow {
  readonly row: PulledRow;
  /** The cursor that brought it: of two terms that hold a row, the later knows it at least as well. */
  readonly version: number;
}

/** Of one collection in one term. An id stands in one of the two. */
class Held {
  readonly single = new Map<string, HeldRow>();
  /** What came by columns; marked with the cursor that brought it. */
  readonly blocks = new RowBlocks();

  get size(): number {
    return this.single.size + this.blocks.size;
  }

  set(row: PulledRow, version: number): void {
    this.blocks.delete(row.id);
    this.single.set(row.id, { row, version });
  }

  add(block: RowBlock, version: number): void {
    for (const id of this.single.keys()) if (block.placeOf(id) !== -1) this.single.delete(id);
    this.blocks.add(block, version);
  }

  delete(id: string): boolean {
    return this.single.delete(id) || this.blocks.delete(id);
  }

  get(id: string): HeldRow | undefined {
    const single = this.single.get(id);
    if (single) return single;
    const place = this.blocks.place(id);
    return place && { row: place.block.row(place.at), version: place.mark };
  }

  *ids(): Generator<string> {
    yield* this.blocks.ids();
    yield* this.single.keys();
  }

  /** Every row, without keeping those that nobody has asked for. */
  *glance(): Generator<PulledRow> {
    for (const { block, at } of this.blocks.places()) yield block.glance(at);
    for (const { row } of this.single.values()) yield row;
  }

  /** Whether any row of the block stands here too. */
  shares(block: RowBlock): boolean {
    for (const id of this.single.keys()) if (block.placeOf(id) !== -1) return true;
    return this.blocks.counting(() => true).some((mine) => commonIds(mine, block).length > 0);
  }
}

/** What became of a collection: rows that came by columns as they came, the others one by one. */
export interface RowChanges {
  readonly rows: readonly PulledRow[];
  readonly blocks: readonly RowBlock[];
  readonly gone: readonly string[];
}

interface Touched {
  readonly ids: Set<string>;
  readonly blocks: Set<RowBlock>;
}

/**
 * The confirmed rows in memory, per term, as they stand in the segments. A row held through several terms stays
 * until the last of them lets it go; the freshest copy counts, of equally fresh ones that of the first term by name.
 */
export class HeldRows {
  private readonly terms = new Map<Term, Map<string, Held>>();
  private touched = new Map<string, Touched>();

  /** Adds one segment or one part of a page. */
  apply(term: Term, version: number, collections: Readonly<Record<string, PackedDelta>>): void {
    for (const [name, delta] of Object.entries(collections)) {
      const held = this.heldIn(term, name);
      const touched = this.touchedIn(name);
      for (const id of delta.gone) if (held.delete(id)) touched.ids.add(id);
      if ('packed' in delta) {
        const block = RowBlock.of(delta.packed);
        held.add(block, version);
        touched.blocks.add(block);
      } else {
        for (const row of delta.rows) {
          held.set(row, version);
          touched.ids.add(row.id);
        }
      }
    }
  }

  /** Lets everything of a term go. */
  drop(term: Term): void {
    for (const [name, held] of this.terms.get(term) ?? []) {
      const touched = this.touchedIn(name);
      for (const id of held.ids()) touched.ids.add(id);
    }
    this.terms.delete(term);
  }

  count(term: Term): number {
    let count = 0;
    for (const held of this.terms.get(term)?.values() ?? []) count += held.size;
    return count;
  }

  /** Everything held of a term, as one part without gone ids. */
  whole(term: Term): Record<string, CollectionDelta> {
    const collections: Record<string, CollectionDelta> = {};
    for (const [name, held] of this.terms.get(term) ?? []) {
      collections[name] = { rows: [...held.glance()], gone: [] };
    }
    return collections;
  }

  /** The counting copy of every row of a collection. */
  all(name: string): RowChanges {
    const holders = this.holders(name);
    const ids = new Set(holders.flatMap(({ single }) => [...single.keys()]));
    return changesOf(holders, ids, () => true);
  }

  /** The collections that have rows. */
  collections(): ReadonlySet<string> {
    const names = new Set<string>();
    for (const collections of this.terms.values()) {
      for (const [name, held] of collections) if (held.size > 0) names.add(name);
    }
    return names;
  }

  /** What has changed since it was last asked: the counting copy of each row, or that it is gone. */
  takeChanges(): Map<string, RowChanges> {
    const changes = new Map<string, RowChanges>();
    for (const [name, { ids, blocks }] of this.touched) {
      if (ids.size === 0 && blocks.size === 0) continue;
      changes.set(
        name,
        changesOf(this.holders(name), ids, (block) => blocks.has(block)),
      );
    }
    this.touched = new Map();
    return changes;
  }

  private holders(name: string): Held[] {
    const names = [...this.terms.keys()].sort();
    return names.flatMap((term) => this.terms.get(term)?.get(name) ?? []);
  }

  private heldIn(term: Term, name: string): Held {
    return getOrMake(
      getOrMake(this.terms, term, () => new Map<string, Held>()),
      name,
      () => new Held(),
    );
  }

  private touchedIn(name: string): Touched {
    return getOrMake(this.touched, name, () => ({ ids: new Set(), blocks: new Set() }));
  }
}

/** A block of which several terms hold rows is gone through row by row: each may be another term's to tell. */
function changesOf(
  holders: readonly Held[],
  touched: ReadonlySet<string>,
  isTouched: (block: RowBlock) => boolean,
): RowChanges {
  const ids = new Set(touched);
  const blocks: RowBlock[] = [];
  for (const holder of holders) {
    for (const block of holder.blocks.counting(isTouched)) {
      if (holders.every((other) => other === holder || !other.shares(block))) blocks.push(block);
      else for (const place of block.places()) ids.add(block.id(place));
    }
  }
  const rows: PulledRow[] = [];
  const gone: string[] = [];
  for (const id of ids) {
    if (blocks.some((block) => block.placeOf(id) !== -1)) continue;
    const row = freshest(holders, id);
    if (row) rows.push(row);
    else gone.push(id);
  }
  return { rows, blocks, gone };
}

function freshest(holders: readonly Held[], id: string): PulledRow | undefined {
  let found: HeldRow | undefined;
  for (const holder of holders) {
    const held = holder.get(id);
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
