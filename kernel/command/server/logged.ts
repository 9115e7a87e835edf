import { sql } from 'kysely';
import type { AreaTx } from '../../db/area-tx.ts';
import { LOG_CONTEXT } from './run-batch.ts';

/** A command as the log keeps it, opened. */
export interface Logged {
  readonly actorId: string;
  /** Corrected time, epoch ms. */
  readonly at: number;
  /** As it was sent, with the keys its author gave it. */
  readonly body: unknown;
}

/** What commands that were carried out had said, by id. For settling what they contradicted; opens sealed text. */
export async function openLogged(tx: AreaTx, commandIds: readonly string[]): Promise<Map<string, Logged>> {
  if (commandIds.length === 0) return new Map();
  const { rows } = await sql<{ commandId: string; actorId: string; correctedAt: number; sealed: Buffer }>`
    select command_id, actor_id, corrected_at, sealed from kernel.command_log
    where area_id = ${tx.areaId} and command_id = any(${commandIds}::uuid[]) and outcome <> 'refused'`.execute(
    tx.db,
  );
  return new Map(
    rows.map(({ commandId, actorId, correctedAt, sealed }) => {
      const { envelope } = JSON.parse(tx.keys.open(sealed, LOG_CONTEXT)) as { envelope: { body: unknown } };
      return [commandId, { actorId, at: correctedAt, body: envelope.body }];
    }),
  );
}
