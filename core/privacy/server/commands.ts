import type { CommandModule } from '#kernel/command/module.ts';
import { nextStale, reseal } from '#kernel/crypto/reseal.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { isUuid } from '#kernel/time-id/uuid.ts';
import { kinds } from '../contract/commands.ts';
import type { PrivacyCommand, PrivacyEvent } from '../contract/events.ts';
import { decide, REMOVED_AT_ONCE } from '../domain/decide.ts';
import { evolve } from '../domain/evolve.ts';
import type { PrivacyState } from '../domain/state.ts';
import type { PrivacyDoors } from './doors.ts';
import { expiredOf } from './keeping.ts';
import { findPaperNumbers, savePapers, standing } from './store.ts';

type PrivacyCommands = CommandModule<PrivacyState, PrivacyCommand, PrivacyEvent>;

export const privacyCommands = (doors: PrivacyDoors): PrivacyCommands => ({
  kinds,
  load: (tx, commands) => load(tx, doors, commands),
  decide,
  evolve,
  save: (tx, state) => save(tx, doors, state),
});

async function load(
  tx: AreaTx,
  doors: PrivacyDoors,
  commands: readonly PrivacyCommand[],
): Promise<PrivacyState> {
  const asks = (kind: PrivacyCommand['kind']) => commands.some((command) => command.kind === kind);
  const paperIds = commands.flatMap((c) => (c.kind === 'privacy.save-paper' ? [c.body.paperId] : []));
  const backupIds = commands.flatMap((c) =>
    c.kind === 'privacy.confirm-key-backup' ? [c.body.backupId] : [],
  );
  const promising = commands.flatMap((c) => (c.kind === 'privacy.accept-undertaking' ? [c.actorId] : []));
  const toRemove = commands.flatMap((c) => (c.kind === 'privacy.remove-expired' ? [c.body.kind] : []));
  const latest = Math.max(...commands.map((c) => c.at));
  return {
    paperIds: await standing(tx, 'paper', paperIds),
    numbers: paperIds.length > 0 ? await findPaperNumbers(tx) : new Map(),
    undertaken: await standing(tx, 'undertaking', promising.filter(isUuid)),
    backupIds: await standing(tx, 'key_backup', backupIds),
    fingerprint: backupIds.length > 0 ? (await doors.keys.info(tx.areaId)).fingerprint : null,
    expired: await expiredOf(tx, doors.personalData, toRemove, latest),
    sealedTables: new Set(doors.sealed.map(({ table }) => table)),
    stale: asks('privacy.end-key-rotation') ? await staleTables(tx, doors) : null,
    papers: [],
    undertakings: [],
    backups: [],
    removals: [],
    reseals: [],
    keyChanges: [],
  };
}

async function staleTables(tx: AreaTx, { sealed }: PrivacyDoors): Promise<string[]> {
  const stale: string[] = [];
  for (const table of sealed) if (await nextStale(tx, table, null)) stale.push(table.table);
  return stale;
}

async function save(tx: AreaTx, doors: PrivacyDoors, state: PrivacyState): Promise<void> {
  await savePapers(tx, state);
  for (const { kind, before, version } of state.removals) {
    const keeping = doors.personalData.find((data) => data.kind === kind)?.keeping;
    if (keeping && 'remove' in keeping) await keeping.remove(tx, before, REMOVED_AT_ONCE, version);
  }
  for (const { table, after, until } of state.reseals) {
    const sealed = doors.sealed.find((known) => known.table === table);
    if (sealed) await reseal(tx, sealed, after, until);
  }
  // The key file is changed under the area's lock. Rolled back afterwards, the rotation is merely under way already.
  for (const change of state.keyChanges) {
    if (change === 'end') await doors.keys.end(tx.areaId);
    else await doors.keys.begin(tx.areaId, change.begin);
  }
}
