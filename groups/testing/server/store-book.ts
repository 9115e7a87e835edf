import { type RawBuilder, sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { goneSince } from '#kernel/sync/server/tombstones.ts';
import { COLLECTIONS, roundTerm } from '../contract/sync.ts';
import type { BookedPlace, BookedSwab, BookedTube, RoundBook } from '../domain/round-book.ts';

/** Brings a book up to this view of the area: what a round's rows have become since a version, 0 for all of them. */
export async function bringUp(tx: AreaTx, book: RoundBook, roundId: string, since: number): Promise<void> {
  const changed = sql`area_id = ${tx.areaId} and round_id = ${roundId} and version > ${since}`;
  const [swabs, tubes, places, gone] = await Promise.all([
    findSwabs(tx, changed),
    findTubes(tx, changed),
    findPlaces(tx, changed),
    goneSince(tx, roundTerm(roundId), since),
  ]);
  for (const swab of swabs) book.putSwab(swab);
  for (const tube of tubes) book.putTube(tube);
  for (const id of gone.get(COLLECTIONS.expected) ?? []) book.removePlace(id);
  // One that left the list and came back is there again.
  for (const place of places) book.putPlace(place);
}

async function findSwabs(tx: AreaTx, changed: RawBuilder<unknown>): Promise<BookedSwab[]> {
  const { rows } = await sql<BookedSwab>`
    select id, coalesce(place_id::text, encode(code_blind, 'hex'), id::text) as person, tube_id, lane_id,
      voided_at is null as stands
    from testing.sample where ${changed}`.execute(tx.db);
  return rows;
}

async function findTubes(tx: AreaTx, changed: RawBuilder<unknown>): Promise<BookedTube[]> {
  const { rows } = await sql<BookedTube>`
    select id, lane_id, voided_at, packed_at, closed_at, count from testing.tube where ${changed}`.execute(
    tx.db,
  );
  return rows;
}

async function findPlaces(tx: AreaTx, changed: RawBuilder<unknown>): Promise<BookedPlace[]> {
  const { rows } = await sql<BookedPlace>`
    select id, building_id, status from testing.expected where ${changed}`.execute(tx.db);
  return rows;
}
