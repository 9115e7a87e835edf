import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { selectRows } from '#kernel/db/select.ts';
import type { TestingCommand } from '../../domain/command.ts';
import { followUpKey, type TestingState } from '../../domain/state.ts';
import { findHeld } from '../read-results.ts';
import { followUpTable } from '../tables.ts';
import { findMissed } from './read-missed.ts';

/** Follow-ups of the rounds that commands speak of, and who waits for one. */
export async function loadFollowUps(
  tx: AreaTx,
  state: TestingState,
  commands: readonly TestingCommand[],
): Promise<void> {
  for (const { kind, body } of commands) {
    if (kind !== 'testing.follow-up') continue;
    const round = state.rounds.get(body.ofRoundId);
    if (!round) continue;
    state.followUps.load(await selectRows(tx, followUpTable, sql`of_round_id = ${round.id}`));
    const waiting =
      body.purpose === 'missed'
        ? (await findMissed(tx, round)).map(({ residentId }) => residentId)
        : (await findHeld(tx, round.id)).flatMap(({ residentId, releasedAt }) =>
            residentId !== null && releasedAt === null ? [residentId] : [],
          );
    state.followable.set(followUpKey(body), new Set(waiting));
  }
}
