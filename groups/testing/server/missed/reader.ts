import { sql } from 'kysely';
import { lookUp } from '#kernel/db/select.ts';
import type { MissedReader } from '../../contract/missed-reader.ts';
import { missedTable } from '../tables.ts';

interface Row {
  readonly residentId: string;
  readonly since: number;
  readonly roundIds: readonly string[];
}

export const missedReader: MissedReader = {
  async missedNow(tx, residentIds) {
    if (residentIds.length === 0) return new Map();
    const columns = sql`resident_id, round_id, since, cleared_at`;
    const { rows } = await sql<Row>`
      select m.resident_id, min(m.since) as since, array_agg(m.round_id order by m.since) as round_ids
      from (${lookUp(tx, missedTable, 'resident_id', residentIds, columns)}) as m
      where m.cleared_at is null group by m.resident_id`.execute(tx.db);
    return new Map(rows.map(({ residentId, since, roundIds }) => [residentId, { since, roundIds }]));
  },
};
