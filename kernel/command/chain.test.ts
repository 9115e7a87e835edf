import { randomUUID } from 'node:crypto';
import { CompiledQuery } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../access/access.ts';
import { checkChain, NEW_HISTORY_SQL } from './server/chain.ts';
import { toyModule } from './testing/toy-module.ts';
import { TestWorld } from './testing/world.ts';

let world: TestWorld;
let actor: Actor;
beforeEach(async () => {
  world = await TestWorld.open([toyModule()]);
  actor = world.actor('duty:toy');
  for (let n = 0; n < 5; n++) await add();
  return () => world.close();
});

const add = () => world.send(actor, 'toy.add', { counterId: randomUUID(), by: 1 }, { v: 2 });
const check = () => world.read((tx) => checkChain(tx));
const change = (text: string) => world.database.owner.executeQuery(CompiledQuery.raw(text));

describe('the chain of an area’s log', () => {
  it('holds as it was written, and where nothing was', async () => {
    expect(await check()).toEqual({ version: 5, rows: 5, seals: 5, restored: 0, faults: [] });
    const empty = await world.database.newArea();
    expect(await world.read((tx) => checkChain(tx), empty)).toMatchObject({ rows: 0, faults: [] });
  });

  it.each([
    ['an altered row', "update kernel.command_log set outcome = 'refused' where version = 3"],
    ['a row taken out', 'delete from kernel.command_log where version = 3'],
    ['the last row taken out', 'delete from kernel.command_log where version = 5'],
    [
      'a row put in',
      `insert into kernel.command_log select area_id, 9, gen_random_uuid(), body_hash, kind,
      actor_id, device_id, claimed_at, corrected_at, received_at, outcome, problems, sealed
      from kernel.command_log where version = 3`,
    ],
    ['a seal taken out', 'delete from kernel.log_seal where version = 3'],
    [
      'the end taken out',
      `with l as (delete from kernel.log_seal where version = 5)
      delete from kernel.command_log where version = 5`,
    ],
    ['a head set back', 'update kernel.area set version = 4'],
  ])('shows %s', async (_what, text) => {
    await change(text);
    expect((await check()).faults.length).toBeGreaterThan(0);
  });

  it('goes on after a restore, which is a link of its own', async () => {
    await change(NEW_HISTORY_SQL);
    expect(await check()).toEqual({ version: 1_000_005, rows: 5, seals: 6, restored: 1, faults: [] });
    expect((await add()).version).toBe(1_000_006);
    await change(NEW_HISTORY_SQL);
    expect(await check()).toMatchObject({ version: 2_000_006, rows: 6, restored: 2, faults: [] });
    await change('delete from kernel.command_log where version = 1000006');
    expect((await check()).faults.length).toBeGreaterThan(0);
  });
});
