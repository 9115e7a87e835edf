import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestingWorld } from '../testing/world.ts';

describe('what a rehearsal begins with', () => {
  let t: TestingWorld;
  beforeAll(async () => {
    t = await TestingWorld.open({ people: 12, away: 2 });
  });
  afterAll(() => t.close());

  const basis = (actor = t.leader) => t.ask((c) => c.rehearsal({ roundId: t.roundId }), actor);

  it('before any round was finished: who is there, the plan, and the defaults', async () => {
    await t.send('testing.create-round', t.round);
    expect(await basis()).toMatchObject({
      people: 10,
      lanes: 6,
      ratio: 10,
      measured: [],
      measuredRounds: 0,
      personSeconds: 27,
      tubeChangeSeconds: 20,
      batch: 20,
      waitMinutes: 20,
    });
  });

  it('afterwards: what the latest rounds took, as far as it says how long a person takes', async () => {
    await t.send('testing.open-round', { roundId: t.roundId });
    const tube = t.newId();
    // A second each and 29 more, an hour's pause, and one finger that scanned twice within a second.
    for (const [person, pause] of [
      [2, 0],
      [3, 29],
      [4, 29],
      [5, 3600],
      [6, 0],
    ] as const) {
      t.world.clock.advance(pause * 1000);
      await t.send('testing.sample', t.scan(person, 'A1', tube), t.sampler);
    }
    await t.send('testing.close-round', { roundId: t.roundId, acknowledgedDeviceIds: [] });
    expect(await basis()).toMatchObject({ people: 10, measured: [], measuredRounds: 0 });
    t.renewRound();
    await t.send('testing.create-round', t.round);
    const said = await basis();
    expect(said.measuredRounds).toBe(1);
    expect(said.measured).toEqual([30, 30]);
  });

  it('not for samplers and strangers', async () => {
    for (const actor of [t.sampler, t.stranger]) await expect(basis(actor)).rejects.toThrow();
  });
});
