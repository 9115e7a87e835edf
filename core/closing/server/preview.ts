import type * as z from 'zod/mini';
import type { KeptFigures, KeptTable } from '#kernel/closing/declaration.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { countSome } from '#kernel/personal-data/count.ts';
import type { PersonalData } from '#kernel/personal-data/declaration.ts';
import { rowsOf } from '#kernel/personal-data/rows.ts';
import type { preview } from '../contract/queries.ts';
import { destroyedKinds } from './kinds.ts';
import { countWaiting, findClosings, findKeyCopies } from './store.ts';

/** What every mounted module declares. */
export interface Declared {
  readonly personalData: readonly PersonalData[];
  readonly kept: readonly KeptTable[];
  readonly keptFigures: readonly KeptFigures[];
}

/** What a closing would destroy and keep; the certificate counts each row. */
export async function previewOf(
  tx: AreaTx,
  { personalData, kept, keptFigures }: Declared,
): Promise<z.output<typeof preview>> {
  const destroys = [];
  for (const { kind, name, rows } of destroyedKinds(personalData, kept)) {
    destroys.push({ kind, name, ...(await countSome(tx, rows)) });
  }
  const keeps = [];
  for (const { table, name, because } of kept) {
    keeps.push({ name, because, ...(await countSome(tx, [rowsOf(table)])) });
  }
  // Figures are worked out when the order is carried out: they go through everything there is.
  for (const { name, because } of keptFigures) keeps.push({ name, because, rows: null, more: false });
  const open = (await findClosings(tx)).find(({ stoppedAt }) => stoppedAt === null);
  return {
    destroys,
    keeps,
    waiting: await countWaiting(tx),
    keyCopies: [...(await findKeyCopies(tx))],
    underWay: open ? { id: open.id, begunAt: open.begunAt } : null,
  };
}
