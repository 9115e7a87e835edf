import { sql } from 'kysely';
import type { AreaTx } from '../../db/area-tx.ts';
import { chainHash, type LogRow } from './log-store.ts';

export interface ChainFindings {
  /** The area's version. */
  readonly version: number;
  /** Rows of the log. */
  readonly rows: number;
  readonly seals: number;
  /** How often the area was restored from a backup: links over no rows. */
  readonly restored: number;
  /** What is wrong, in English, for a log: a gap, a seal that does not fit its rows, a head that is not the last seal. */
  readonly faults: readonly string[];
}

/**
 * After a restore phones may know versions later than the backup's. The areas go on beyond whatever was given out
 * since: a million commands would be many months. The jump is a link of the chain over no rows, so that it shows, and
 * the floor of tombstones lies at its end, so that every phone takes whole terms anew.
 */
export const NEW_HISTORY_SQL = `
with jump as (
  update kernel.area set version = version + 1000000, tombstone_floor = version + 1000000,
    head_hash = sha256(coalesce(head_hash, ''))
  returning area_id, version, head_hash)
insert into kernel.log_seal (area_id, version, first_version, hash)
select area_id, version, version - 999999, head_hash from jump`;

interface Seal {
  readonly version: number;
  readonly firstVersion: number;
  readonly hash: Buffer;
}

/** So many seals' rows are held at a time. */
const PAGE = 100;

/** Works the area's hash chain out again from the rows of the log, and looks for gaps in the versions. */
export async function checkChain(tx: AreaTx): Promise<ChainFindings> {
  const faults: string[] = [];
  let last: { version: number; hash: Buffer | null } = { version: 0, hash: null };
  let [seals, covered, restored] = [0, 0, 0];
  for (;;) {
    const page = await sealsAfter(tx, last.version);
    if (page.length === 0) break;
    const rows = await rowsBetween(tx, last.version + 1, page.at(-1)?.version ?? 0);
    let at = 0;
    for (const seal of page) {
      const from = at;
      while (at < rows.length && (rows[at]?.version ?? 0) <= seal.version) at += 1;
      const sealed = rows.slice(from, at);
      faults.push(...faultsOf(seal, last, sealed));
      covered += sealed.length;
      if (sealed.length === 0) restored += 1;
      last = seal;
    }
    seals += page.length;
  }
  const { version, headHash, rows } = await headOf(tx);
  if (version !== last.version || !(last.hash?.equals(headHash ?? Buffer.alloc(0)) ?? headHash === null)) {
    faults.push('the head is not the last seal');
  }
  if (rows !== covered) faults.push(`${rows} rows, ${covered} of them sealed`);
  return { version, rows, seals, restored, faults };
}

type SealedRow = Pick<
  LogRow,
  'version' | 'commandId' | 'kind' | 'actorId' | 'claimedAt' | 'outcome' | 'sealed'
>;

function faultsOf(
  seal: Seal,
  before: { readonly version: number; readonly hash: Buffer | null },
  rows: readonly SealedRow[],
): string[] {
  const faults: string[] = [];
  if (seal.firstVersion !== before.version + 1) faults.push(`no seal follows version ${before.version}`);
  const gap = rows.findIndex((row, i) => row.version !== before.version + 1 + i);
  const fits = chainHash(before.hash, rows).equals(seal.hash);
  // A restore's own link is over no rows; rows taken out of another's would not leave one that fits.
  const isJump = rows.length === 0 && fits;
  if (!isJump && (gap >= 0 || rows.length !== seal.version - before.version)) {
    faults.push(`a gap after version ${before.version + Math.max(gap, 0)}`);
  }
  if (!fits) faults.push(`seal ${seal.version} does not fit its rows`);
  return faults;
}

async function sealsAfter(tx: AreaTx, version: number): Promise<readonly Seal[]> {
  const { rows } = await sql<Seal>`
    select version, first_version, hash from kernel.log_seal
    where area_id = ${tx.areaId} and version > ${version} order by version limit ${PAGE}`.execute(tx.db);
  return rows;
}

async function rowsBetween(tx: AreaTx, from: number, to: number): Promise<readonly SealedRow[]> {
  const { rows } = await sql<SealedRow>`
    select version, command_id, kind, actor_id, claimed_at, outcome, sealed from kernel.command_log
    where area_id = ${tx.areaId} and version between ${from} and ${to} order by version`.execute(tx.db);
  return rows;
}

async function headOf(
  tx: AreaTx,
): Promise<{ readonly version: number; readonly headHash: Buffer | null; readonly rows: number }> {
  const { rows } = await sql<{ version: number; headHash: Buffer | null; rows: number }>`
    select version, head_hash,
      (select count(*) from kernel.command_log l where l.area_id = a.area_id) as rows
    from kernel.area a where area_id = ${tx.areaId}`.execute(tx.db);
  const head = rows[0];
  if (!head) throw new Error('there is no such area');
  return head;
}
