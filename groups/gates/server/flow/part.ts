import { upsertRows } from '#kernel/db/upsert.ts';
import type { ServerPart } from '../part.ts';
import { personLookTable } from './tables.ts';

/** Looks at one person's passages; nothing of it travels to phones. */
export const flowPart: ServerPart = {
  load: async () => undefined,
  save: (tx, { personLooks }) => upsertRows(tx, personLookTable, personLooks),
  delta: async () => ({}),
};
