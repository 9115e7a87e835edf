import type { PulledRow } from '../protocol.ts';
import type { RowBlock } from './row-block.ts';

interface Part<Row extends { readonly id: string }> {
  readonly block: RowBlock<Row>;
  readonly gone: Set<number>;
  /** Whatever the owner wants to know of a block. */
  readonly mark: number;
}

/** Where a row stands. */
export interface Place<Row extends { readonly id: string }> {
  readonly block: RowBlock<Row>;
  readonly at: number;
  readonly mark: number;
}

/** Rows by id over several blocks, oldest first. Each id counts in one of them: a later block takes it from earlier ones. */
export class RowBlocks<Row extends { readonly id: string } = PulledRow> {
  private parts: Part<Row>[] = [];
  private counted = 0;

  get size(): number {
    return this.counted;
  }

  add(block: RowBlock<Row>, mark = 0): void {
    for (const part of this.parts) {
      for (const id of commonIds(part.block, block)) this.deleteFrom(part, id);
    }
    this.parts = [...this.parts.filter((part) => remaining(part) > 0), { block, gone: new Set(), mark }];
    this.counted += block.size;
  }

  place(id: string): Place<Row> | undefined {
    for (const { block, gone, mark } of this.parts) {
      const at = block.placeOf(id);
      if (at !== -1 && !gone.has(at)) return { block, at, mark };
    }
    return undefined;
  }

  has(id: string): boolean {
    return this.place(id) !== undefined;
  }

  get(id: string): Row | undefined {
    const place = this.place(id);
    return place?.block.row(place.at);
  }

  /** @returns whether it was there */
  delete(id: string): boolean {
    return this.parts.some((part) => this.deleteFrom(part, id));
  }

  /** The rows of a key, in order. */
  *keyedBy(keyOf: (row: Row) => string | null, key: string): Generator<Row> {
    for (const { block, gone } of this.parts) {
      for (const at of block.keyedBy(keyOf, key)) if (!gone.has(at)) yield block.row(at);
    }
  }

  /** The rows where the text of a field ends so, in order. @param tail at least ten characters, or the whole text */
  *endingWith(field: string, tail: string): Generator<Row> {
    for (const { block, gone } of this.parts) {
      for (const at of block.endingWith(field, tail)) if (!gone.has(at)) yield block.row(at);
    }
  }

  *ids(): Generator<string> {
    for (const { block, at } of this.places()) yield block.id(at);
  }

  *rows(): Generator<Row> {
    for (const { block, at } of this.places()) yield block.row(at);
  }

  *places(): Generator<Place<Row>> {
    for (const { block, gone, mark } of this.parts) {
      for (const at of block.places()) if (!gone.has(at)) yield { block, at, mark };
    }
  }

  /** The blocks that are asked for, as they count now. */
  counting(wanted: (block: RowBlock<Row>) => boolean): RowBlock<Row>[] {
    return this.parts.flatMap(({ block, gone }) => (wanted(block) ? [block.without(gone)] : []));
  }

  private deleteFrom({ block, gone }: Part<Row>, id: string): boolean {
    const at = block.placeOf(id);
    if (at === -1 || gone.has(at)) return false;
    gone.add(at);
    this.counted -= 1;
    return true;
  }
}

const remaining = ({ block, gone }: Part<{ readonly id: string }>): number => block.size - gone.size;

/** The ids that stand in both; the shorter is gone through. */
export function commonIds<Row extends { readonly id: string }>(a: RowBlock<Row>, b: RowBlock<Row>): string[] {
  const [short, long] = a.size < b.size ? [a, b] : [b, a];
  const ids: string[] = [];
  for (const place of short.places()) {
    const id = short.id(place);
    if (long.placeOf(id) !== -1) ids.push(id);
  }
  return ids;
}
