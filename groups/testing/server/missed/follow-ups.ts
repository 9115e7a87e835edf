import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { selectRows } from '#kernel/db/select.ts';
import type { FollowUpPurpose } from '../../contract/follow-up-rows.ts';
import type { FollowUpRound } from '../../contract/missed-queries.ts';
import { getRound } from '../store-rounds.ts';
import { followUpTable } from '../tables.ts';

/** Who of a round is in a follow-up already: resident → that round. */
export async function followedUp(
  tx: AreaTx,
  roundId: string,
  purpose: FollowUpPurpose,
): Promise<ReadonlyMap<string, string>> {
  const rows = await selectRows(tx, followUpTable, sql`of_round_id = ${roundId} and purpose = ${purpose}`);
  return new Map(
    rows.flatMap(({ id, residentIds }) => residentIds.map((resident) => [resident, id] as const)),
  );
}

/** Rounds made of people of this one, and what this one was made of. */
export async function readFollowUps(
  tx: AreaTx,
  roundId: string,
): Promise<{ rounds: FollowUpRound[]; madeOf: FollowUpRound | null }> {
  await getRound(tx, roundId);
  const { rows } = await sql<FollowUpRound & { readonly ofRoundId: string }>`
    select r.id as round_id, r.name, r.state, f.purpose, jsonb_array_length(f.resident_ids) as people, f.of_round_id
    from testing.follow_up f
    join testing.round r on r.area_id = f.area_id
      and r.id = case when f.id = ${roundId} then f.of_round_id else f.id end
    where f.area_id = ${tx.areaId} and (f.of_round_id = ${roundId} or f.id = ${roundId})
    order by r.created_at desc, r.id desc`.execute(tx.db);
  const told = rows.map(({ ofRoundId, ...row }) => ({ ofRoundId, row }));
  return {
    rounds: told.filter(({ ofRoundId }) => ofRoundId === roundId).map(({ row }) => row),
    madeOf: told.find(({ ofRoundId }) => ofRoundId !== roundId)?.row ?? null,
  };
}
