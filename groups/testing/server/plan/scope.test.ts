import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestingBodies } from '../../contract/commands.ts';
import { TestingWorld } from '../../testing/world.ts';
import { getRound } from '../store-rounds.ts';
import { peopleOfRound } from './scope.ts';

let t: TestingWorld;
/** At 3号, behind its second entrance. */
let entranceId: string;
let behind: string;

beforeAll(async () => {
  // Even numbers live at 3号, odd ones at 5号, none behind an entrance.
  t = await TestingWorld.open({ people: 6 });
  const [building3 = ''] = t.buildings;
  entranceId = t.newId();
  await desk('places.add-entrance', { entranceId, buildingId: building3, label: '2单元' });
  behind = await resident(building3, '901', entranceId);
});
afterAll(() => t.close());

async function desk(kind: string, body: object): Promise<void> {
  t.world.clock.advance(1);
  const answer = await t.desk(kind, body);
  if (answer.outcome !== 'done') throw new Error(`${kind}: ${answer.problems[0]?.code ?? ''}`);
}

async function resident(buildingId: string, room: string, entrance: string | null): Promise<string> {
  const [dwellingId, householdId, residentId] = [t.newId(), t.newId(), t.newId()];
  await desk('places.add-dwelling', { dwellingId, buildingId, entranceId: entrance, room, floor: 9 });
  await desk('people.add-resident', { residentId, householdId, dwellingId, set: { name: '李芳' } });
  return residentId;
}

const declare = (placeKind: string, placeId: string, status: string) =>
  desk('zones.set-status', {
    statusId: t.newId(),
    placeKind,
    placeId,
    status,
    from: t.world.clock.now(),
    until: null,
    reason: '密接',
    source: '街道通知',
  });

type GivenScope = TestingBodies['testing.create-round']['scope'];
const nothing = { compoundIds: [], buildingIds: [] };

/** A new draft of that scope. */
async function draft(scope: Partial<GivenScope>): Promise<string> {
  t.renewRound();
  t.round = { ...t.round, scope: { ...nothing, ...scope } };
  const answer = await t.send('testing.create-round', t.round);
  if (answer.outcome !== 'done') throw new Error(answer.problems[0]?.code);
  return t.roundId;
}

const whom = async (roundId: string) => {
  const cards = await t.world.read(async (tx) =>
    peopleOfRound(tx, t.doors, await getRound(tx, roundId), t.world.clock.now()),
  );
  return cards.map((card) => card.id);
};
const at = (building: number) => t.people.filter((_, i) => i % 2 === building);
const sorted = (ids: readonly string[]) => [...ids].sort();

describe('whom a round is for', () => {
  it('is everybody behind a chosen entrance', async () => {
    expect(await whom(await draft({ entranceIds: [entranceId] }))).toEqual([behind]);
  });

  it('is everybody where a zone status holds, the nearest place deciding', async () => {
    const [building3 = ''] = t.buildings;
    await declare('building', building3, 'control');
    await declare('entrance', entranceId, 'lockdown');
    expect(sorted(await whom(await draft({ zones: ['control'] })))).toEqual(sorted(at(0)));
    expect(await whom(await draft({ zones: ['lockdown'] }))).toEqual([behind]);
    expect(sorted(await whom(await draft({ zones: ['normal'] })))).toEqual(sorted(at(1)));
  });

  it('is whoever is named, wherever they live', async () => {
    expect(await whom(await draft({ residentIds: [t.person(1), behind] }))).toEqual([behind, t.person(1)]);
  });

  it('is each person once, by however many parts', async () => {
    const [building3 = ''] = t.buildings;
    const scope = {
      buildingIds: [building3],
      entranceIds: [entranceId],
      zones: ['lockdown', 'control'] as const,
      residentIds: [t.person(0), t.person(1)],
    };
    const roundId = await draft({ ...scope, zones: [...scope.zones] });
    expect(sorted(await whom(roundId))).toEqual(sorted([...at(0), behind, t.person(1)]));
    await t.send('testing.open-round', { roundId });
    const { rows } = await t.world.read((tx) =>
      sql<{ listed: number }>`select count(*)::int4 as listed from testing.expected
        where area_id = ${tx.areaId} and round_id = ${roundId}`.execute(tx.db),
    );
    expect(rows).toEqual([{ listed: 5 }]);
    const { round, scope: read } = await t.ask((c) => c.plan({ roundId }));
    expect(round.state).toBe('open');
    expect(read).toEqual({ compoundIds: [], ...scope });
  });

  it('stays what it is when a change says nothing of it, and is replaced whole when it does', async () => {
    const roundId = await draft({ residentIds: [t.person(3)] });
    await t.send('testing.change-round', { roundId, name: '复核' });
    expect(await whom(roundId)).toEqual([t.person(3)]);
    await t.send('testing.change-round', { roundId, scope: { ...nothing, entranceIds: [entranceId] } });
    expect(await whom(roundId)).toEqual([behind]);
  });

  it('follows a person who was merged into another entry', async () => {
    const [building3 = ''] = t.buildings;
    const twin = await resident(building3, '902', null);
    const roundId = await draft({ residentIds: [twin] });
    await desk('people.merge-residents', { keptId: t.person(2), mergedId: twin, take: [], reason: '同一人' });
    expect(await whom(roundId)).toEqual([t.person(2)]);
  });

  it('is nobody when nothing is chosen, and then it does not open', async () => {
    const roundId = await draft({});
    expect(await whom(roundId)).toEqual([]);
    const answer = await t.send('testing.open-round', { roundId });
    expect(answer.problems.map((p) => p.code)).toEqual(['testing.nobody-in-scope']);
  });

  it('is asked for with cards and paper lists as well', async () => {
    const roundId = await draft({ zones: ['lockdown'] });
    const { people: cards } = await t.ask((c) => c.cards({ roundId }));
    expect(cards.map((card) => card.residentId)).toEqual([behind]);
    const { people: paper } = await t.ask((c) => c.paper({ roundId }));
    expect(paper.map((person) => person.id)).toEqual([behind]);
    expect((await t.ask((c) => c.rehearsal({ roundId }))).people).toBe(1);
    expect(await t.ask((c) => c.plan({ roundId }))).toMatchObject({ present: 1, away: 0 });
  });

  it('is chosen by leaders only', async () => {
    t.renewRound();
    const answer = await t.send('testing.create-round', t.round, t.sampler);
    expect(answer.problems.map((p) => p.code)).toEqual(['command.not-allowed']);
  });
});
