import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '#apps/server/config.ts';
import { openHouse } from '#apps/server/house.ts';
import { startServer } from '#apps/server/main.ts';
import { migrations } from '#apps/server/migrations.ts';
import { projection } from '#groups/testing/phone/projection.ts';
import { type TestDatabase, testDatabase } from '#kernel/db/testing/database.ts';
import type { SyncClient } from '#kernel/sync/client/client.ts';
import { httpTransport } from '#kernel/sync/client/http-transport.ts';
import { TestBrowser, TestPhone } from '#kernel/sync/client/testing/phone.ts';
import { seededRandom } from '#kernel/time-id/random.ts';
import { joinPhone, Line } from '../../bench/push/phone.ts';
import { type BenchArea, makeArea } from '../../bench/push/set-up.ts';
import { BadLine } from './bad-line.ts';

/**
 * The phones of `fuzz.test.ts` on the real house: over HTTP, with sessions, on Postgres, in a round of testing. They
 * sample the same people and use each other's tubes, lose their line, hear answers late, twice or never, are reloaded
 * and killed. At the end what `dispatch` confirmed stands in the log exactly once and every phone shows the database's
 * rows. A failing run is repeated with FUZZ_SEED=<seed>; FUZZ_RUNS asks for more of them.
 */
const SEEDS = process.env.FUZZ_SEED
  ? [Number(process.env.FUZZ_SEED)]
  : Array.from({ length: Number(process.env.FUZZ_RUNS ?? 2) }, (_, i) => (Date.now() % 1_000_000) + i);
const STEPS = 120;
const PHONES = 3;
const PEOPLE = 40;

interface Hand {
  readonly phone: TestPhone;
  readonly line: BadLine;
  readonly memberId: string;
  readonly laneId: string;
  client: SyncClient;
}

describe('phones on bad lines to the real house', () => {
  let database: TestDatabase;
  let dataFolder: string;
  let server: RunningServer;
  const log = pino({ level: 'silent' });

  beforeAll(async () => {
    database = await testDatabase(migrations);
    dataFolder = await mkdtemp(join(tmpdir(), 'concerto-phones-'));
    const common = { databaseUrl: database.url, dataFolder, log };
    server = await startServer({ ...common, port: 0, host: '127.0.0.1', webRoot: 'no-web-build' });
  });
  afterAll(async () => {
    await server.close();
    await database.close();
    await rm(dataFolder, { recursive: true, force: true });
  });

  async function anArea(name: string): Promise<BenchArea> {
    const house = await openHouse({ databaseUrl: database.url, dataFolder, log });
    try {
      return await makeArea(house, name, { people: PEOPLE, rounds: 1, phones: PHONES });
    } finally {
      await house.close();
    }
  }

  it.each(SEEDS)('lose nothing, double nothing and converge, seed %i', async (seed) => {
    const random = seededRandom(seed);
    const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
    const area = await anArea(`Area ${seed}`);
    const { areaId, residentIds } = area;
    const [round] = area.rounds;
    if (!round) throw new Error('no round');
    const { roundId, laneIds } = round;
    const kept: string[] = [];
    const tubes: { readonly tubeId: string; readonly tubeCode: string }[] = [];
    const swabs: string[] = [];

    const hands: Hand[] = [];
    for (let i = 0; i < PHONES; i++) {
      const { cookie, memberId } = await joinPhone(server.address, area, new Line(area), i);
      const browser = new TestBrowser(seed * 10 + i, i !== 0);
      browser.ms = Date.now();
      const phone = new TestPhone(browser, areaId);
      const way = httpTransport({ areaId, memberId, origin: server.address, headers: { cookie } });
      const line = new BadLine(way, random);
      const client = await phone.open(line, { actorId: memberId, projections: [projection] });
      hands.push({ phone, line, memberId, laneId: laneIds[i] ?? pick(laneIds), client });
      await client.sync().catch(line.expectFault);
    }

    const dispatch = async ({ client }: Hand, kind: string, body: object): Promise<void> => {
      const said = await client.dispatch(kind, { roundId, ...body });
      if (said.outcome === 'pending') kept.push(said.id);
    };

    const swab = (hand: Hand): Promise<void> => {
      const open = tubes.length > 0 && random() < 0.7;
      const tube = open ? pick(tubes) : { tubeId: crypto.randomUUID(), tubeCode: `T${tubes.length}` };
      if (!open) tubes.push(tube);
      const sampleId = crypto.randomUUID();
      swabs.push(sampleId);
      return dispatch(hand, 'testing.sample', {
        sampleId,
        checkInId: crypto.randomUUID(),
        residentId: pick(residentIds),
        codeText: null,
        ...tube,
        laneId: hand.laneId,
        method: 'scan',
      });
    };

    const act = async (hand: Hand): Promise<void> => {
      const dice = random();
      if (dice < 0.45) await swab(hand);
      else if (dice < 0.5 && tubes.length > 0) {
        const { tubeId } = pick(tubes);
        await dispatch(hand, 'testing.close-tube', { tubeId, reason: 'short', note: '' });
      } else if (dice < 0.55 && swabs.length > 0) {
        await dispatch(hand, 'testing.undo-sample', { sampleId: pick(swabs), keepCheckIn: random() < 0.5 });
      } else if (dice < 0.82) await hand.client.sync().catch(hand.line.expectFault);
      else if (dice < 0.9) {
        // Killed in the middle of a try: the page is gone, its disk is opened again.
        const trying = hand.client.sync().catch(() => undefined);
        for (let i = Math.floor(random() * 12); i > 0; i--) await new Promise((r) => setImmediate(r));
        await hand.client.close();
        await trying;
        const { phone, line, memberId } = hand;
        hand.client = await phone.open(line, { actorId: memberId, projections: [projection] });
      } else hand.line.quality = random();
    };

    for (let step = 0; step < STEPS; step++) await act(pick(hands));
    for (const { line } of hands) line.quality = 1;
    for (let turn = 0; turn < 2; turn++) for (const { client } of hands) await client.sync();

    expect(kept.length).toBeGreaterThan(0);
    expect(await timesLogged(kept)).toEqual(new Map(kept.map((id) => [id, 1])));
    const rows = { samples: await versions('sample', areaId), tubes: await versions('tube', areaId) };
    for (const { client } of hands) {
      expect(client.syncState().pending).toBe(0);
      const { samples, tubes: shown } = client.state(projection).testing;
      const byId = (all: Iterable<{ readonly id: string; readonly version: number }>) =>
        new Map([...all].map(({ id, version }) => [id, version] as const).sort());
      expect({ samples: byId(samples.all()), tubes: byId(shown.all()) }).toEqual(rows);
      await client.close();
    }
  });

  async function timesLogged(ids: readonly string[]): Promise<Map<string, number>> {
    const { rows } = await sql<{ id: string; n: number }>`
      select command_id as id, count(*) as n from kernel.command_log
      where command_id = any(${ids}::uuid[]) group by command_id`.execute(database.owner);
    const found = new Map(rows.map(({ id, n }) => [id, n]));
    return new Map(ids.map((id) => [id, found.get(id) ?? 0]));
  }

  async function versions(table: 'sample' | 'tube', areaId: string): Promise<Map<string, number>> {
    const { rows } = await sql<{ id: string; version: number }>`
      select id, version from ${sql.table(`testing.${table}`)} where area_id = ${areaId}`.execute(
      database.owner,
    );
    return new Map(rows.map(({ id, version }) => [id, version] as const).sort());
  }
});
