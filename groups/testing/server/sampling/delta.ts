import type { RawBuilder } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { selectRows } from '#kernel/db/select.ts';
import type { CollectionDelta, PulledRow } from '#kernel/sync/protocol.ts';
import { COLLECTIONS } from '../../contract/sync.ts';
import { carerTable, correctionTable, refusalTable, spoilageTable, toRefusal } from './tables.ts';

/** What was written about somebody stays where it may be looked up; a phone needs the reason alone. */
const only = (rows: readonly object[]): CollectionDelta => ({
  rows: rows.map((row) =>
    'note' in row ? { ...row, note: '' } : row,
  ) as readonly object[] as readonly PulledRow[],
  gone: [],
});

export async function samplingDelta(
  tx: AreaTx,
  changed: RawBuilder<unknown>,
): Promise<Readonly<Record<string, CollectionDelta>>> {
  return {
    [COLLECTIONS.refusal]: only((await selectRows(tx, refusalTable, changed)).map(toRefusal)),
    [COLLECTIONS.carer]: only(await selectRows(tx, carerTable, changed)),
    [COLLECTIONS.spoilage]: only(await selectRows(tx, spoilageTable, changed)),
    [COLLECTIONS.correction]: only(await selectRows(tx, correctionTable, changed)),
  };
}
