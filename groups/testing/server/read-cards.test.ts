import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TestingWorld } from '../testing/world.ts';

describe('people for cards', () => {
  let t: TestingWorld;
  beforeAll(async () => {
    t = await TestingWorld.open({ people: 6, away: 2 });
    await t.send('testing.create-round', t.round);
  });
  afterAll(() => t.close());

  const cards = (actor = t.leader) =>
    t.ask(async (client) => (await client.cards({ roundId: t.roundId })).people, actor);

  test('everybody of the scope before the round opens, away ones marked', async () => {
    const people = await cards();
    expect(people.map((p) => p.residentId).sort()).toEqual([...t.people].sort());
    expect(
      people
        .filter((p) => p.away)
        .map((p) => p.residentId)
        .sort(),
    ).toEqual([t.person(0), t.person(1)].sort());
    expect(new Set(people.map((p) => p.buildingId))).toEqual(new Set(t.buildings));
  });

  test('masked, in address order', async () => {
    const people = await cards();
    for (const person of people) expect(person.nameMask).toMatch(/^.\*+$/);
    const sorts = people.map((p) => p.sort);
    expect(sorts).toEqual([...sorts].sort());
  });

  test('whoever moved away for good gets none', async () => {
    await t.desk('people.end-resident', { residentId: t.person(5), reason: 'moved-out' });
    expect((await cards()).map((p) => p.residentId)).not.toContain(t.person(5));
  });

  test('not for samplers and strangers', async () => {
    for (const actor of [t.sampler, t.stranger]) await expect(cards(actor)).rejects.toThrow();
  });
});
