import pg from 'pg';
import { chainHash, type LogRow } from '#kernel/command/server/log-store.ts';

export interface Chain {
  /** The area's version, which is also how many commands its log must hold. */
  readonly version: number;
  readonly seals: number;
  /** What is wrong: a gap, a seal that does not fit its rows, a head that is not the last seal. */
  readonly faults: readonly string[];
}

interface Seal {
  readonly version: number;
  readonly first_version: number;
  readonly hash: Buffer;
}

/** So many seals' rows are held at a time. */
const PAGE = 100;

/** Works the area's hash chain out again from the rows of the log, and looks for gaps in the versions. */
export async function checkChain(url: string, areaId: string): Promise<Chain> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: seals } = await client.query<Seal>(
      `select version::float8 as version, first_version::float8 as first_version, hash from kernel.log_seal
       where area_id = $1 order by version`,
      [areaId],
    );
    const faults: string[] = [];
    let last: { version: number; hash: Buffer | null } = { version: 0, hash: null };
    for (let from = 0; from < seals.length; from += PAGE) {
      const page = seals.slice(from, from + PAGE);
      const rows = await rowsOf(client, areaId, last.version + 1, page.at(-1)?.version ?? 0);
      let at = 0;
      for (const seal of page) {
        const sealed = rows.slice(at, at + seal.version - last.version);
        at += sealed.length;
        faults.push(...faultsOf(seal, last, sealed));
        last = seal;
      }
    }
    const { rows: heads } = await client.query<{ version: number; head_hash: Buffer; logged: number }>(
      `select version::float8 as version, head_hash,
              (select count(*)::float8 from kernel.command_log l where l.area_id = a.area_id) as logged
       from kernel.area a where area_id = $1`,
      [areaId],
    );
    const head = heads[0];
    if (!head || !last.hash?.equals(head.head_hash)) faults.push('the head is not the last seal');
    if (head?.version !== last.version || head.logged !== last.version) {
      faults.push(`area at ${head?.version}, ${head?.logged} rows, last seal ${last.version}`);
    }
    return { version: last.version, seals: seals.length, faults };
  } finally {
    await client.end();
  }
}

type SealedRow = Parameters<typeof chainHash>[1][number];

function faultsOf(
  seal: Seal,
  before: { readonly version: number; readonly hash: Buffer | null },
  rows: readonly SealedRow[],
): string[] {
  const faults: string[] = [];
  if (seal.first_version !== before.version + 1) faults.push(`no seal follows version ${before.version}`);
  const gap = rows.findIndex((row, i) => row.version !== before.version + 1 + i);
  if (gap >= 0 || rows.length !== seal.version - before.version) {
    faults.push(`a gap after version ${before.version + Math.max(gap, 0)}`);
  }
  if (!chainHash(before.hash, rows).equals(seal.hash))
    faults.push(`seal ${seal.version} does not fit its rows`);
  return faults;
}

async function rowsOf(client: pg.Client, areaId: string, from: number, to: number): Promise<SealedRow[]> {
  const { rows } = await client.query<{
    version: number;
    command_id: string;
    kind: string;
    actor_id: string;
    claimed_at: Date;
    outcome: LogRow['outcome'];
    sealed: Buffer;
  }>(
    `select version::float8 as version, command_id, kind, actor_id, claimed_at, outcome, sealed
     from kernel.command_log where area_id = $1 and version between $2 and $3 order by version`,
    [areaId, from, to],
  );
  return rows.map((row) => ({
    version: row.version,
    commandId: row.command_id,
    kind: row.kind,
    actorId: row.actor_id,
    claimedAt: row.claimed_at.getTime(),
    outcome: row.outcome,
    sealed: row.sealed,
  }));
}
