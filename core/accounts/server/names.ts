import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { isUuid } from '#kernel/time-id/uuid.ts';

/** Names of people at work, also of those who left, for saying who did something; handed to other modules. */
export const memberNames = {
  /** Unknown ids and system actors are left out. */
  async names(tx: AreaTx, memberIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const ids = [...new Set(memberIds)].filter(isUuid);
    if (ids.length === 0) return new Map();
    const { rows } = await sql<{ id: string; name: string }>`
      select id, name from accounts.member
      where area_id = ${tx.areaId} and id = any(${ids}::uuid[])`.execute(tx.db);
    return new Map(rows.map(({ id, name }) => [id, name]));
  },
};
