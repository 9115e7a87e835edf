import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { MergeRow, MoveRow, SubjectRequest } from '../domain/by-hand-rows.ts';
import { mergeTable, moveTable, type PeopleTables, requestTable } from './tables.ts';

const db = (tx: AreaTx) => tx.db.withTables<PeopleTables>();

const mergeColumns = Object.keys(mergeTable.columns) as (keyof MergeRow)[];
const moveColumns = Object.keys(moveTable.columns) as (keyof MoveRow)[];
const requestColumns = Object.keys(requestTable.columns) as (keyof SubjectRequest)[];

const merges = (tx: AreaTx) =>
  db(tx).selectFrom('people.merge').select(mergeColumns).where('areaId', '=', tx.areaId);

const requests = (tx: AreaTx) =>
  db(tx).selectFrom('people.subject_request').select(requestColumns).where('areaId', '=', tx.areaId);

export async function findMerges(tx: AreaTx, ids: readonly string[]): Promise<MergeRow[]> {
  return ids.length === 0 ? [] : merges(tx).where('id', 'in', ids).execute();
}

/** Latest first, taken back ones too. */
export async function findMergesOf(tx: AreaTx, residentIds: readonly string[]): Promise<MergeRow[]> {
  if (residentIds.length === 0) return [];
  return merges(tx)
    .where(({ eb, or }) => or([eb('keptId', 'in', residentIds), eb('mergedId', 'in', residentIds)]))
    .orderBy('version', 'desc')
    .execute();
}

/** Latest first. */
export async function findMovesOf(tx: AreaTx, residentIds: readonly string[]): Promise<MoveRow[]> {
  if (residentIds.length === 0) return [];
  return db(tx)
    .selectFrom('people.move')
    .select(moveColumns)
    .where('areaId', '=', tx.areaId)
    .where('residentId', 'in', residentIds)
    .orderBy('version', 'desc')
    .execute();
}

/** Every move of the area, for an import that meets people where they used to live. */
export const findAllMoves = (tx: AreaTx): Promise<MoveRow[]> =>
  db(tx).selectFrom('people.move').select(moveColumns).where('areaId', '=', tx.areaId).execute();

export async function findRequests(tx: AreaTx, ids: readonly string[]): Promise<SubjectRequest[]> {
  return ids.length === 0 ? [] : requests(tx).where('id', 'in', ids).execute();
}

/** Latest first. */
export async function findRequestsOf(tx: AreaTx, residentIds: readonly string[]): Promise<SubjectRequest[]> {
  if (residentIds.length === 0) return [];
  return requests(tx).where('residentId', 'in', residentIds).orderBy('version', 'desc').execute();
}

/** Open ones first, the longest waiting before; then the latest. */
export const listRequests = (tx: AreaTx, limit: number): Promise<SubjectRequest[]> =>
  requests(tx)
    .orderBy(({ eb }) => eb('answeredAt', 'is not', null).or('kind', '=', 'copy'))
    .orderBy('version', 'desc')
    .limit(limit)
    .execute();

export async function countOpenCorrections(tx: AreaTx): Promise<number> {
  const { count } = await db(tx)
    .selectFrom('people.subject_request')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('areaId', '=', tx.areaId)
    .where('kind', '=', 'correction')
    .where('answeredAt', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}
