import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyPublicKey } from '#core/devices/testing/phone.ts';
import { type Client, openTestServer, setUpArea, type TestServer } from './testing-server.ts';

describe('enrolling a phone’s key', () => {
  let server: TestServer;
  let secretary: Client;
  beforeAll(async () => {
    server = await openTestServer();
    secretary = await setUpArea(server);
  });
  afterAll(() => server.close());

  const path = () => `/api/areas/${secretary.areaId}/devices/enrol`;
  const phone = (change: object = {}) => ({
    deviceId: secretary.deviceId,
    publicKey: anyPublicKey(),
    appVersion: '0.1.0',
    platform: 'Android · Chrome 120',
    ...change,
  });
  const enrol = async (body: object) => {
    const response = await secretary.post(path(), body);
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };

  it('answers with the key’s id and whom to seal for, the same however often it is asked', async () => {
    const body = phone();
    const [first, again] = [await enrol(body), await enrol(body)];
    expect(first).toMatchObject({ status: 200, body: { sealTo: { publicKey: expect.any(String) } } });
    expect(again).toEqual(first);
    const { sealTo } = first.body as { sealTo: { publicKey: string } };
    expect(Buffer.from(sealTo.publicKey, 'base64url')).toHaveLength(32);
  });

  it('gives another key another id, on the same phone', async () => {
    const [one, two] = [await enrol(phone()), await enrol(phone())];
    expect(one.body.keyId).not.toBe(two.body.keyId);
    expect(one.body.sealTo).toEqual(two.body.sealTo);
  });

  it('makes one key of many tries at once', async () => {
    const body = phone({ deviceId: randomUUID() });
    const answers = await Promise.all([1, 2, 3, 4].map(() => enrol(body)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toHaveLength(1);
  });

  it('asks for a session', async () => {
    const response = await fetch(`${server.address}${path()}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(phone()),
    });
    expect([response.status, await response.json()]).toMatchObject([401, { code: 'accounts.no-session' }]);
  });

  it.each([
    ['a key of another length', { publicKey: 'abc' }, 'publicKey'],
    ['no device', { deviceId: null }, 'deviceId'],
    ['a platform of any length', { platform: 'x'.repeat(200) }, 'platform'],
  ])('turns %s away, naming the field alone', async (_what, change, field) => {
    expect(await enrol(phone(change))).toMatchObject({
      status: 400,
      body: { code: 'devices.bad-request', details: { field } },
    });
  });

  it('turns away a key that is taken, and a phone out of use', async () => {
    const body = phone({ deviceId: randomUUID() });
    await enrol(body);
    const taken = await enrol({ ...body, deviceId: randomUUID() });
    expect(taken).toMatchObject({ status: 409, body: { code: 'devices.key-taken' } });
    const { deviceId } = body;
    await secretary.push([secretary.envelope('devices.revoke', { deviceId, because: 'lost' })]);
    expect(await enrol(body)).toMatchObject({ status: 403, body: { code: 'devices.revoked' } });
    expect(await enrol(phone({ deviceId }))).toMatchObject({
      status: 403,
      body: { code: 'devices.revoked' },
    });
  });
});
