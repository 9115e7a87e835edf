import { sql } from 'kysely';
import type { Reaction } from '#kernel/command/module.ts';

/** Two entries were one person: what one of them passed and read is the other's. */
export const moveLearningOfMerged: Reaction = {
  event: 'accounts.member-merged',
  async handle(tx, events) {
    for (const { data, stamp } of events) {
      if (!isMerged(data)) continue;
      for (const table of ['conduct.attempt', 'conduct.acknowledgement']) {
        await sql`
          update ${sql.table(table)} set member_id = ${data.keptId}, version = ${stamp.version}
          where area_id = ${tx.areaId} and member_id = ${data.memberId}`.execute(tx.db);
      }
    }
  },
};

const isMerged = (data: unknown): data is { readonly memberId: string; readonly keptId: string } =>
  typeof data === 'object' &&
  data !== null &&
  'memberId' in data &&
  typeof data.memberId === 'string' &&
  'keptId' in data &&
  typeof data.keptId === 'string';
