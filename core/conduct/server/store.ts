import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { upsertRows } from '#kernel/db/upsert.ts';
import type { Acknowledgement, Attempt, Code } from '../contract/rows.ts';
import { answerKey } from '../domain/answer-key.ts';
import { acknowledgementTable, attemptTable, type CodeRecord, codeTable } from './tables.ts';

const codeColumns = sql`id, version, "group", number, title, points, questions, answers, video, change, change_note,
  published_at, published_by, replaced_at, withdrawn_at, withdraw_reason`;
const attemptColumns = sql`id, version, code_id, member_id, at, "right", "of", wrong, passed, counts`;

/** Every version of the area, the newest first: a handful a group. */
export async function findCodes(tx: AreaTx): Promise<readonly CodeRecord[]> {
  const { rows } = await sql<CodeRecord>`
    select ${codeColumns} from conduct.code where area_id = ${tx.areaId}
    order by number desc nulls first, id desc`.execute(tx.db);
  return rows;
}

export const saveCodes = (tx: AreaTx, rows: readonly CodeRecord[]): Promise<void> =>
  upsertRows(tx, codeTable, rows);

export async function findAttempts(tx: AreaTx, memberIds: readonly string[]): Promise<readonly Attempt[]> {
  const { rows } = await sql<Attempt>`
    select ${attemptColumns} from conduct.attempt
    where area_id = ${tx.areaId} and member_id = any(${memberIds}::uuid[]) order by at, id`.execute(tx.db);
  return rows;
}

export const saveAttempts = (tx: AreaTx, rows: readonly Attempt[]): Promise<void> =>
  upsertRows(tx, attemptTable, rows);

export async function findAcknowledgements(
  tx: AreaTx,
  memberIds: readonly string[],
): Promise<readonly Acknowledgement[]> {
  const { rows } = await sql<Acknowledgement>`
    select id, version, code_id, member_id, at from conduct.acknowledgement
    where area_id = ${tx.areaId} and member_id = any(${memberIds}::uuid[]) order by at, id`.execute(tx.db);
  return rows;
}

export const saveAcknowledgements = (tx: AreaTx, rows: readonly Acknowledgement[]): Promise<void> =>
  upsertRows(tx, acknowledgementTable, rows);

/** As the rules look at it: with the keys to mark by instead of the answers. */
export function toCode({
  answers,
  changeNote: note,
  publishedBy: _by,
  withdrawReason: _why,
  ...code
}: CodeRecord): Code {
  const keys = Object.fromEntries(
    Object.entries(answers).map(([id, right]) => [id, answerKey(code.id, id, right)]),
  );
  return { ...code, keys, note };
}
