import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { insertRows, upsertRows } from '#kernel/db/upsert.ts';
import type { Paper, PaperKind } from '../contract/papers.ts';
import type { BackupRow, PrivacyState } from '../domain/state.ts';
import { backupTable, paperTable, undertakingTable } from './tables.ts';

/** Editions of a kind, newest first. */
export async function findPapers(tx: AreaTx, kind: PaperKind): Promise<readonly Paper[]> {
  const { rows } = await sql<Paper>`
    select id, kind, number, fields, saved_at, saved_by from privacy.paper
    where area_id = ${tx.areaId} and kind = ${kind} order by number desc`.execute(tx.db);
  return rows;
}

/** Whether the area has confirmed a notice. */
export async function hasNotice(tx: AreaTx): Promise<boolean> {
  const { rows } = await sql<{ stands: boolean }>`
    select exists (select from privacy.paper where area_id = ${tx.areaId} and kind = 'notice') as stands`.execute(
    tx.db,
  );
  return rows[0]?.stands ?? false;
}

export async function findPaperNumbers(tx: AreaTx): Promise<Map<PaperKind, number>> {
  const { rows } = await sql<{ kind: PaperKind; number: number }>`
    select kind, max(number) as number from privacy.paper where area_id = ${tx.areaId} group by kind`.execute(
    tx.db,
  );
  return new Map(rows.map(({ kind, number }) => [kind, number]));
}

/** Which of these ids stand in a table of this module. */
export async function standing(
  tx: AreaTx,
  table: 'paper' | 'undertaking' | 'key_backup',
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(`privacy.${table}`)}
    where area_id = ${tx.areaId} and id = any(${ids}::uuid[])`.execute(tx.db);
  return new Set(rows.map(({ id }) => id));
}

/** Confirmed copies of the keys, newest first. */
export async function findBackups(tx: AreaTx): Promise<readonly BackupRow[]> {
  const { rows } = await sql<BackupRow>`
    select id, version, fingerprint, place, confirmed_at, confirmed_by from privacy.key_backup
    where area_id = ${tx.areaId} order by confirmed_at desc`.execute(tx.db);
  return rows;
}

/** Of those at work. */
export async function countUndertakings(tx: AreaTx): Promise<{ accepted: number; members: number }> {
  const { rows } = await sql<{ accepted: number; members: number }>`
    select count(u.id)::int4 as accepted, count(*)::int4 as members
    from accounts.member m left join privacy.undertaking u on u.area_id = m.area_id and u.id = m.id
    where m.area_id = ${tx.areaId} and m.ended_at is null`.execute(tx.db);
  return rows[0] ?? { accepted: 0, members: 0 };
}

export async function savePapers(tx: AreaTx, state: PrivacyState): Promise<void> {
  await insertRows(tx, paperTable, state.papers);
  await upsertRows(tx, undertakingTable, state.undertakings);
  await insertRows(tx, backupTable, state.backups);
}
