import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { selectRows } from '#kernel/db/select.ts';
import { upsertRows } from '#kernel/db/upsert.ts';
import { announceFiles } from '#kernel/files/server/announce.ts';
import { actions } from '../../contract/access.ts';
import type { TestingCommand } from '../../domain/command.ts';
import type { TestingState } from '../../domain/state.ts';
import { siteTable } from '../tables.ts';
import { setUpCheckTable, setUpPointTable } from './tables.ts';

/** Sites, points and named checks of the rounds whose set-up a batch speaks of; nothing for any other batch. */
export async function loadSetUp(
  tx: AreaTx,
  state: TestingState,
  commands: readonly TestingCommand[],
): Promise<void> {
  const rounds = new Set<string>();
  const checks = new Set<string>();
  for (const { kind, body } of commands) {
    if (kind === 'testing.set-check-list') rounds.add(body.roundId);
    if (kind !== 'testing.check-point') continue;
    rounds.add(body.roundId);
    checks.add(body.checkId);
  }
  if (rounds.size === 0) return;
  const ofRounds = sql`round_id = any(${[...rounds]}::uuid[])`;
  state.sites.load(await selectRows(tx, siteTable, ofRounds));
  state.setUp.points.load(await selectRows(tx, setUpPointTable, ofRounds));
  state.setUp.checks.load(await selectRows(tx, setUpCheckTable, sql`id = any(${[...checks]}::uuid[])`));
}

export async function saveSetUp(tx: AreaTx, { setUp }: TestingState): Promise<void> {
  await upsertRows(tx, setUpPointTable, setUp.points.changed());
  await upsertRows(tx, setUpCheckTable, setUp.checks.changed());
  await announceFiles(tx, actions.oversee, setUp.photos);
}
