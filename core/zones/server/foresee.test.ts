import { createRouterClient } from '@orpc/server';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addMember, type TestHouse, testHouse } from '#core/accounts/testing/index.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import type { ZoneConsequences } from '../contract/consequences.ts';
import type { ConsequencesOf } from '../contract/foresee.ts';
import { zonesModule } from '../module.ts';
import { zonesRouter } from './queries.ts';

const DAY = 86_400_000;
const both = (text: string) => ({ 'zh-CN': text, en: text });
/** A module that tells what it was asked. */
const gates: ZoneConsequences = {
  name: both('门岗'),
  foresee: async (_tx, { after, places }) =>
    after === 'lockdown' ? [{ said: both(`停 ${places.buildingIds.length} 栋的出入证`), to: '/gates' }] : [],
};

let house: TestHouse;
let area: string;
let secretary: string;
let compound: string;
let buildings: readonly [string, string];
beforeAll(async () => {
  house = await testHouse([zonesModule({ consequences: [gates] })]);
});
afterAll(() => house.close());
beforeEach(async () => {
  area = await house.newArea();
  secretary = await addMember(house, area, { role: 'secretary' });
  house.clock.advance(1000);
  const id = (n: number) => uuidv7(house.clock.now() + n);
  compound = id(0);
  buildings = [id(1), id(2)];
  await sql`insert into places.compound (area_id, id, version, name, sort)
    values (${area}, ${compound}, 0, '清源一村', 'a')`.execute(house.database.owner);
  for (const [i, building] of buildings.entries()) {
    await sql`insert into places.building (area_id, id, version, compound_id, label, sort)
      values (${area}, ${building}, 0, ${compound}, ${`${i + 1}号`}, ${String(i)})`.execute(
      house.database.owner,
    );
  }
});

const foresee = async (asked: ConsequencesOf, by = secretary) => {
  const actor = (await house.loadActors(area, [by])).get(by) ?? { id: by, grants: [] };
  const context = { actor, now: house.clock.now(), rules: house.registry.rules };
  return house.read(area, (tx) =>
    createRouterClient(zonesRouter({ consequences: [gates] }), { context: { tx, ...context } }).foresee(
      asked,
    ),
  );
};
const lockdown = (change: object = {}) => ({
  placeKind: 'compound' as const,
  placeId: compound,
  status: 'lockdown' as const,
  from: house.clock.now(),
  until: null,
  ...change,
});
const declare = async (body: object): Promise<string> => {
  const statusId = uuidv7(house.clock.now());
  const answer = await house.send(area, secretary, 'zones.set-status', {
    statusId,
    ...body,
    reason: '混管阳性',
    source: '街道通知',
  });
  expect(answer.outcome).toBe('done');
  return statusId;
};

describe('foreseeing a change of status', () => {
  it('asks every module, and leaves the area as it is', async () => {
    expect(await foresee({ change: 'set', ...lockdown() })).toEqual({
      at: house.clock.now(),
      shifts: [
        {
          before: 'normal',
          after: 'lockdown',
          buildings: 2,
          entrances: 0,
          modules: [{ name: both('门岗'), lines: [{ said: both('停 2 栋的出入证'), to: '/gates' }] }],
        },
      ],
    });
    const { rows } = await sql`select 1 from zones.status where area_id = ${area}`.execute(
      house.database.owner,
    );
    expect(rows).toEqual([]);
  });

  it('tells what would be when a declaration to come begins, and now for one that lies back', async () => {
    await declare(lockdown({ placeKind: 'building', placeId: buildings[0], until: house.clock.now() + DAY }));
    const later = await foresee({ change: 'set', ...lockdown({ from: house.clock.now() + 2 * DAY }) });
    expect(later.shifts.map(({ buildings: count }) => count)).toEqual([2]);
    const back = await foresee({ change: 'set', ...lockdown({ from: house.clock.now() - DAY }) });
    expect(back.at).toBe(house.clock.now());
    expect(back.shifts.map(({ buildings: count }) => count)).toEqual([1]);
  });

  it('tells what lifting changes back; a module without a word is left out', async () => {
    const statusId = await declare(lockdown());
    house.clock.advance(1000);
    const told = await foresee({ change: 'end', statusId, at: house.clock.now() });
    expect(told.shifts).toEqual([
      { before: 'lockdown', after: 'normal', buildings: 2, entrances: 0, modules: [] },
    ]);
  });

  it('is refused to whoever may not declare, and for what is not there', async () => {
    const volunteer = await addMember(house, area);
    house.clock.advance(1);
    await expect(foresee({ change: 'set', ...lockdown() }, volunteer)).rejects.toThrow('query.not-allowed');
    const gone = { placeId: uuidv7(1) };
    await expect(foresee({ change: 'set', ...lockdown(gone) })).rejects.toThrow('zones.unknown-place');
    await expect(foresee({ change: 'end', statusId: uuidv7(1), at: 5 })).rejects.toThrow(
      'zones.unknown-status',
    );
  });
});
