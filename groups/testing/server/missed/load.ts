import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { selectByKeys, selectRows } from '#kernel/db/select.ts';
import type { Expected } from '../../contract/rows.ts';
import type { TestingCommand } from '../../domain/command.ts';
import { expectedId } from '../../domain/expected-id.ts';
import type { TestingState } from '../../domain/state.ts';
import type { TestingDoors } from '../doors.ts';
import type { Needs } from '../needs.ts';
import { toSample } from '../sample-codes.ts';
import { expectedTable, missedTable, sampleTable, secondCallTable } from '../tables.ts';

/**
 * What tells who is missed, for commands that end a round, take swabs out of tubes or change a list. Scans are not
 * among them: flags of those scanned ride along with what scans ask for anyway (`load-list.ts`).
 */
export async function loadMissed(
  tx: AreaTx,
  doors: TestingDoors,
  state: TestingState,
  needs: Needs,
  commands: readonly TestingCommand[],
): Promise<void> {
  state.secondCalls.load(await selectByKeys(tx, secondCallTable, { id: needs.calls }));
  for (const { kind, body } of commands) {
    if (kind === 'testing.close-round') await loadAwaited(tx, doors, state, body.roundId);
  }
  const touched = touchedPeople(state, needs, commands);
  if (touched.size === 0) return;
  state.missed.load(await selectByKeys(tx, missedTable, { resident_id: touched }));
  const rounds = new Set(commands.map(({ body }) => body.roundId));
  // Nobody is missed in a round that is open, and who has no flag of another cannot lose its clearing.
  const judged = [...touched].filter(
    (id) =>
      state.missed.by('person', id).length > 0 ||
      [...rounds].some((roundId) => state.rounds.get(roundId)?.state === 'closed'),
  );
  if (judged.length === 0) return;
  const places = [...rounds].flatMap((roundId) => judged.map((id) => expectedId(roundId, id)));
  state.expected.load(await selectByKeys(tx, expectedTable, { id: places }));
  await loadSwabs(tx, state, judged);
}

/** Whose swabs may be taken out or named anew, and whose place on a list changes. */
function touchedPeople(state: TestingState, needs: Needs, commands: readonly TestingCommand[]): Set<string> {
  const people = new Set<string>();
  if (needs.touchedSamples.size + needs.tubesWithSamples.size > 0) {
    for (const sample of state.samples.all()) {
      const touched = needs.touchedSamples.has(sample.id) || needs.tubesWithSamples.has(sample.tubeId);
      if (touched && sample.residentId !== null) people.add(sample.residentId);
    }
  }
  for (const { kind, body } of commands) {
    if (kind === 'testing.set-expectation') for (const id of body.residentIds) people.add(id);
    if (kind === 'testing.settle' && body.residentId) people.add(body.residentId);
  }
  for (const { subjects } of state.discrepancies.values()) {
    if (subjects.residentId) people.add(subjects.residentId);
  }
  return people;
}

/** Their standing swabs of all rounds, by their places on the rounds' lists: the one indexed way to them. */
export async function loadSwabs(
  tx: AreaTx,
  state: TestingState,
  residentIds: readonly string[],
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from testing.round where area_id = ${tx.areaId} and opened_at is not null`.execute(tx.db);
  const places = rows.flatMap(({ id }) => residentIds.map((residentId) => expectedId(id, residentId)));
  const found = await selectByKeys(tx, sampleTable, { place_id: places });
  await takeSwabs(
    tx,
    state,
    found.filter(({ voidedAt }) => voidedAt === null).map(({ id }) => id),
  );
}

/**
 * Everybody who is awaited in a round and in none of its tubes, as far as the register still has them, and what they
 * gave elsewhere since its opening. Swabs loaded already do not count here: the batch may take them out before.
 */
async function loadAwaited(
  tx: AreaTx,
  { people }: TestingDoors,
  state: TestingState,
  roundId: string,
): Promise<void> {
  const round = state.rounds.get(roundId);
  if (round?.openedAt == null) return;
  const loaded = [...state.samples.all()].map(({ id }) => id);
  const awaited = await selectRows(
    tx,
    expectedTable,
    sql`round_id = ${roundId} and status = 'expected' and not exists (
      select from testing.swab w where w.area_id = testing.expected.area_id and w.place_id = testing.expected.id
        and w.in_tube and w.id <> all(${loaded}::uuid[]))`,
  );
  const cards = await people.residentsByIds(
    tx,
    awaited.map(({ residentId }) => residentId),
  );
  const known = (row: Expected): boolean => cards.get(row.residentId)?.endedAt === null;
  state.expected.load(awaited.filter((row) => known(row) && !state.expected.get(row.id)));
  await takeSwabs(tx, state, await swabsElsewhere(tx, roundId, round.openedAt));
}

/**
 * Swabs of other rounds taken since. A round that ended before and that nothing reached since holds none, so however
 * many rounds there were, only those beside this one are looked through.
 */
async function swabsElsewhere(tx: AreaTx, roundId: string, openedAt: number): Promise<string[]> {
  const opened = new Date(openedAt);
  const { rows } = await sql<{ id: string }>`
    select s.id from testing.round r
    join testing.sample s on s.area_id = r.area_id and s.round_id = r.id
    where r.area_id = ${tx.areaId} and r.id <> ${roundId}
      and (r.state = 'open' or r.closed_at >= ${opened} or r.revised_at >= ${opened})
      and s.voided_at is null and s.resident_id is not null and s.at >= ${opened}`.execute(tx.db);
  return rows.map(({ id }) => id);
}

/** Of these those in a tube that stands. */
async function takeSwabs(tx: AreaTx, state: TestingState, ids: readonly string[]): Promise<void> {
  const samples = await selectByKeys(tx, sampleTable, { id: ids });
  const { rows } = await sql<{ id: string }>`
    select id from testing.tube where area_id = ${tx.areaId} and voided_at is not null
      and id = any(${[...new Set(samples.map(({ tubeId }) => tubeId))]}::uuid[])`.execute(tx.db);
  const voided = new Set(rows.map(({ id }) => id));
  const standing = samples.filter(({ id, tubeId }) => !voided.has(tubeId) && !state.samples.get(id));
  state.samples.load(standing.map((row) => toSample(tx, row)));
  for (const { roundId } of samples) state.swabRounds.add(roundId);
}
