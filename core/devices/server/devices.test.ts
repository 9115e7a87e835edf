import { randomUUID } from 'node:crypto';
import { createRouterClient, type RouterClient } from '@orpc/server';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addMember, type TestHouse, testHouse } from '#core/accounts/testing/index.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { decide } from '../domain/decide.ts';
import { emptyState } from '../domain/state.ts';
import { devicesModule } from '../module.ts';
import { anyPublicKey } from '../testing/phone.ts';
import { devicesRouter } from './queries.ts';
import { loadKeys } from './store.ts';

const router = devicesRouter('0.2.0');
type Client = RouterClient<typeof router>;

const HOUR = 3_600_000;
const MINUTE = 60_000;
let house: TestHouse;
let area: string;
let secretary: string;
let leader: string;
let volunteer: string;
let stranger: string;
beforeAll(async () => {
  house = await testHouse([devicesModule('0.2.0')]);
});
afterAll(() => house.close());
beforeEach(async () => {
  area = await house.newArea();
  secretary = await addMember(house, area, { role: 'secretary', name: '王书记' });
  leader = await addMember(house, area, { role: 'leader', group: 'testing', name: '陈组长' });
  volunteer = await addMember(house, area, { group: 'testing', name: '赵晓梅', phone: '13712345678' });
  stranger = await addMember(house, area, { role: 'leader', group: 'order', name: '孙组长' });
  house.clock.advance(1000);
});

const send = (actor: string, kind: string, body: object) => house.send(area, actor, kind, body);
const codes = (answer: { problems: readonly { code: string }[] }) => answer.problems.map((p) => p.code);
const phone = (change: object = {}) => ({
  keyId: randomUUID(),
  deviceId: randomUUID(),
  publicKey: anyPublicKey(),
  platform: 'Android · Chrome 120',
  appVersion: '0.1.0',
  ...change,
});
const enrolled = async (member = volunteer, change: object = {}) => {
  const body = phone(change);
  house.clock.advance(1);
  expect((await send(member, 'devices.enrol', body)).outcome).toBe('done');
  return body;
};
const heard = (deviceId: string, actorId = volunteer, minutesAgo = 0, pending = 0) =>
  sql`insert into kernel.device (area_id, id, actor_id, first_seen_at, last_seen_at, pending)
    values (${area}, ${deviceId}, ${actorId}, ${new Date(house.clock.now() - HOUR)},
      ${new Date(house.clock.now() - minutesAgo * MINUTE)}, ${pending})`.execute(house.database.owner);
const keysOf = (deviceId: string) => house.read(area, (tx) => loadKeys(tx, { devices: [deviceId] }));
const revoke = (actor: string, deviceId: string) =>
  send(actor, 'devices.revoke', { deviceId, because: 'lost', note: '落在2号点' });
const as = async <T>(id: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const actor = (await house.loadActors(area, [id])).get(id) ?? { id, grants: [] };
  const rest = { actor, now: house.clock.now(), rules: house.registry.rules };
  return house.read(area, (tx) => work(createRouterClient(router, { context: { tx, ...rest } })));
};
const listed = (id: string) => as(id, async (client) => (await client.list()).devices);

describe('enrolling', () => {
  it('puts a member’s key beside the device, once, however often it is asked', async () => {
    const body = await enrolled();
    expect((await send(volunteer, 'devices.enrol', { ...body, keyId: randomUUID() })).outcome).toBe('done');
    expect(await keysOf(body.deviceId)).toMatchObject([
      { id: body.keyId, memberId: volunteer, publicKey: body.publicKey, endedAt: null },
    ]);
  });

  it('lets several people share a phone, each with a key of their own', async () => {
    const { deviceId } = await enrolled();
    await enrolled(leader, { deviceId });
    expect((await keysOf(deviceId)).map((key) => key.memberId)).toEqual([volunteer, leader]);
  });

  it('keeps the key from before when the phone made a new one: the outbox is signed by it', async () => {
    const { deviceId } = await enrolled();
    await enrolled(volunteer, { deviceId });
    expect((await keysOf(deviceId)).map((key) => key.endedAt)).toEqual([null, null]);
  });

  it('refuses a key that is another’s, and a stranger', async () => {
    const body = await enrolled();
    expect(codes(await send(leader, 'devices.enrol', body))).toEqual(['devices.key-taken']);
    const sameId = phone({ keyId: body.keyId });
    expect(codes(await send(volunteer, 'devices.enrol', sameId))).toEqual(['devices.key-taken']);
    expect(codes(await send(uuidv7(1), 'devices.enrol', phone()))).toEqual(['command.not-allowed']);
  });

  it.each([
    ['a key of another length', { publicKey: 'abc' }],
    ['no device', { deviceId: 'x' }],
    ['a platform of any length', { platform: 'x'.repeat(81) }],
  ])('refuses %s', async (_what, change) => {
    expect(codes(await send(volunteer, 'devices.enrol', phone(change)))).toEqual(['command.bad-body']);
  });
});

describe('taking a phone out of use', () => {
  it('ends its keys and says by whom and why', async () => {
    const { deviceId } = await enrolled();
    house.clock.advance(MINUTE);
    expect((await revoke(leader, deviceId)).outcome).toBe('done');
    expect(await keysOf(deviceId)).toMatchObject([{ endedAt: house.clock.now(), endedBecause: 'revoked' }]);
    expect(await listed(secretary)).toMatchObject([
      { id: deviceId, revokedAt: house.clock.now(), revokedBy: '陈组长', because: 'lost', note: '落在2号点' },
    ]);
  });

  it('holds also for a phone that only synced and never enrolled', async () => {
    const deviceId = randomUUID();
    await heard(deviceId);
    expect((await revoke(secretary, deviceId)).outcome).toBe('done');
    expect(await listed(secretary)).toMatchObject([{ id: deviceId, enrolledAt: null, because: 'lost' }]);
  });

  it('lets nobody enrol on it any more, until it is restored', async () => {
    const { deviceId } = await enrolled();
    await revoke(secretary, deviceId);
    expect(codes(await send(volunteer, 'devices.enrol', phone({ deviceId })))).toEqual(['devices.revoked']);
    expect((await send(secretary, 'devices.restore', { deviceId })).outcome).toBe('done');
    await enrolled(volunteer, { deviceId });
    expect((await keysOf(deviceId)).map((key) => key.endedBecause)).toEqual(['revoked', null]);
  });

  it('is for the leader of somebody who uses it, and the command post', async () => {
    const { deviceId } = await enrolled();
    expect(codes(await revoke(stranger, deviceId))).toEqual(['devices.not-your-group']);
    expect(codes(await revoke(volunteer, deviceId))).toEqual(['command.not-allowed']);
    await sql`insert into roster.duty (area_id, id, version, member_id, "group", "from", "until")
      values (${area}, ${randomUUID()}, 0, ${volunteer}, 'order', now(), now())`.execute(
      house.database.owner,
    );
    expect((await revoke(stranger, deviceId)).outcome).toBe('done');
  });

  it('is refused twice, for an unknown phone, and for the device in one’s own hands', async () => {
    const { deviceId } = await enrolled();
    await revoke(secretary, deviceId);
    expect(codes(await revoke(secretary, deviceId))).toEqual(['devices.already-revoked']);
    expect(codes(await revoke(secretary, randomUUID()))).toEqual(['devices.unknown-device']);
    expect(codes(await send(secretary, 'devices.restore', { deviceId: randomUUID() }))).toEqual([
      'devices.not-revoked',
    ]);
    expect(codes(await send(leader, 'devices.restore', { deviceId }))).toEqual(['command.not-allowed']);
  });

  it('is not done by the phone to itself', () => {
    const state = emptyState({ heard: new Map([['d', 'x']]), members: new Map() });
    const body = { deviceId: 'd', because: 'lost', note: '' } as const;
    const command = {
      id: '1',
      kind: 'devices.revoke',
      at: 0,
      actorId: 'system',
      deviceId: 'd',
      body,
    } as const;
    expect(decide(state, command)).toMatchObject({ refused: { code: 'devices.own-device' } });
  });
});

describe('naming a phone', () => {
  it('gives it the committee’s own words, or none again', async () => {
    const { deviceId } = await enrolled();
    await send(leader, 'devices.rename', { deviceId, label: ' 2号点 备用机 ' });
    expect(await listed(leader)).toMatchObject([{ label: '2号点 备用机' }]);
    await send(leader, 'devices.rename', { deviceId, label: null });
    expect(await listed(leader)).toMatchObject([{ label: null, platform: 'Android · Chrome 120' }]);
  });

  it('is refused to other groups, volunteers, and for an unknown phone', async () => {
    const { deviceId } = await enrolled();
    const rename = (actor: string, id = deviceId) =>
      send(actor, 'devices.rename', { deviceId: id, label: '甲' });
    expect(codes(await rename(stranger))).toEqual(['devices.not-your-group']);
    expect(codes(await rename(volunteer))).toEqual(['command.not-allowed']);
    expect(codes(await rename(secretary, randomUUID()))).toEqual(['devices.unknown-device']);
  });
});

describe('someone who leaves the area', () => {
  it('leaves the keys, on every phone', async () => {
    const [one, two] = [await enrolled(), await enrolled()];
    await send(secretary, 'accounts.end-member', { memberId: volunteer, reason: '返岗' });
    for (const { deviceId } of [one, two])
      expect(await keysOf(deviceId)).toMatchObject([{ endedBecause: 'left', endedAt: house.clock.now() }]);
  });
});

describe('the list of phones', () => {
  it('begins with the longest silent, and says who uses it and what it holds', async () => {
    const shared = await enrolled();
    await enrolled(leader, { deviceId: shared.deviceId });
    await heard(shared.deviceId, leader, 5, 2);
    const silent = randomUUID();
    await heard(silent, volunteer, 95, 14);
    const devices = await listed(secretary);
    expect(devices.map((device) => [device.id, device.pending])).toEqual([
      [silent, 14],
      [shared.deviceId, 2],
    ]);
    expect(devices[1]?.users).toMatchObject([
      { name: '陈组长', group: 'testing' },
      { name: '赵晓梅', phoneMask: '137****5678' },
    ]);
    expect(JSON.stringify(devices)).not.toContain('13712345678');
  });

  it('shows a leader the phones of the own group’s people, and a volunteer none', async () => {
    const { deviceId } = await enrolled();
    await enrolled(stranger);
    expect((await listed(leader)).map((device) => device.id)).toEqual([deviceId]);
    expect(await listed(secretary)).toHaveLength(2);
    await expect(listed(volunteer)).rejects.toThrow('query.not-allowed');
    await expect(as(volunteer, (client) => client.late())).rejects.toThrow('query.not-allowed');
  });

  it('tells when a phone counts as silent, and the version this server serves', async () => {
    const { silentMinutes, appVersion } = await as(leader, (client) => client.list());
    expect([silentMinutes, appVersion]).toEqual([10, '0.2.0']);
  });

  it('stays within the area', async () => {
    const { deviceId } = await enrolled();
    const home = area;
    area = await house.newArea();
    const other = await addMember(house, area, { role: 'secretary' });
    house.clock.advance(1);
    expect(await listed(other)).toEqual([]);
    expect(codes(await revoke(other, deviceId))).toEqual(['devices.unknown-device']);
    area = home;
    expect(await listed(secretary)).toMatchObject([{ revokedAt: null }]);
  });
});
