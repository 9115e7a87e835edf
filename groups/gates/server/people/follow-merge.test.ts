import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { selectByKeys } from '#kernel/db/select.ts';
import { COLLECTIONS } from '../../contract/sync.ts';
import { gatesDoors } from '../../testing/mounted.ts';
import { DAY, GatesWorld } from '../../testing/world.ts';
import { gatesSync } from '../sync.ts';
import { passageTable, presenceTable } from '../tables.ts';

/** Two entries of the register are one person: what gates know of both comes together, and apart again. */
let t: GatesWorld;
beforeAll(async () => {
  t = await GatesWorld.open(8);
  await t.declare(0, 'precaution');
  await t.declare(1, 'precaution');
});
afterAll(() => t.close());

const DONE = { outcome: 'done' };
const codes = (answer: { problems: readonly { code: string }[] }) => answer.problems.map(({ code }) => code);
const source = gatesSync(gatesDoors);
const news = (since: number) => t.world.read((tx) => source.delta(tx, t.volunteer, 'gates.area', since));
const seen = async (residentId: string) =>
  (await t.world.read((tx) => selectByKeys(tx, presenceTable, { id: [residentId] })))[0];
const stored = async (id: string) =>
  (await t.world.read((tx) => selectByKeys(tx, passageTable, { id: [id] })))[0];
const merge = async (keptId: string, mergedId: string) => {
  const answer = await t.desk('people.merge-residents', { keptId, mergedId, take: [], reason: '同一人' });
  expect(answer).toMatchObject(DONE);
  return answer;
};
const unmerge = (mergeId: string) => t.desk('people.unmerge-residents', { mergeId });
const goOut = async (residentId: string) => {
  const body = t.passage(residentId, 'out');
  const answer = await t.send('gates.record-passage', body, t.volunteer);
  return { ...body, answer };
};

describe('two entries that were merged', () => {
  it('have one count of outings, and where that person was seen last; taken apart, each its own again', async () => {
    const [kept, merged] = [t.resident(0), t.resident(1)];
    const first = await goOut(kept);
    await t.pass(kept, 'in');
    const second = await goOut(merged);
    expect([first.answer.outcome, second.answer.outcome]).toEqual(['done', 'done']);

    const { id: mergeId, version } = await merge(kept, merged);
    expect(await stored(second.passageId)).toMatchObject({
      residentId: kept,
      householdId: t.householdIds[0],
      counts: true,
    });
    expect(await seen(kept)).toMatchObject({ direction: 'out', householdId: t.householdIds[0] });
    expect(await seen(merged)).toBeUndefined();
    const phones = await news(version - 1);
    expect(phones[COLLECTIONS.presence]).toMatchObject({ rows: [{ id: kept }], gone: [merged] });
    expect(phones[COLLECTIONS.passage]?.rows).toMatchObject([{ id: second.passageId, residentId: kept }]);
    await t.pass(kept, 'in');
    expect(codes((await goOut(kept)).answer)).toEqual(['gates.outings-exceeded']);

    expect(await unmerge(mergeId)).toMatchObject(DONE);
    expect(await stored(second.passageId)).toMatchObject({
      residentId: merged,
      householdId: t.householdIds[1],
    });
    expect(await seen(merged)).toMatchObject({ direction: 'out', householdId: t.householdIds[1] });
    expect(await seen(kept)).toMatchObject({ direction: 'out', householdId: t.householdIds[0] });
  });

  it('are known by the old one too to a phone that has not heard of it', async () => {
    const [kept, merged] = [t.resident(2), t.resident(3)];
    const { id: mergeId } = await merge(kept, merged);
    const late = await goOut(merged);
    expect(late.answer).toMatchObject(DONE);
    expect(await stored(late.passageId)).toMatchObject({ residentId: kept, householdId: t.householdIds[2] });
    expect(await seen(kept)).toMatchObject({ direction: 'out' });
    await unmerge(mergeId);
  });

  it('keep a pass that names either', async () => {
    const [kept, merged] = [t.resident(4), t.resident(5)];
    const passId = t.newId();
    const holder = {
      passId,
      residentId: merged,
      householdId: null,
      memberId: null,
      label: null,
      plate: null,
    };
    const period = { validFrom: t.now, validUntil: t.now + 7 * DAY };
    const terms = {
      kind: 'resident',
      quota: 'household',
      form: 'paper',
      compoundIds: [],
      ...period,
    } as const;
    expect(await t.desk('passes.issue', { ...terms, passes: [holder] })).toMatchObject(DONE);
    const { id: mergeId } = await merge(kept, merged);
    const holderNow = async () => {
      const { rows } = await t.world.read((tx) =>
        sql<{ residentId: string }>`select resident_id from passes.pass
          where area_id = ${tx.areaId} and id = ${passId}`.execute(tx.db),
      );
      return rows[0]?.residentId;
    };
    expect(await holderNow()).toBe(kept);
    expect((await t.pass(kept, 'out', { passId, subject: 'pass' })).outcome).toBe('done');
    await unmerge(mergeId);
    expect(await holderNow()).toBe(merged);
  });
});

describe('somebody who moves to another household', () => {
  it('leaves the outings to the one they were made for, and is out with the new one', async () => {
    const [mover, from, to] = [t.resident(6), t.householdIds[6] ?? '', t.householdIds[7] ?? ''];
    const outing = await goOut(mover);
    const card = (await t.world.read((tx) => gatesDoors.people.residentsByIds(tx, [t.resident(7)]))).get(
      t.resident(7),
    );
    const move = { residentId: mover, householdId: to, dwellingId: card?.dwellingId ?? '' };
    expect(await t.desk('people.move-resident', move)).toMatchObject(DONE);
    expect(await stored(outing.passageId)).toMatchObject({ householdId: from, counts: true });
    expect(await seen(mover)).toMatchObject({ householdId: to, direction: 'out' });

    // The old household has used one of two and nobody of it is out; the new one has used none, and one of it is out.
    const left = await goOut(t.resident(6, 1));
    expect(left.answer).toMatchObject(DONE);
    await t.pass(t.resident(6, 1), 'in');
    expect(codes((await goOut(t.resident(6, 1))).answer)).toEqual(['gates.outings-exceeded']);
    expect(codes((await goOut(t.resident(7))).answer)).toEqual(['gates.rule-not-kept']);
  });
});
