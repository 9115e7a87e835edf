import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChainFindings } from '#kernel/command/server/chain.ts';
import { verify } from '../../bench/push/verify.ts';
import { chainOf } from './support/chain.ts';
import { type Round, strike, table } from './support/run.ts';
import type { FaultStage } from './support/stage.ts';

/** Nothing acknowledged is lost or doubled, whatever breaks under load: the short form of `npm run faults`. */
const ROUNDS = 5;
const SEED = Number(process.env.CONCERTO_FAULT_SEED ?? Date.now() % 1_000_000);

describe(`${ROUNDS} faults under load, seed ${SEED}`, () => {
  let rounds: readonly Round[];
  let stage: FaultStage;
  let chain: ChainFindings;

  beforeAll(async () => {
    ({ stage, rounds } = await strike(ROUNDS, SEED));
    chain = await chainOf(stage.url, stage.area.areaId);
    console.error(`seed ${SEED}; failed pushes: ${stage.phones.told()}\n${table(rounds)}`);
  }, 900_000);
  afterAll(() => stage.close());

  it('struck while batches were under way, and every phone went on', () => {
    expect(rounds).toHaveLength(ROUNDS);
    expect(new Set(rounds.map(({ fault }) => fault)).size).toBe(ROUNDS);
    expect(rounds.some((round) => round.batchesUnderWay > 0)).toBe(true);
    expect(stage.phones.ranOut).toBe(false);
  });

  it('lost and doubled nothing that was acknowledged', async () => {
    const { acknowledged } = stage.phones;
    expect(rounds.map(({ lost, doubled }) => [lost, doubled])).toEqual(rounds.map(() => [0, 0]));
    expect(new Set(acknowledged).size).toBe(acknowledged.length);
    expect(await verify(stage.url, acknowledged)).toEqual({ found: acknowledged.length, doubled: 0 });
  });

  it('refused nothing for the sake of a fault, and asked nobody to sign in again', () => {
    expect(stage.phones.refused).toEqual([]);
    // An app of another version is told so, and its batch waits.
    const told = [...stage.phones.failures.keys()].filter((what) => /^4/.test(what));
    expect(told.filter((what) => what !== '426' && what !== '409')).toEqual([]);
  });

  it('left the log without a gap, each seal fitting its rows', () => {
    expect(chain.faults).toEqual([]);
    expect(chain.version).toBeGreaterThan(stage.phones.acknowledged.length);
  });

  it('would have noticed: one row taken out of the log is a lost command, a gap and a broken seal', async () => {
    const { acknowledged } = stage.phones;
    const client = new pg.Client({ connectionString: stage.url });
    await client.connect();
    try {
      const samples = "select count(*)::int as n from kernel.command_log where kind = 'testing.sample'";
      expect((await client.query(samples)).rows).toEqual([{ n: acknowledged.length }]);
      await client.query('set session_replication_role = replica');
      const one = acknowledged[Math.floor(acknowledged.length / 2)];
      await client.query('delete from kernel.command_log where command_id = $1', [one]);
    } finally {
      await client.end();
    }
    expect(await verify(stage.url, acknowledged)).toEqual({ found: acknowledged.length - 1, doubled: 0 });
    const { faults } = await chainOf(stage.url, stage.area.areaId);
    expect(faults.join()).toMatch(/a gap after version \d+,seal \d+ does not fit its rows/);
  });
});
