import type { SyncSource } from '#kernel/sync/module.ts';
import { KEY_COLLECTION, KEYS_TERM } from '../contract/sync.ts';
import { loadPublicKeys } from './store.ts';

/**
 * Public keys go to everyone with any standing in the area: whoever is on duty may have to check a code, and a
 * public key tells nothing. Old and withdrawn ones go along, so that a code of theirs is judged and not just unknown.
 */
export const sync: SyncSource = {
  name: KEYS_TERM,
  async terms(_tx, actor, at) {
    const standing = actor.grants.some((g) => g.from <= at && (g.until === null || at < g.until));
    return standing ? [KEYS_TERM] : [];
  },
  async delta(tx, _actor, _term, since) {
    const rows = await loadPublicKeys(tx, since);
    return { [KEY_COLLECTION]: { rows: rows.map((key) => ({ ...key })), gone: [] } };
  },
};
