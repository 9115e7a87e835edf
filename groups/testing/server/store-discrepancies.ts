import { sql } from 'kysely';
import type { Discrepancy } from '#kernel/command/server/discrepancy-store.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';

const OF_ROUND = (tx: AreaTx, roundId: string) =>
  sql`area_id = ${tx.areaId} and starts_with(code, 'testing.') and subjects->>'roundId' = ${roundId}`;

export async function countDiscrepancies(
  tx: AreaTx,
  roundId: string,
): Promise<{ readonly open: number; readonly settled: number }> {
  const { rows } = await sql<{ open: number; settled: number }>`
    select (count(*) filter (where settled_at is null))::int4 as open,
      (count(*) filter (where settled_at is not null))::int4 as settled
    from kernel.discrepancy where ${OF_ROUND(tx, roundId)}`.execute(tx.db);
  return rows[0] ?? { open: 0, settled: 0 };
}

/** Latest first. */
export async function findRoundDiscrepancies(
  tx: AreaTx,
  roundId: string,
  open: boolean,
  limit: number,
): Promise<readonly Discrepancy[]> {
  const { rows } = await sql<Discrepancy>`
    select id, version, command_id, code, problem, subjects, raised_at, settled_at, settled_by, resolution, note
    from kernel.discrepancy where ${OF_ROUND(tx, roundId)} and (settled_at is null) = ${open}
    order by raised_at desc, id limit ${limit}`.execute(tx.db);
  return rows;
}

/** Those that name any of these rows, oldest first. */
export async function findDiscrepanciesAbout(
  tx: AreaTx,
  roundId: string,
  ids: readonly string[],
): Promise<readonly Discrepancy[]> {
  if (ids.length === 0) return [];
  const named = ['sampleId', 'otherSampleId', 'tubeId', 'otherTubeId'].map(
    (subject) => sql`subjects->>${subject} = any(${ids}::text[])`,
  );
  const { rows } = await sql<Discrepancy>`
    select id, version, command_id, code, problem, subjects, raised_at, settled_at, settled_by, resolution, note
    from kernel.discrepancy where ${OF_ROUND(tx, roundId)} and (${sql.join(named, sql` or `)})
    order by raised_at, id`.execute(tx.db);
  return rows;
}
