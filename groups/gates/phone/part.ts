import type { ClientKind } from '#kernel/sync/client/projection.ts';
import type { PulledRow } from '#kernel/sync/protocol.ts';
import type { PhoneState } from './phone-state.ts';

/** The phone's side of one part of gates; `projection.ts` lists them. */
export interface PhonePart {
  /** What the phone takes in of each collection, its own or another module's, and what leaves. */
  readonly collections: Readonly<Record<string, PhoneCollection>>;
  /** Command kinds that phones make. */
  readonly kinds: Readonly<Record<string, ClientKind>>;
}

export interface PhoneCollection {
  load(state: PhoneState, rows: readonly PulledRow[]): void;
  remove(state: PhoneState, ids: readonly string[]): void;
}

/** The rows were made by a sync source on the server; their types are those of its contract. */
export const typed = <Row>(rows: readonly PulledRow[]): readonly Row[] => rows as unknown as readonly Row[];
