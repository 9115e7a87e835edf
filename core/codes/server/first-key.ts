import type { Reaction } from '#kernel/command/module.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { drawPair } from './seeds.ts';
import { loadKeys, saveKeys } from './store.ts';

/**
 * An area's first member brings its first key, so that nobody has to know of keys before the first code is signed.
 * Later members find one.
 */
export const firstKey: Reaction = {
  event: 'accounts.member-added',
  async handle(tx, events) {
    const stamp = events[0]?.stamp;
    if (!stamp || (await loadKeys(tx)).length > 0) return;
    const { at, version } = stamp;
    const row = { id: uuidv7(at), validFrom: at, validUntil: null, revokedAt: null, version };
    await saveKeys(tx, [{ ...row, ...drawPair(tx) }]);
  },
};
