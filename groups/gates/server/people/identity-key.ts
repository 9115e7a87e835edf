import type { AreaTx } from '#kernel/db/area-tx.ts';

/** Of the area's first keys for good: phones hold it, and hashes that were handed out go on fitting. */
export const identityKey = (tx: AreaTx): Buffer => tx.keys.derive('gates.area', 0);
