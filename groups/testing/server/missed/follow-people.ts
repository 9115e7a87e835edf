import { sql } from 'kysely';
import type { Reaction, Stamp, StampedEvent } from '#kernel/command/module.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { selectByKeys, selectRows } from '#kernel/db/select.ts';
import { upsertRows } from '#kernel/db/upsert.ts';
import type { Missed } from '../../contract/missed-rows.ts';
import { evolve } from '../../domain/evolve.ts';
import { expectedId } from '../../domain/expected-id.ts';
import { eventsOf } from '../../domain/missed/follow.ts';
import { judge } from '../../domain/missed/judge.ts';
import { createTestingState, type TestingState } from '../../domain/state.ts';
import type { TestingDoors } from '../doors.ts';
import { expectedTable, missedTable, roundTable } from '../tables.ts';
import { loadSwabs } from './load.ts';

const NAMED = ['residentId', 'keptId', 'mergedId'] as const;

/** Whoever leaves the register, comes back to it or turns out to be somebody else is judged anew. */
export const missedReactions = (doors: TestingDoors): readonly Reaction[] =>
  ['people.resident-ended', 'people.resident-restored', 'people.merged', 'people.unmerged'].map((event) => ({
    event,
    async handle(tx, events) {
      const last = events.at(-1);
      if (last) await judgeAnew(tx, doors, peopleOf(events), last.stamp);
    },
  }));

function peopleOf(events: readonly StampedEvent[]): string[] {
  const named = events.flatMap(({ data }) => {
    const ids = data as Readonly<Record<string, unknown>>;
    return NAMED.flatMap((key) => (typeof ids[key] === 'string' ? [ids[key]] : []));
  });
  return [...new Set(named)];
}

async function judgeAnew(
  tx: AreaTx,
  { people }: TestingDoors,
  residentIds: readonly string[],
  stamp: Stamp,
): Promise<void> {
  const state = createTestingState();
  state.rounds.load(await selectRows(tx, roundTable, sql`state = 'closed'`));
  const rounds = [...state.rounds.all()].map(({ id }) => id);
  if (rounds.length === 0) return;
  const places = rounds.flatMap((roundId) => residentIds.map((id) => expectedId(roundId, id)));
  state.expected.load(await selectByKeys(tx, expectedTable, { id: places }));
  await loadSwabs(tx, state, residentIds);
  const flags = await selectByKeys(tx, missedTable, { resident_id: residentIds });
  await dropUnlisted(tx, state, flags);
  const cards = await people.residentsByIds(tx, residentIds);
  const stays = (id: string): boolean => cards.get(id)?.endedAt === null;
  for (const flag of state.missed.all()) {
    if (!stays(flag.residentId)) leave(state, flag, stamp);
    else if (flag.clearedBy === 'left') state.missed.put({ ...flag, ...OPEN, version: stamp.version });
  }
  const gone = new Set(
    flags.flatMap(({ sampleId }) => sampleId ?? []).filter((id) => !state.samples.get(id)),
  );
  for (const residentId of residentIds.filter(stays)) {
    for (const roundId of rounds) {
      const swabs = { gained: [], lost: gone };
      const changes = judge(state, residentId, { roundId, closed: true, status: null, swabs });
      for (const event of eventsOf(changes)) evolve(state, event, stamp);
    }
  }
  await upsertRows(tx, missedTable, state.missed.changed());
}

const OPEN = { clearedAt: null, clearedBy: null, sampleId: null } as const;

function leave(state: TestingState, flag: Missed, { at, version }: Stamp): void {
  if (flag.clearedBy !== null) return;
  state.missed.put({ ...flag, clearedAt: at, clearedBy: 'left', version });
}

/** Places on lists went with the swabs to the other entry; a flag without one speaks of nobody awaited. */
async function dropUnlisted(tx: AreaTx, state: TestingState, flags: readonly Missed[]): Promise<void> {
  const listed = flags.filter(({ id }) => state.expected.get(id));
  state.missed.load(listed);
  const ids = flags.filter(({ id }) => !state.expected.get(id)).map(({ id }) => id);
  if (ids.length === 0) return;
  await sql`delete from testing.missed
    where area_id = ${tx.areaId} and id = any(${ids}::uuid[])`.execute(tx.db);
}
