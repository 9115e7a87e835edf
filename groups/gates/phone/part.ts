import type { ClientKind } from '#kernel/sync/client/projection.ts';
import type { Rows } from '#kernel/sync/rows/row-block.ts';
import type { PhoneState } from './phone-state.ts';

/** The phone's side of one part of gates; `projection.ts` lists them. */
export interface PhonePart {
  /** What the phone takes in of each collection, its own or another module's, and what leaves. */
  readonly collections: Readonly<Record<string, PhoneCollection>>;
  /** Command kinds that phones make. */
  readonly kinds: Readonly<Record<string, ClientKind>>;
}

export interface PhoneCollection {
  load(state: PhoneState, rows: Rows): void;
  remove(state: PhoneState, ids: readonly string[]): void;
}

/** The rows were made by a sync source on the server; their types are those of its contract. */
export const typed = <Row extends { readonly id: string }>(rows: Rows): Rows<Row> =>
  rows as unknown as Rows<Row>;
