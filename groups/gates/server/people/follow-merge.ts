import { sql } from 'kysely';
import type { MergedEvent, UnmergedEvent } from '#core/people/contract.ts';
import type { Reaction, StampedEvent } from '#kernel/command/module.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { GatesDoors } from '../doors.ts';
import { seeAnew } from './see-anew.ts';

type Stamped<E> = StampedEvent & E;

/**
 * Two residents were one: passages, outings and where somebody was seen last follow the entry that stands. What counted
 * for the merged entry's household counts for the kept one's. Taken back, everything returns.
 */
export const mergeReactions = ({ people }: Pick<GatesDoors, 'people'>): readonly Reaction[] => [
  {
    event: 'people.merged',
    async handle(tx, events) {
      for (const { data, stamp } of events as readonly Stamped<MergedEvent>[]) {
        const { keptId, mergedId } = data;
        const home = (await people.householdsOf(tx, [keptId])).get(keptId);
        if (home === undefined) continue;
        await follow(tx, { mergeId: stamp.commandId, keptId, mergedId, home, version: stamp.version });
        await seeAnew(tx, [keptId, mergedId], stamp.version);
      }
    },
  },
  {
    event: 'people.unmerged',
    async handle(tx, events) {
      for (const { data, stamp } of events as readonly Stamped<UnmergedEvent>[]) {
        await goBack(tx, data.mergeId, data.mergedId, stamp.version);
        await seeAnew(tx, [data.keptId, data.mergedId], stamp.version);
      }
    },
  },
];

async function follow(
  tx: AreaTx,
  merge: {
    readonly mergeId: string;
    readonly keptId: string;
    readonly mergedId: string;
    readonly home: string;
    readonly version: number;
  },
): Promise<void> {
  const { mergeId, keptId, mergedId, home, version } = merge;
  await sql`
    insert into gates.followed (area_id, merge_id, passage_id, version, household_before)
    select area_id, ${mergeId}::uuid, id, ${version}, household_id from gates.passage
    where area_id = ${tx.areaId} and resident_id = ${mergedId}`.execute(tx.db);
  await sql`
    update gates.passage set resident_id = ${keptId}, version = ${version},
      household_id = case when household_id is null then null else ${home}::uuid end
    where area_id = ${tx.areaId} and resident_id = ${mergedId}`.execute(tx.db);
}

async function goBack(tx: AreaTx, mergeId: string, mergedId: string, version: number): Promise<void> {
  await sql`
    update gates.passage p set resident_id = ${mergedId}, household_id = f.household_before, version = ${version}
    from gates.followed f
    where p.area_id = ${tx.areaId} and f.area_id = p.area_id and f.merge_id = ${mergeId}
      and f.passage_id = p.id`.execute(tx.db);
  await sql`delete from gates.followed where area_id = ${tx.areaId} and merge_id = ${mergeId}`.execute(tx.db);
}
