import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ServerHost } from '#apps/server/host.ts';
import { type House, openHouse } from '#apps/server/house.ts';
import { migrations } from '#apps/server/migrations.ts';
import { mountQueries, routerOf } from '#apps/server/routes-rpc.ts';
import type { Role } from '#core/accounts/contract.ts';
import { confirmNotice } from '#core/privacy/testing/notice.ts';
import { type TestDatabase, testDatabase } from '#kernel/db/testing/database.ts';
import { asServer } from './support/say.ts';

let database: TestDatabase;
let dataFolder: string;
let house: House;
let areaId: string;
let app: FastifyInstance;
/** Views of the area that were opened. */
let views = 0;
/** What a view waits for after it was read. */
let held: Promise<void> = Promise.resolve();

beforeAll(async () => {
  database = await testDatabase(migrations);
  dataFolder = await mkdtemp(join(tmpdir(), 'concerto-shared-'));
  house = await openHouse({ databaseUrl: database.url, dataFolder, log: pino({ level: 'silent' }) });
  areaId = await house.areaNamed('清源居民区');
  const notice = confirmNotice('清源居民区', crypto.randomUUID());
  await asServer(house, areaId, [notice]);
  app = Fastify();
  mountQueries(app, watchedHost(house.host), routerOf(house.modules));
});
beforeEach(() => {
  views = 0;
  held = Promise.resolve();
});
afterAll(async () => {
  await app.close();
  await house.close();
  await database.close();
  await rm(dataFolder, { recursive: true, force: true });
});

/** The house's host, its views counted; who asks is said in a header. */
function watchedHost(host: ServerHost): ServerHost {
  const placeOf = async ({ headers }: FastifyRequest) => ({ areaId, memberId: String(headers['x-as']) });
  const read: ServerHost['read'] = (area, work) => {
    views += 1;
    return host.read(area, async (tx) => {
      const result = await work(tx);
      await held;
      return result;
    });
  };
  return {
    ...host,
    placeOf,
    read,
    async whoAsks(request) {
      const { memberId } = await placeOf(request);
      const actors = await host.read(areaId, (tx) => host.loadActors(tx, [memberId]));
      return { areaId, actor: actors.get(memberId) ?? { id: memberId, grants: [] }, deviceId: null };
    },
  };
}

async function newMember(name: string, role: Role): Promise<string> {
  const memberId = crypto.randomUUID();
  const body = { memberId, name, phone: null, role, group: null, residentId: null, accountId: null };
  await asServer(house, areaId, [{ kind: 'accounts.add-member', body }]);
  return memberId;
}

const people = (memberId: string, ended = false, accept?: string) =>
  app.inject({
    method: 'POST',
    url: '/rpc/accounts/people',
    headers: { 'x-as': memberId, ...(accept ? { 'accept-encoding': accept } : {}) },
    payload: { json: { ended } },
  });

describe('those who ask the same', () => {
  it('are all answered out of one or two views, however many they are', async () => {
    const members = [await newMember('王书记', 'secretary'), await newMember('李指挥', 'command')];
    const asked = await Promise.all(Array.from({ length: 20 }, (_, i) => people(members[i % 2] ?? '')));
    expect(asked.map(({ statusCode }) => statusCode)).toEqual(Array(20).fill(200));
    expect(new Set(asked.map(({ body }) => body)).size).toBe(1);
    expect(asked[0]?.body).toContain('李指挥');
    expect(views).toBeLessThanOrEqual(2);
  });

  it('are sent it packed, where they take it so', async () => {
    const secretary = await newMember('吴书记', 'secretary');
    for (let i = 0; i < 6; i++) await newMember(`组员 ${i}`, 'volunteer');
    const [plain, packed] = await Promise.all([people(secretary), people(secretary, false, 'gzip, deflate')]);
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
    expect(packed.headers['content-type']).toBe(plain.headers['content-type']);
    expect(gunzipSync(packed.rawPayload).toString()).toBe(plain.body);
  });

  it('are answered by what they ask: another input is another question', async () => {
    const secretary = await newMember('赵书记', 'secretary');
    const gone = await newMember('已离开', 'volunteer');
    const ending = { kind: 'accounts.end-member', body: { memberId: gone, reason: '' } };
    await asServer(house, areaId, [ending]);
    const [working, all] = await Promise.all([people(secretary), people(secretary, true)]);
    expect([working.body.includes('已离开'), all.body.includes('已离开')]).toEqual([false, true]);
  });

  it('keep out whoever may not, who is told so as ever', async () => {
    const secretary = await newMember('钱书记', 'secretary');
    const volunteer = await newMember('志愿者', 'volunteer');
    const [may, mayNot, nobody] = await Promise.all([
      people(secretary),
      people(volunteer),
      people(crypto.randomUUID()),
    ]);
    expect(may.statusCode).toBe(200);
    for (const refused of [mayNot, nobody]) {
      expect(refused.statusCode).toBe(403);
      expect(refused.json()).toMatchObject({ json: { data: { code: 'query.not-allowed' } } });
      expect(refused.body).not.toContain('钱书记');
    }
  });

  it('are told nothing older than their question, though an earlier reading is still under way', async () => {
    const secretary = await newMember('孙书记', 'secretary');
    let letGo = () => {};
    held = new Promise((resolve) => {
      letGo = resolve;
    });
    const before = people(secretary);
    while (views === 0) await new Promise((resolve) => setImmediate(resolve));
    await newMember('刚到的', 'volunteer');
    const after = people(secretary);
    letGo();
    expect((await after).body).toContain('刚到的');
    expect((await before).statusCode).toBe(200);
    expect(views).toBe(2);
  });

  it('lose with their right what was shared before', async () => {
    const secretary = await newMember('周书记', 'secretary');
    expect((await people(secretary)).statusCode).toBe(200);
    const ending = { kind: 'accounts.end-member', body: { memberId: secretary, reason: '' } };
    await asServer(house, areaId, [ending]);
    expect((await people(secretary)).statusCode).toBe(403);
  });
});
