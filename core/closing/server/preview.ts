import { sql } from 'kysely';
import type * as z from 'zod/mini';
import type { KeptFigures, KeptTable } from '#kernel/closing/declaration.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { PersonalData } from '#kernel/personal-data/declaration.ts';
import type { preview } from '../contract/queries.ts';
import { destroyedKinds } from './kinds.ts';
import { countWaiting, findClosings, findKeyCopies } from './store.ts';

/** What every mounted module declares. */
export interface Declared {
  readonly personalData: readonly PersonalData[];
  readonly kept: readonly KeptTable[];
  readonly keptFigures: readonly KeptFigures[];
}

/** What a closing would destroy and keep, counted in this view of the area. */
export async function previewOf(
  tx: AreaTx,
  { personalData, kept, keptFigures }: Declared,
): Promise<z.output<typeof preview>> {
  const destroys = [];
  for (const { kind, name, count } of destroyedKinds(personalData, kept)) {
    destroys.push({ kind, name, rows: await count(tx) });
  }
  const keeps = [];
  for (const { table, name, because } of kept) {
    const { rows } = await sql<{ rows: number }>`
      select count(*)::int4 as rows from ${sql.table(table)} where area_id = ${tx.areaId}`.execute(tx.db);
    keeps.push({ name, because, rows: rows[0]?.rows ?? 0 });
  }
  for (const { name, because, read } of keptFigures) {
    keeps.push({ name, because, rows: (await read(tx)).length });
  }
  const open = (await findClosings(tx)).find(({ stoppedAt }) => stoppedAt === null);
  return {
    destroys,
    keeps,
    waiting: await countWaiting(tx),
    keyCopies: [...(await findKeyCopies(tx))],
    underWay: open ? { id: open.id, begunAt: open.begunAt } : null,
  };
}
