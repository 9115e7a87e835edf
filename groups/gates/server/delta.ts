import type { CollectionDelta, PulledRow } from '#kernel/sync/protocol.ts';

/** Rows without removals, as they travel. */
export const only = (rows: readonly object[]): CollectionDelta => ({
  rows: rows as readonly PulledRow[],
  gone: [],
});
