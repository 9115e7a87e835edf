import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { selectRows } from '#kernel/db/select.ts';
import { loadSettings } from '#kernel/settings/server/store.ts';
import { type BoxContent, type Ledger, ledgerOf } from '../../domain/transport/ledger.ts';
import { boxTable, countTable, sideTable } from '../tables.ts';
import { toCount, toSide } from './sealed.ts';

/** A round's boxes by the rules of `domain/transport`, counted in the database. @param now epoch ms */
export async function readLedger(tx: AreaTx, roundId: string, now: number): Promise<Ledger> {
  const ofRound = sql`round_id = ${roundId}`;
  const boxes = await selectRows(tx, boxTable, ofRound);
  const contents = await readContents(tx, roundId);
  const counts = (await selectRows(tx, countTable, ofRound)).map((row) => toCount(tx, row));
  const sides = (await selectRows(tx, sideTable, ofRound)).map((row) => toSide(tx, row));
  return ledgerOf({ boxes, contents, counts, sides, settings: await loadSettings(tx) }, now);
}

/** By box id; the mirror of `boxContents`. */
async function readContents(tx: AreaTx, roundId: string): Promise<Map<string, BoxContent>> {
  const { rows } = await sql<BoxContent & { readonly boxId: string }>`
    select p.box_id, count(distinct p.code)::int4 as tubes, coalesce(sum(t.count), 0)::int4 as people,
      min(coalesce(t.opened_at, p.at)) as first_at
    from testing.packing p
    left join testing.tube t on t.area_id = p.area_id and t.id = p.tube_id
    where p.area_id = ${tx.areaId} and p.round_id = ${roundId} and p.voided_at is null
    group by p.box_id`.execute(tx.db);
  return new Map(rows.map(({ boxId, ...content }) => [boxId, content]));
}
