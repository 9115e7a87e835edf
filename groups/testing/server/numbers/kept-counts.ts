import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { arrayParam } from '#kernel/db/array-param.ts';

/** Rounds of a hundred days, for a handful of areas. */
const MOST = 1_000;

/**
 * What was counted of a round, kept in this process as long as the rows it was counted from are the same. Rows of a round
 * are never deleted and carry the version of the command that changed them last, so the latest version tells.
 */
export class KeptCounts<Counts> {
  private readonly kept = new Map<string, { readonly version: number; readonly counts: Counts }>();

  /** @param version of the round's rows, by `versionsOf` in the same view */
  async of(tx: AreaTx, roundId: string, version: number, count: () => Promise<Counts>): Promise<Counts> {
    const key = `${tx.areaId}/${roundId}`;
    const known = this.kept.get(key);
    if (known?.version === version) return known.counts;
    const counts = await count();
    if (this.kept.size >= MOST) this.kept.clear();
    this.kept.set(key, { version, counts });
    return counts;
  }
}

/** The latest version among the rows that each round's figures are counted from. */
export async function versionsOf(
  tx: AreaTx,
  roundIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const latest = (table: string) => sql`coalesce((select max(version) from ${sql.table(table)} t
    where t.area_id = ${tx.areaId} and t.round_id = r.id), 0)`;
  const { rows } = await sql<{ id: string; version: number }>`
    select r.id, greatest(${latest('testing.sample')}, ${latest('testing.expected')}, ${latest('testing.tube')},
      ${latest('testing.result')}) as version
    from unnest(${arrayParam('uuid', roundIds)}::uuid[]) as r (id)`.execute(tx.db);
  return new Map(rows.map(({ id, version }) => [id, version]));
}
