import { sql } from 'kysely';
import { freshened } from '#kernel/crypto/sealed-table.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { Household } from '../contract/rows.ts';
import type { SavedMapping } from '../domain/import/saved-mapping.ts';
import type { LookRow, Resident } from '../domain/resident.ts';
import { type PeopleTables, residentTable } from './tables.ts';
import { sealedResident } from './tools.ts';

const db = (tx: AreaTx) => tx.db.withTables<PeopleTables>();

const residentColumns = Object.keys(residentTable.columns) as (keyof Resident)[];

const residents = (tx: AreaTx) =>
  db(tx).selectFrom('people.resident').select(residentColumns).where('areaId', '=', tx.areaId);

/** Residents of these ids, and living ones whose identity number has one of these blind indexes. */
export async function findResidents(
  tx: AreaTx,
  ids: readonly string[],
  idBlinds: readonly string[],
): Promise<Resident[]> {
  if (ids.length + idBlinds.length === 0) return [];
  const rows = await residents(tx)
    .where(
      sql<boolean>`(id = any(${ids}::uuid[]) or (id_blind = any(${idBlinds}::text[]) and ended_at is null))`,
    )
    .execute();
  return rows.map((row) => freshened(tx.keys, sealedResident, row));
}

/** Everybody who lives in these households. */
export async function findResidentsOfHouseholds(tx: AreaTx, ids: readonly string[]): Promise<Resident[]> {
  if (ids.length === 0) return [];
  const rows = await residents(tx).where('endedAt', 'is', null).where('householdId', 'in', ids).execute();
  return rows.map((row) => freshened(tx.keys, sealedResident, row));
}

/** Every resident of the area as stored, ended ones too: what an import compares a new register with. */
export const findAllResidents = (tx: AreaTx): Promise<Resident[]> => residents(tx).execute();

/** Households of these ids or at these dwellings. */
export async function findHouseholds(
  tx: AreaTx,
  ids: readonly string[],
  dwellingIds: readonly string[],
): Promise<Household[]> {
  if (ids.length + dwellingIds.length === 0) return [];
  return db(tx)
    .selectFrom('people.household')
    .select(['id', 'version', 'dwellingId', 'endedAt'])
    .where('areaId', '=', tx.areaId)
    .where(sql<boolean>`(id = any(${ids}::uuid[]) or dwelling_id = any(${dwellingIds}::uuid[]))`)
    .orderBy('version')
    .execute();
}

export const findLivingHouseholds = (tx: AreaTx): Promise<Household[]> =>
  db(tx)
    .selectFrom('people.household')
    .select(['id', 'version', 'dwellingId', 'endedAt'])
    .where('areaId', '=', tx.areaId)
    .where('endedAt', 'is', null)
    .execute();

export const findLook = (tx: AreaTx, id: string): Promise<LookRow | undefined> =>
  db(tx)
    .selectFrom('people.look')
    .select(['id', 'version', 'residentId', 'fields', 'reason', 'actorId', 'at'])
    .where('areaId', '=', tx.areaId)
    .where('id', '=', id)
    .executeTakeFirst();

/** Which of these dwellings have a living entry. */
export async function findOccupied(tx: AreaTx, dwellingIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (dwellingIds.length === 0) return new Set();
  const rows = await db(tx)
    .selectFrom('people.resident')
    .select('dwellingId')
    .distinct()
    .where('areaId', '=', tx.areaId)
    .where('endedAt', 'is', null)
    .where('dwellingId', 'in', dwellingIds)
    .execute();
  return new Set(rows.map((row) => row.dwellingId));
}

/** Kept ways of reading registers, removed ones too. */
export const findMappings = (tx: AreaTx): Promise<SavedMapping[]> =>
  db(tx)
    .selectFrom('people.import_mapping')
    .select(['id', 'version', 'name', 'mapping', 'endedAt'])
    .where('areaId', '=', tx.areaId)
    .orderBy('name')
    .execute();
