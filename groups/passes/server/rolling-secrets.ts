import type { AreaTx } from '#kernel/db/area-tx.ts';

const PURPOSE = 'passes.rolling';

/**
 * The area's secrets of rolling codes, newest first: derived from its keys, so they stand in no table and change when
 * the area's keys are rotated. A pass in somebody's hand goes on under the one it was handed out with.
 */
export const rollingSecrets = (tx: AreaTx): readonly Buffer[] => tx.keys.deriveAll(PURPOSE);

/** The one new links are made with. */
export const rollingSecret = (tx: AreaTx): Buffer => tx.keys.derive(PURPOSE);
