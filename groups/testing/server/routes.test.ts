import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#kernel/access/access.ts';
import type { Host } from '#kernel/host.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { testingDoors } from '../testing/mounted.ts';
import { TestingWorld } from '../testing/world.ts';
import { testingRoutes } from './routes.ts';

let t: TestingWorld;
let app: FastifyInstance;
let asking: Actor;

beforeAll(async () => {
  t = await TestingWorld.open({ people: 2 });
  await t.openRound();
  app = Fastify();
  app.setErrorHandler((error, _request, reply) =>
    error instanceof ProblemError
      ? reply.code(error.kind.status).send(error.problem)
      : reply.code(500).send({ code: 'unexpected' }),
  );
  const host: Host = {
    clock: t.world.clock,
    rules: t.world.registry.rules,
    dataFolder: '',
    whoAsks: async () => ({ areaId: t.world.areaId, actor: asking, deviceId: null }),
    submit: async () => [],
    read: (areaId, work) => t.world.read(work, areaId),
  };
  testingRoutes(app, host, testingDoors);
});
afterAll(async () => {
  await app.close();
  await t.close();
});

const download = (actor: Actor, roundId: string) => {
  asking = actor;
  return app.inject(`/api/areas/${t.world.areaId}/testing/rounds/${roundId}/export.xlsx`);
};

describe('the export', () => {
  it('is a workbook for whoever leads, and is never cached', async () => {
    const response = await download(t.leader, t.roundId);
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-type']).toContain('spreadsheetml');
    expect(response.headers['cache-control']).toBe('no-store');
    expect(response.rawPayload.subarray(0, 2).toString()).toBe('PK');
  });

  it('is refused to a volunteer on duty', async () => {
    const response = await download(t.sampler, t.roundId);
    expect([response.statusCode, response.json()]).toMatchObject([403, { code: 'query.not-allowed' }]);
  });

  it('of a round nobody knows is named so', async () => {
    for (const roundId of [t.newId(), 'nonsense']) {
      const response = await download(t.leader, roundId);
      expect([response.statusCode, response.json()]).toMatchObject([404, { code: 'testing.no-such-round' }]);
    }
  });
});
