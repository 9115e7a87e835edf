import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { KeysView } from '../contract/queries.ts';
import type { PrivacyDoors } from './doors.ts';
import { findBackups } from './store.ts';

/** The area's keys, and whether a copy of these very keys was confirmed. */
export async function keysView(
  tx: AreaTx,
  { keys, members }: Pick<PrivacyDoors, 'keys' | 'members'>,
): Promise<KeysView> {
  const { fingerprint, versions, rotating } = await keys.info(tx.areaId);
  const backups = await findBackups(tx);
  const current = backups.find((backup) => backup.fingerprint === fingerprint);
  const names = current ? await members.names(tx, [current.confirmedBy]) : new Map<string, string>();
  return {
    fingerprint,
    versions: versions.map((version) => ({ ...version })),
    rotating,
    backup: current
      ? { at: current.confirmedAt, place: current.place, by: names.get(current.confirmedBy) ?? null }
      : null,
    outdated: current ? null : (backups[0]?.confirmedAt ?? null),
  };
}
