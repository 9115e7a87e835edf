import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { loadSettings } from '#kernel/settings/server/store.ts';
import { type SettingDefinition, settingAt } from '#kernel/settings/setting.ts';
import type { RehearsalBasis } from '../contract/rehearsal-queries.ts';
import type { Round } from '../contract/rows.ts';
import { settings } from '../contract/settings.ts';
import type { TestingDoors } from './doors.ts';
import { getScope, peopleScope } from './plan/scope.ts';
import { getRound, lanesOf } from './store-rounds.ts';

/** What a rehearsal of a round begins with: who would come, the plan's lanes, what earlier rounds took. */
export async function readRehearsal(
  tx: AreaTx,
  doors: TestingDoors,
  roundId: string,
  now: number,
): Promise<RehearsalBasis> {
  const round = await getRound(tx, roundId);
  const lanes = (await lanesOf(tx, roundId)).filter((lane) => lane.removedAt === null).length;
  const values = await loadSettings(tx);
  const of = (setting: SettingDefinition) => settingAt(setting, values, now).value;
  const { seconds, rounds } = await measured(tx, roundId);
  return {
    round: { id: round.id, name: round.name },
    people: await countPeople(tx, doors, round, now),
    lanes,
    ratio: round.mode === 'single' ? 1 : round.poolRatio,
    measured: [...seconds],
    measuredRounds: rounds,
    personSeconds: of(settings.personSeconds),
    tubeChangeSeconds: of(settings.tubeChangeSeconds),
    batch: of(settings.callUpBatch),
    waitMinutes: of(settings.waitMinutes),
    planned: await plannedSlots(tx, roundId),
  };
}

/** Called ones too: the whole day is rehearsed. */
async function plannedSlots(tx: AreaTx, roundId: string): Promise<RehearsalBasis['planned']> {
  const { rows } = await sql<RehearsalBasis['planned'][number]>`
    select starts_at, ends_at, people from testing.slot
    where area_id = ${tx.areaId} and round_id = ${roundId} and ended_at is null and people > 0
    order by starts_at, id`.execute(tx.db);
  return rows;
}

async function countPeople(tx: AreaTx, doors: TestingDoors, round: Round, now: number): Promise<number> {
  if (round.state === 'draft') {
    const scope = await peopleScope(tx, doors, await getScope(tx, round), now);
    const counts = await doors.people.countsByBuilding(tx, scope);
    return [...counts.values()].reduce((sum, { present }) => sum + present, 0);
  }
  const { rows } = await sql<{ people: number }>`
    select count(*)::int4 as people from testing.expected
    where area_id = ${tx.areaId} and round_id = ${round.id} and status = 'expected'`.execute(tx.db);
  return rows[0]?.people ?? 0;
}

/** So many values stand for all. */
const VALUES = 400;
/** Below, one finger scanned twice; above, nobody was waiting, so the time says nothing of the service. */
const [LEAST, MOST] = [4, 120];

/** Time from one swab to the next at the same lane into the same tube, in the latest three closed rounds. */
async function measured(
  tx: AreaTx,
  roundId: string,
): Promise<{ readonly seconds: readonly number[]; readonly rounds: number }> {
  const { rows } = await sql<{ seconds: number; rounds: number }>`
    with latest as (
      select id from testing.round
      where area_id = ${tx.areaId} and state = 'closed' and id <> ${roundId}
      order by closed_at desc limit 3
    ), gap as (
      select s.round_id, extract(epoch from s.at - lag(s.at) over (
        partition by s.lane_id, s.tube_id order by s.at, s.id))::float8 as seconds
      from testing.sample s join latest on latest.id = s.round_id
      where s.area_id = ${tx.areaId} and s.voided_at is null and s.method <> 'paper'
    ), ranked as (
      select seconds, round_id, ntile(${VALUES}) over (order by seconds) as part
      from gap where seconds between ${LEAST} and ${MOST}
    )
    select percentile_cont(0.5) within group (order by seconds) as seconds,
      (select count(distinct round_id)::int4 from ranked) as rounds
    from ranked group by part order by 1`.execute(tx.db);
  return { seconds: rows.map((row) => row.seconds), rounds: rows[0]?.rounds ?? 0 };
}
