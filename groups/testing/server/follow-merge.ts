import { sql } from 'kysely';
import type { MergedEvent, UnmergedEvent } from '#core/people/contract.ts';
import type { Reaction, StampedEvent } from '#kernel/command/module.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { lookUp, selectByKeys, selectRows } from '#kernel/db/select.ts';
import { insertRows } from '#kernel/db/upsert.ts';
import { buryRows } from '#kernel/sync/server/tombstones.ts';
import type { Expected } from '../contract/rows.ts';
import { COLLECTIONS, roundTerm } from '../contract/sync.ts';
import { expectedId } from '../domain/expected-id.ts';
import { flagDoubleSamples, settleDoubleSamples } from './merge-doubles.ts';
import { pointRefusals } from './sampling/refusals.ts';
import { refusalTable } from './sampling/tables.ts';
import { expectedTable, type Followed, followedTable, sampleTable } from './tables.ts';

/**
 * Two residents were one: swabs, check-ins and places on lists follow the entry that stands. Each row that followed is
 * noted, so that a merge taken back brings it back.
 */
export const mergeReactions: readonly Reaction[] = [
  {
    event: 'people.merged',
    async handle(tx, events) {
      for (const event of events as readonly Stamped<MergedEvent>[]) await follow(tx, event);
    },
  },
  {
    event: 'people.unmerged',
    async handle(tx, events) {
      for (const event of events as readonly Stamped<UnmergedEvent>[]) await goBack(tx, event);
    },
  },
];

type Stamped<E> = StampedEvent & E;

async function follow(tx: AreaTx, { data, stamp }: Stamped<MergedEvent>): Promise<void> {
  const { keptId, mergedId } = data;
  const { version, commandId: mergeId, at } = stamp;
  const rounds = await roundIds(tx);
  const places = rounds.map((roundId) => expectedId(roundId, mergedId));
  const samples = await selectByKeys(tx, sampleTable, { place_id: places });
  const listed = await selectByKeys(tx, expectedTable, { id: places });
  const refusals = await selectByKeys(tx, refusalTable, { place_id: places });
  if (samples.length + listed.length + refusals.length === 0) return;
  await point(tx, samples, keptId, version);
  await pointRefusals(tx, refusals, keptId, version);
  const checkIns = samples.map(({ checkInId }) => checkInId);
  const { made, gone } = await moveOnLists(tx, listed, keptId, version);
  await revise(tx, [...samples, ...listed], version, at);
  await flagDoubleSamples(tx, keptId, samples, stamp);
  const note = (what: Followed['what'], rowId: string, before: Expected | null = null): Followed => {
    return { mergeId, what, rowId, version, before };
  };
  await insertRows(tx, followedTable, [
    ...samples.map(({ id }) => note('sample', id)),
    ...checkIns.map((id) => note('check-in', id)),
    ...refusals.map(({ id }) => note('refusal', id)),
    ...made.map(({ id }) => note('listed', id)),
    ...gone.map((row) => note('unlisted', row.id, row)),
  ]);
}

async function goBack(tx: AreaTx, { data, stamp }: Stamped<UnmergedEvent>): Promise<void> {
  const { mergeId, mergedId } = data;
  const { version, at } = stamp;
  const followed = await selectRows(tx, followedTable, sql`merge_id = ${mergeId}`);
  const ids = (what: Followed['what']) => followed.flatMap((row) => (row.what === what ? [row.rowId] : []));
  const samples = await selectByKeys(tx, sampleTable, { id: ids('sample') });
  await point(tx, samples, mergedId, version);
  await pointRefusals(tx, await selectByKeys(tx, refusalTable, { id: ids('refusal') }), mergedId, version);
  await unlist(tx, await selectByKeys(tx, expectedTable, { id: ids('listed') }), version);
  const back = followed.flatMap(({ before }) => (before ? [{ ...before, version }] : []));
  await insertRows(tx, expectedTable, back);
  await settleDoubleSamples(tx, mergeId, samples, stamp);
  await revise(tx, [...samples, ...back], version, at);
  await sql`delete from testing.followed where area_id = ${tx.areaId} and merge_id = ${mergeId}`.execute(
    tx.db,
  );
}

async function roundIds(tx: AreaTx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from testing.round where area_id = ${tx.areaId}`.execute(tx.db);
  return rows.map(({ id }) => id);
}

type Swab = { readonly id: string; readonly roundId: string; readonly checkInId: string };

/** Swabs and their check-ins become that resident's. */
async function point(
  tx: AreaTx,
  samples: readonly Swab[],
  residentId: string,
  version: number,
): Promise<void> {
  if (samples.length === 0) return;
  const ids = samples.map(({ id }) => id);
  const places = samples.map(({ roundId }) => expectedId(roundId, residentId));
  await sql`
    update testing.sample s set resident_id = ${residentId}, place_id = k.place_id, version = ${version}
    from unnest(${ids}::uuid[], ${places}::uuid[]) as k (id, place_id)
    where s.area_id = ${tx.areaId} and s.id = k.id`.execute(tx.db);
  await sql`
    update testing.check_in set resident_id = ${residentId}, version = ${version}
    where area_id = ${tx.areaId} and id = any(${samples.map((row) => row.checkInId)}::uuid[])`.execute(tx.db);
}

/** One place a person: the kept entry's own where it has one, else that of the merged one, under the new name. */
async function moveOnLists(tx: AreaTx, listed: readonly Expected[], keptId: string, version: number) {
  const moved = listed.map(
    (row): Expected => ({ ...row, id: expectedId(row.roundId, keptId), residentId: keptId, version }),
  );
  const { rows } = await sql<{ id: string }>`${lookUp(
    tx,
    expectedTable,
    'id',
    moved.map(({ id }) => id),
    sql`id`,
  )}`.execute(tx.db);
  const standing = new Set(rows.map(({ id }) => id));
  const made = moved.filter(({ id }) => !standing.has(id));
  await insertRows(tx, expectedTable, made);
  await unlist(tx, listed, version);
  return { made, gone: listed };
}

/** Takes places off their lists, and tells the phones that hold them. */
async function unlist(tx: AreaTx, rows: readonly Expected[], version: number): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    delete from testing.expected
    where area_id = ${tx.areaId} and id = any(${rows.map(({ id }) => id)}::uuid[])`.execute(tx.db);
  for (const { id, roundId } of rows) {
    await buryRows(tx, { term: roundTerm(roundId), collection: COLLECTIONS.expected }, [id], version);
  }
}

/** A closed round's figures no longer stand as they were. */
async function revise(
  tx: AreaTx,
  rows: readonly { readonly roundId: string }[],
  version: number,
  at: number,
): Promise<void> {
  const ids = [...new Set(rows.map(({ roundId }) => roundId))];
  await sql`
    update testing.round set revised_at = ${new Date(at)}, version = ${version}
    where area_id = ${tx.areaId} and id = any(${ids}::uuid[]) and state = 'closed'`.execute(tx.db);
}
