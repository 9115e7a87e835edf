import { type RawBuilder, sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { upsertRows } from '#kernel/db/upsert.ts';
import type { PassSetting } from '../contract/sync.ts';
import type { PassRow } from '../domain/state.ts';
import { type PassRecord, passTable, toRecord } from './tables.ts';

/** Every column; of the app's own names. */
const COLUMNS = sql.raw(
  Object.keys(passTable.columns)
    .map((name) => `p.${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`)
    .join(', '),
);

/** @param where over `p` */
export async function selectPasses(tx: AreaTx, where: RawBuilder<unknown>): Promise<PassRecord[]> {
  const { rows } = await sql<PassRecord>`
    select ${COLUMNS} from passes.pass p where p.area_id = ${tx.areaId} and ${where}`.execute(tx.db);
  return rows;
}

export const passesByIds = (tx: AreaTx, ids: readonly string[]): Promise<PassRecord[]> =>
  selectPasses(tx, sql`p.id = any(${ids}::uuid[])`);

export interface HolderIds {
  readonly residents: readonly string[];
  readonly households: readonly string[];
  readonly members: readonly string[];
  readonly plates: readonly string[];
}

/** Unrevoked ones of these holders and plates. */
export async function passesOfHolders(tx: AreaTx, of: HolderIds): Promise<PassRecord[]> {
  const parts = [
    ...(of.residents.length > 0 ? [sql`p.resident_id = any(${of.residents}::uuid[])`] : []),
    ...(of.households.length > 0 ? [sql`p.household_id = any(${of.households}::uuid[])`] : []),
    ...(of.members.length > 0 ? [sql`p.member_id = any(${of.members}::uuid[])`] : []),
    ...(of.plates.length > 0 ? [sql`p.plate = any(${of.plates}::text[])`] : []),
  ];
  if (parts.length === 0) return [];
  return selectPasses(tx, sql`p.revoked_at is null and (${sql.join(parts, sql` or `)})`);
}

export async function savePasses(tx: AreaTx, rows: readonly PassRow[]): Promise<void> {
  await upsertRows(
    tx,
    passTable,
    rows.map((row) => toRecord(tx, row)),
  );
}

/** The module's dated values the area has set after a version. */
export async function settingsSince(tx: AreaTx, since: number): Promise<readonly PassSetting[]> {
  const { rows } = await sql<PassSetting>`
    select id, version, key, value, valid_from as "from", source from kernel.setting
    where area_id = ${tx.areaId} and key like 'passes.%' and version > ${since}
    order by valid_from, version`.execute(tx.db);
  return rows;
}

/** By id: what the area's compounds are called; ended ones too. Out of the tables of places. */
export async function compoundNames(tx: AreaTx): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from places.compound where area_id = ${tx.areaId}`.execute(tx.db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Unrevoked ones of one who works here, that are good then or later. @param at epoch ms */
export const passesOfMember = (tx: AreaTx, memberId: string, at: number): Promise<PassRecord[]> =>
  selectPasses(
    tx,
    sql`p.member_id::text = ${memberId} and p.revoked_at is null and p.valid_until > ${new Date(at)}
      order by p.valid_until`,
  );
