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
      return [commandId, { actorId, at: correctedAt, body: bodyOf(tx, sealed) }];
    }),
  );
}

/** What stands in the log at a version, by version: who changed a row last, and with what words. */
export interface LoggedKind extends Logged {
  readonly kind: string;
}

/**
 * The commands that a row's `version` names, carried out or not. Opens sealed text, so it is for a page about a few
 * rows, not for lists.
 */
export async function openLoggedAt(
  tx: AreaTx,
  versions: readonly number[],
): Promise<ReadonlyMap<number, LoggedKind>> {
  if (versions.length === 0) return new Map();
  const { rows } = await sql<{
    version: number;
    kind: string;
    actorId: string;
    correctedAt: number;
    sealed: Buffer;
  }>`
    select version, kind, actor_id, corrected_at, sealed from kernel.command_log
    where area_id = ${tx.areaId} and version = any(${[...new Set(versions)]}::int8[])`.execute(tx.db);
  return new Map(
    rows.map(({ version, kind, actorId, correctedAt, sealed }) => [
      version,
      { kind, actorId, at: correctedAt, body: bodyOf(tx, sealed) },
    ]),
  );
}

const bodyOf = (tx: AreaTx, sealed: Buffer): unknown =>
  (JSON.parse(tx.keys.open(sealed, LOG_CONTEXT)) as { envelope: { body: unknown } }).envelope.body;
