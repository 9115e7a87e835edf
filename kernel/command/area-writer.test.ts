import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from './command.ts';
import { AreaWriter } from './server/area-writer.ts';
import { chainHash } from './server/log-store.ts';
import { parseCommand } from './server/parse.ts';
import { StageTimer } from './server/stages.ts';
import { toyModule } from './testing/toy-module.ts';
import { TestWorld } from './testing/world.ts';

describe('an area is a serial machine', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await TestWorld.open([toyModule()]);
  });
  afterAll(() => world.close());

  const versions = (answers: readonly Answer[]) => answers.map((a) => a.version).sort((a, b) => a - b);

  it('gives every command its own version without a gap, whoever sends beside whom', async () => {
    const actor = world.actor('duty:toy');
    const counterId = randomUUID();
    const before = (await world.send(actor, 'toy.add', { counterId, by: 0 }, { v: 2 })).version;
    const batches = Array.from({ length: 40 }, (_, i) =>
      Array.from({ length: 1 + (i % 7) }, () =>
        world.envelope(actor, 'toy.add', { counterId, by: 0 }, { v: 2 }),
      ),
    );
    const answers = (await Promise.all(batches.map((batch) => world.push(actor, batch)))).flat();
    expect(versions(answers)).toEqual(answers.map((_, i) => before + 1 + i));
  });

  it('merges what waits into few transactions', async () => {
    const actor = world.actor('duty:toy');
    const counterId = randomUUID();
    const seals = async () =>
      (await world.read((tx) => sql<{ n: number }>`select count(*) as n from kernel.log_seal`.execute(tx.db)))
        .rows[0]?.n ?? 0;
    const before = await seals();
    await Promise.all(
      Array.from({ length: 200 }, () => world.send(actor, 'toy.add', { counterId, by: 0 }, { v: 2 })),
    );
    expect((await seals()) - before).toBeLessThan(20);
  });

  it('never shows a version before every smaller one can be seen, also from another process', async () => {
    const actor = world.actor('duty:toy');
    const tools = {
      registry: world.registry,
      stages: new StageTimer(() => undefined),
      loadActors: async () => new Map([[actor.id, actor]]),
      grantSources: [],
    };
    const events = { committed: () => undefined, threw: (error: unknown) => world.threw.push(error) };
    const other = new AreaWriter((area, work) => world.write(work, area), tools, events);
    const receipt = {
      callerId: actor.id,
      isSystem: false,
      deviceId: null,
      clockOffset: null,
      receivedAt: world.clock.now(),
    };
    let watching = true;
    const torn: string[] = [];
    const watch = async () => {
      while (watching) {
        await world.read(async (tx) => {
          const { rows } = await sql<{ top: number; n: number; head: number }>`
            select (select coalesce(max(version), 0) from kernel.command_log) as top,
                   (select count(*) from kernel.command_log) as n,
                   (select version from kernel.area) as head`.execute(tx.db);
          const [seen] = rows;
          if (seen && (seen.top !== seen.n || seen.top !== seen.head)) torn.push(JSON.stringify(seen));
        });
      }
    };
    const watcher = watch();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 5 })), { minLength: 5, maxLength: 20 }),
        async (plan) => {
          const sent = plan.map(([here, size]) => {
            const batch = Array.from({ length: size }, () =>
              world.envelope(actor, 'toy.add', { counterId: randomUUID(), by: 1 }, { v: 2 }),
            );
            return here
              ? world.push(actor, batch)
              : other.submit(
                  world.areaId,
                  batch.map((e) => parseCommand(world.registry, e, receipt)),
                );
          });
          const answers = (await Promise.all(sent)).flat();
          expect(new Set(versions(answers)).size).toBe(answers.length);
        },
      ),
      { numRuns: 15 },
    );
    watching = false;
    await watcher;
    expect(torn).toEqual([]);
  });

  it('chains every batch to the one before, so that an altered row shows', async () => {
    const actor = world.actor('duty:toy');
    for (let i = 0; i < 3; i++)
      await world.send(actor, 'toy.add', { counterId: randomUUID(), by: 1 }, { v: 2 });
    const { log, seals } = await world.read(async (tx) => ({
      log: (
        await sql<
          Parameters<typeof chainHash>[1][number]
        >`select * from kernel.command_log order by version`.execute(tx.db)
      ).rows,
      seals: (
        await sql<{ firstVersion: number; version: number; hash: Buffer }>`
        select first_version, version, hash from kernel.log_seal order by version`.execute(tx.db)
      ).rows,
    }));
    const links = (rows: typeof log) => {
      let before: Buffer | null = null;
      return seals.map((s) => {
        const batch = rows.filter((r) => r.version >= s.firstVersion && r.version <= s.version);
        before = chainHash(before, batch);
        return before.equals(s.hash);
      });
    };
    expect(links(log).every(Boolean)).toBe(true);
    const altered = log.map((row, i) => (i === 2 ? { ...row, outcome: 'refused' as const } : row));
    expect(links(altered).some((ok) => !ok)).toBe(true);
  });

  it('cannot change or remove a log row with the rights the app has', async () => {
    for (const statement of [
      sql`update kernel.command_log set kind = 'x'`,
      sql`delete from kernel.command_log`,
    ]) {
      await expect(world.write((tx) => statement.execute(tx.db))).rejects.toThrow(/permission denied/);
    }
  });
});

describe('another module hears of it in the same transaction', () => {
  it('and cannot veto: its failure stands as a discrepancy, the fact is kept', async () => {
    const heard: string[] = [];
    const world = await TestWorld.open([
      toyModule([
        {
          event: 'toy.changed',
          handle: async (_tx, events) => void heard.push(...events.map((e) => e.type)),
        },
        { event: 'toy.changed', handle: async (tx) => void (await sql`select 1 / 0`.execute(tx.db)) },
      ]),
    ]);
    try {
      const counterId = randomUUID();
      const answer = await world.send(world.actor('duty:toy'), 'toy.add', { counterId, by: 1 }, { v: 2 });
      expect(answer.outcome).toBe('done');
      expect(heard).toEqual(['toy.changed']);
      const { rows } = await world.read((tx) =>
        sql<{ code: string }>`select code from kernel.discrepancy`.execute(tx.db),
      );
      expect(rows).toEqual([{ code: 'command.reaction-failed' }]);
    } finally {
      await world.close();
    }
  });
});
