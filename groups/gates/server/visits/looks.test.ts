import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '#kernel/access/access.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { queryProblems } from '#kernel/query/context.ts';
import { type FullInside, fullInsidePath } from '../../contract/visit-queries.ts';
import { gatesDoors } from '../../testing/mounted.ts';
import { GatesWorld } from '../../testing/world.ts';
import { gatesLooks, lookRoutes } from './looks.ts';

let g: GatesWorld;
let app: FastifyInstance;
let asking: Actor;
let isShown = true;

beforeAll(async () => {
  g = await GatesWorld.open();
  const { world } = g;
  app = Fastify();
  app.setErrorHandler((error, _request, reply) =>
    error instanceof ProblemError
      ? reply.code(error.kind.status).send(error.problem)
      : reply.code(500).send({ code: 'unexpected' }),
  );
  const host = {
    clock: world.clock,
    rules: world.registry.rules,
    dataFolder: '',
    whoAsks: async () => ({ areaId: world.areaId, actor: asking, deviceId: null }),
    requireStepUp: async () => {
      if (!isShown) throw new ProblemError(queryProblems['not-allowed'], { action: 'step-up' });
    },
    submit: async () => [],
    read: <T>(areaId: string, work: Parameters<typeof world.read<T>>[0]) => world.read(work, areaId),
  };
  lookRoutes(app, host, gatesDoors);
});
afterAll(async () => {
  await app.close();
  await g.close();
});

const look = async (actor = g.leader, buildingId = g.buildings[0] ?? '') => {
  g.world.clock.advance(1000);
  const id = g.newId();
  const answer = await g.send('gates.look-inside', { buildingId, reason: '3号楼火警疏散' }, actor, { id });
  return { id, answer };
};
const names = async (lookId: string, actor = g.leader, shown = true) => {
  asking = actor;
  isShown = shown;
  const response = await app.inject(fullInsidePath(g.world.areaId, lookId));
  return { status: response.statusCode, ...(response.json() as FullInside & { code?: string }) };
};

/** For how many a look stands in the looked-at list. */
const listed = async (lookId: string) => {
  const source = gatesLooks(gatesDoors.people);
  const all = await g.world.read((tx) => source.looks(tx, { before: null, limit: 10 }, 'en'));
  return all.find(({ id }) => id === lookId)?.people;
};

it('opens the full names of a building to whoever looked, behind the second factor, for half an hour', async () => {
  const { id } = await look();
  const opened = await names(id);
  expect(opened.names[g.resident(0)]).toBe('王小明');
  expect(opened.names[g.resident(1)]).toBeUndefined();
  expect((await names(id, g.leader, false)).status).toBe(403);
  expect((await names(id, g.secretary)).code).toBe('gates.look-unknown');
  expect((await names(id, g.volunteer)).code).toBe('query.not-allowed');
  g.world.clock.advance(31 * 60_000);
  expect((await names(id)).code).toBe('gates.look-expired');
});

it('opens the names of those in the compound by a pass as well', async () => {
  const passId = await g.workerPass('张建国');
  const byPass = { residentId: null, subject: 'pass', passId, rule: 'pass-good' } as const;
  await g.pass('', 'in', byPass);
  const { id } = await look();
  const opened = (await names(id)).names;
  expect(opened[passId]).toBe('张建国');
  expect(await listed(id)).toBe(Object.keys(opened).length);
  await g.pass('', 'out', byPass);
});

it('is refused to a volunteer, and for a building that is not there', async () => {
  expect((await look(g.volunteer)).answer.outcome).toBe('refused');
  const gone = await look(g.leader, g.newId());
  expect(gone.answer.problems.map(({ code }) => code)).toEqual(['gates.no-such-building']);
});

it('stands in the looked-at list with the reason and for how many', async () => {
  const source = gatesLooks(gatesDoors.people);
  const asked = { before: null, limit: 10 };
  const [last] = await g.world.read((tx) => source.looks(tx, asked, 'zh-CN'));
  expect(last).toMatchObject({
    actorId: g.leader.id,
    // Four live there, one was inside by a pass.
    people: 5,
    reason: '3号楼火警疏散',
    whom: '清源小区 3号楼里人员',
    what: '查看全名',
  });
  const ofOther = { ...asked, actorId: g.volunteer.id };
  expect(await g.world.read((tx) => source.looks(tx, ofOther, 'en'))).toEqual([]);
});
