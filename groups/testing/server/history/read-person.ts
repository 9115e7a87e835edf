import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { PersonHistory, PersonTest } from '../../contract/history-queries.ts';
import { expectedId } from '../../domain/expected-id.ts';
import type { TestingDoors } from '../doors.ts';
import { missedOf } from '../missed/of-person.ts';
import { placeOf } from '../place.ts';
import { type BareChange, changesOf } from './changes.ts';
import { laneName, nameBook } from './names.ts';
import { toldChange } from './read-tube.ts';
import { findListed, findOpenedRounds, findTests, type TestedRow } from './store-person.ts';

/**
 * Every round of one person: awaited or not, which tube, which place in it, and the result for those who may see it.
 * Found under the id that stands and under those merged into it.
 */
export async function readPerson(
  tx: AreaTx,
  doors: TestingDoors,
  asked: { readonly residentId: string; readonly maySeeResult: boolean },
): Promise<PersonHistory> {
  const { people } = doors;
  const standing =
    (await people.standingIds(tx, [asked.residentId])).get(asked.residentId) ?? asked.residentId;
  const ids = [standing, ...((await people.mergedIds(tx, [standing])).get(standing) ?? [])];
  const rounds = await findOpenedRounds(tx);
  const places = rounds.flatMap(({ id }) => ids.map((residentId) => expectedId(id, residentId)));
  const listed = new Map((await findListed(tx, places)).map((row) => [row.roundId, row]));
  const tests = await findTests(tx, places);
  const changes = await changesOf(
    tx,
    tests.map(({ sampleId: id, version, withdrawn }) => ({ id, version, withdrawn })),
  );
  const say = await nameBook(tx, doors, [
    ...tests.map(({ by }) => by),
    ...[...changes.values()].map(({ by }) => by),
  ]);
  const missed = await missedOf(tx, doors, ids);
  const card = (await people.residentsByIds(tx, [standing])).get(standing);
  return {
    residentId: standing,
    name: card?.nameMask ?? null,
    place: card ? placeOf(card) : null,
    maySeeResult: asked.maySeeResult,
    rounds: rounds.map(({ id, name, openedAt, state }) => ({
      roundId: id,
      round: name,
      openedAt,
      state,
      expected: listed.get(id)?.status ?? null,
      reason: listed.get(id)?.reason ?? null,
      tests: tests
        .filter(({ roundId }) => roundId === id)
        .map((row) => testOf(row, changes, say, asked.maySeeResult)),
      missed: missed.flags.get(id) ?? null,
      calls: missed.calls.get(id) ?? [],
    })),
  };
}

function testOf(
  row: TestedRow,
  changes: ReadonlyMap<string, BareChange>,
  say: Awaited<ReturnType<typeof nameBook>>,
  maySeeResult: boolean,
): PersonTest {
  const { sampleId, tubeCode, inTube, single, at, method, withdrawn } = row;
  return {
    sampleId,
    tubeCode,
    position: withdrawn ? null : row.position,
    inTube,
    single,
    at,
    lane: laneName(row),
    byName: say(row.by),
    method,
    withdrawn,
    change: toldChange(changes.get(sampleId), say),
    outcome: maySeeResult ? row.outcome : null,
    reportedAt: maySeeResult ? row.reportedAt : null,
    earlier: maySeeResult ? [...row.earlier] : [],
  };
}
