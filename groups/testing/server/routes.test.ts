import { readFileSync } from 'node:fs';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#kernel/access/access.ts';
import type { Host } from '#kernel/host.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { type ResultsSheet, resultsSheetPath } from '../contract/result-queries.ts';
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
    requireStepUp: async () => undefined,
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

describe('a laboratory’s sheet', () => {
  const send = (actor: Actor, file: Buffer | null) => {
    asking = actor;
    const path = resultsSheetPath(t.world.areaId);
    if (file === null) return app.inject({ method: 'POST', url: path });
    return app.inject({ method: 'POST', url: path, ...multipartOf(file) });
  };

  it('comes back as the cells a person sees, GB18030 and all', async () => {
    const response = await send(t.leader, readFileSync('tests/data/lab-results.csv'));
    expect(response.statusCode).toBe(200);
    const { sheets } = response.json<ResultsSheet>();
    expect(sheets[0]?.rows[0]?.slice(1, 3)).toEqual(['样本条码', '采样点']);
    expect(sheets[0]?.rows[1]?.[1]?.trim()).toBe('31092022041800001');
  });

  it('that is none is named so', async () => {
    const pdf = await send(t.leader, Buffer.from('%PDF-1.7 …'));
    expect(pdf.json()).toMatchObject({ code: 'sheet.not-a-sheet' });
    const nothing = await send(t.leader, null);
    expect([nothing.statusCode, nothing.json()]).toMatchObject([400, { code: 'testing.no-file' }]);
  });

  it('is refused to a volunteer on duty', async () => {
    const response = await send(t.sampler, Buffer.from('管号,结果\nA1,阴性\n'));
    expect([response.statusCode, response.json()]).toMatchObject([403, { code: 'query.not-allowed' }]);
  });
});

const BOUNDARY = 'concerto-test-boundary';

/** `inject` takes no form: the one part is written out. */
function multipartOf(file: Buffer) {
  const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n`;
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
    payload: Buffer.concat([Buffer.from(head), file, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]),
  };
}
