import { sql } from 'kysely';
import type { Stamp } from '../../command/module.ts';
import type { AreaTx } from '../../db/area-tx.ts';
import type { FileRef } from '../contract.ts';

export interface Announced {
  readonly file: FileRef;
  readonly stamp: Pick<Stamp, 'version' | 'at' | 'actorId'>;
}

/**
 * Notes in a module's `save` which files its commands spoke of: from then on their bytes are taken in. A file that is
 * known keeps what was said of it first, so that nobody gets at another's by naming it again.
 * @param openedWith the module's action that whoever reads them needs
 */
export async function announceFiles(
  tx: AreaTx,
  openedWith: string,
  files: readonly Announced[],
  /** Kept past the term of photos, until the module drops it: what the work itself needs, and shows nobody. */
  kept = false,
): Promise<void> {
  for (const { file, stamp } of files) {
    await sql`
      insert into kernel.file (area_id, id, version, content_hash, size, type, opened_with, added_at, added_by, kept)
      values (${tx.areaId}, ${file.fileId}, ${stamp.version}, ${Buffer.from(file.sha256, 'hex')}, ${file.size},
        ${file.type}, ${openedWith}, ${new Date(stamp.at)}, ${stamp.actorId}, ${kept})
      on conflict (area_id, id) do nothing`.execute(tx.db);
  }
}

/** Lets kept files go: their keys at once, their bytes with the next sweep. */
export async function dropFiles(tx: AreaTx, fileIds: readonly string[]): Promise<void> {
  if (fileIds.length === 0) return;
  await sql`
    delete from kernel.file
    where area_id = ${tx.areaId} and id = any(${[...fileIds]}::uuid[]) and kept`.execute(tx.db);
}
