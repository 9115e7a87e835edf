import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { AreaTx } from '../../db/area-tx.ts';
import { arrayParam } from '../../db/array-param.ts';
import type { TableSpec } from '../../db/columns.ts';
import { KEPT } from '../../db/prepared.ts';
import { insertRows } from '../../db/upsert.ts';
import { type Problem, ProblemError } from '../../problem/problem.ts';
import type { Outcome } from '../command.ts';
import { commandProblems } from '../problems.ts';

export interface LogRow {
  readonly version: number;
  readonly commandId: string;
  readonly bodyHash: Buffer;
  readonly kind: string;
  readonly actorId: string;
  readonly deviceId: string | null;
  readonly claimedAt: number;
  readonly correctedAt: number;
  readonly receivedAt: number;
  readonly outcome: Exclude<Outcome, 'already'>;
  readonly problems: readonly Problem[] | null;
  readonly sealed: Buffer;
}

const commandLog: TableSpec<LogRow> = {
  table: 'kernel.command_log',
  key: ['version'],
  columns: {
    version: 'int8',
    commandId: 'uuid',
    bodyHash: 'bytea',
    kind: 'text',
    actorId: 'text',
    deviceId: 'uuid',
    claimedAt: 'timestamptz',
    correctedAt: 'timestamptz',
    receivedAt: 'timestamptz',
    outcome: 'text',
    problems: 'jsonb',
    sealed: 'bytea',
  },
};

export interface AreaHead {
  readonly version: number;
  /** The last link of the hash chain; null before the first batch. */
  readonly headHash: Buffer | null;
}

/** Takes the area's lock until the transaction ends: from here on this batch is alone in its area. */
export async function lockArea(tx: AreaTx): Promise<AreaHead> {
  const { rows } = await sql<AreaHead & { readonly closedAt: number | null }>`${sql.raw(KEPT)}
    select version, head_hash, closed_at from kernel.area where area_id = ${tx.areaId} for update`.execute(
    tx.db,
  );
  const [row] = rows;
  if (!row) throw new ProblemError(commandProblems['unknown-area']);
  const { closedAt, ...head } = row;
  if (closedAt !== null) throw new ProblemError(commandProblems['area-closed']);
  return head;
}

export interface EarlierAnswer {
  readonly commandId: string;
  readonly bodyHash: Buffer;
  readonly outcome: Exclude<Outcome, 'already'>;
  readonly problems: readonly Problem[] | null;
  readonly version: number;
}

/**
 * What was answered before to these ids, in the order of the log. Id by id through the log's own index: given
 * `= any(ids)` a planner without fresh statistics reads the whole area instead; `offset 0` keeps it from doing so.
 */
export async function findEarlierAnswers(
  tx: AreaTx,
  ids: readonly string[],
): Promise<readonly EarlierAnswer[]> {
  const { rows } = await sql<EarlierAnswer>`${sql.raw(KEPT)}
    select l.* from unnest(${arrayParam('uuid', ids)}::uuid[]) as k (id)
    cross join lateral (
      select command_id, body_hash, outcome, problems, version from kernel.command_log
      where area_id = ${tx.areaId} and command_id = k.id offset 0) l
    order by l.version`.execute(tx.db);
  return rows;
}

/** Every process listens here; the commit itself carries `areaId:version`. */
export const AREA_CHANNEL = 'concerto_area';

/** Appends the batch, seals it into the area's hash chain and moves the area's version forward. */
export async function appendLog(tx: AreaTx, head: AreaHead, rows: readonly LogRow[]): Promise<void> {
  const last = rows.at(-1);
  const first = rows[0];
  if (!first || !last) return;
  await insertRows(tx, commandLog, rows);
  const hash = chainHash(head.headHash, rows);
  tx.settleAtCommit(
    sql`${sql.raw(KEPT)}
    with link as (
      insert into kernel.log_seal (area_id, version, first_version, hash)
      values (${tx.areaId}, ${last.version}, ${first.version}, ${hash})),
    moved as (
      update kernel.area set version = ${last.version}, head_hash = ${hash} where area_id = ${tx.areaId})
    select pg_notify(${AREA_CHANNEL}, ${`${tx.areaId}:${last.version}`})`.execute(tx.db),
  );
}

/** Link = SHA-256(link before ‖ each row's version, id, kind, author, time, outcome and ciphertext). */
export function chainHash(
  before: Buffer | null,
  rows: readonly Pick<
    LogRow,
    'version' | 'commandId' | 'kind' | 'actorId' | 'claimedAt' | 'outcome' | 'sealed'
  >[],
): Buffer {
  const hash = createHash('sha256').update(before ?? '');
  for (const r of rows) {
    hash.update(
      `${r.version}|${r.commandId}|${r.kind}|${r.actorId}|${r.claimedAt}|${r.outcome}|${r.sealed.length}|`,
    );
    hash.update(r.sealed);
  }
  return hash.digest();
}
