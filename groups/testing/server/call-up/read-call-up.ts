import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { selectRows } from '#kernel/db/select.ts';
import { loadSettings } from '#kernel/settings/server/store.ts';
import { settingAt } from '#kernel/settings/setting.ts';
import type { CallUpBasis, CallUpDoor, CallUpSlot, CallUpView } from '../../contract/call-up-queries.ts';
import type { DoorStop, Slot } from '../../contract/call-up-rows.ts';
import type { Round } from '../../contract/rows.ts';
import { settings } from '../../contract/settings.ts';
import { elderRule } from '../../domain/call-up/decide-plan.ts';
import { householdsOf } from '../../domain/call-up/household.ts';
import { byStart } from '../../domain/call-up/slot-state.ts';
import type { TestingDoors } from '../doors.ts';
import { readRehearsal } from '../read-rehearsal.ts';
import { getRound, lanesOf, sitesOf } from '../store-rounds.ts';
import { callUpTable, doorTable, slotTable } from '../tables.ts';
import { callUpPeople, expectedIds, sampledPeople } from './people.ts';

/** The call-up as it stands: who was called, who has come, who has no place in it. */
export async function readCallUp(
  tx: AreaTx,
  doors: TestingDoors,
  roundId: string,
  now: number,
): Promise<CallUpView> {
  const round = await getRound(tx, roundId);
  const [plan] = await selectRows(tx, callUpTable, sql`id = ${roundId}`);
  const slots = await slotsOf(tx, roundId, sql`ended_as is distinct from 'replaced'`);
  const stops = await doorsOf(tx, roundId);
  const people = await peopleByHousehold(tx, doors, round);
  const placed = new Set([
    ...slots.flatMap(({ householdIds }) => householdIds),
    ...stops.map(({ householdId }) => householdId),
  ]);
  const left = [...people].filter(([id, { awaited, came }]) => !placed.has(id) && came < awaited);
  return {
    round: { id: round.id, name: round.name, state: round.state },
    sites: await sitesAtWork(tx, roundId),
    plan: plan
      ? {
          choices: { ...plan.choices, buildings: plan.choices.buildings.map((one) => ({ ...one })) },
          plannedAt: plan.plannedAt,
        }
      : null,
    slots: slots.map((slot) => slotView(slot, people)),
    doors: stops.map((stop) => doorView(stop, people)),
    unplaced:
      plan && left.length > 0 ? await households(tx, doors, round, now, new Set(left.map(([id]) => id))) : [],
    basis: await readRehearsal(tx, doors, roundId, now),
  };
}

/** What a plan of this round is made from. */
export async function readCallUpBasis(
  tx: AreaTx,
  doors: TestingDoors,
  roundId: string,
  now: number,
): Promise<CallUpBasis> {
  const values = await loadSettings(tx);
  return {
    households: await households(tx, doors, await getRound(tx, roundId), now, null),
    lift: settingAt(settings.liftFloors, values, now).value,
    batch: settingAt(settings.callUpBatch, values, now).value,
    slack: settingAt(settings.slotSlack, values, now).value,
  };
}

async function households(
  tx: AreaTx,
  doors: TestingDoors,
  round: Round,
  now: number,
  only: ReadonlySet<string> | null,
): Promise<CallUpBasis['households']> {
  const people = (await callUpPeople(tx, doors, round, now)).filter(
    ({ sampled, householdId }) => !sampled && (only === null || only.has(householdId)),
  );
  return householdsOf(people, elderRule(await loadSettings(tx), now));
}

/** In calling order. */
export async function slotsOf(
  tx: AreaTx,
  roundId: string,
  which: Parameters<typeof selectRows>[2],
): Promise<Slot[]> {
  return (await selectRows(tx, slotTable, sql`round_id = ${roundId} and ${which}`)).sort(byStart);
}

const doorsOf = (tx: AreaTx, roundId: string): Promise<DoorStop[]> =>
  selectRows(tx, doorTable, sql`round_id = ${roundId} and ended_at is null order by team, sort, id`);

async function sitesAtWork(tx: AreaTx, roundId: string): Promise<CallUpView['sites']> {
  const lanes = (await lanesOf(tx, roundId)).filter(({ removedAt }) => removedAt === null);
  return (await sitesOf(tx, roundId))
    .filter(({ removedAt }) => removedAt === null)
    .map(({ id, name }) => ({ siteId: id, name, lanes: lanes.filter(({ siteId }) => siteId === id).length }))
    .filter(({ lanes }) => lanes > 0);
}

type ByHousehold = ReadonlyMap<string, { readonly awaited: number; readonly came: number }>;

/** Of an open round; before the opening nobody is counted. */
async function peopleByHousehold(tx: AreaTx, { people }: TestingDoors, round: Round): Promise<ByHousehold> {
  const ids = await expectedIds(tx, round.id);
  const sampled = await sampledPeople(tx, round.id);
  const homes = await people.householdsOf(tx, ids);
  const counts = new Map<string, { awaited: number; came: number }>();
  for (const [residentId, householdId] of homes) {
    const count = counts.get(householdId) ?? { awaited: 0, came: 0 };
    count.awaited += 1;
    if (sampled.has(residentId)) count.came += 1;
    counts.set(householdId, count);
  }
  return counts;
}

function slotView(slot: Slot, people: ByHousehold): CallUpSlot {
  const { householdIds, roundId: _, version: __, calledBy: ___, endedAs: ____, parts, ...rest } = slot;
  const counts = householdIds.flatMap((id) => people.get(id) ?? []);
  return {
    ...rest,
    parts: parts.map((one) => ({ ...one, floors: [...one.floors] })),
    awaited: counts.reduce((sum, { awaited }) => sum + awaited, 0),
    came: counts.reduce((sum, { came }) => sum + came, 0),
  };
}

function doorView(stop: DoorStop, people: ByHousehold): CallUpDoor {
  const { id, buildingId, place, reason, team, sort, visit, visitedAt } = stop;
  const came = people.get(stop.householdId)?.came ?? 0;
  return { id, buildingId, ...place, reason, people: stop.people, came, team, sort, visit, visitedAt };
}
