import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import type { OwnSessions } from '../../contract/http.ts';
import { Browser, inviteBy } from '../../testing/browser.ts';
import { type TestHouse, testHouse } from '../../testing/house.ts';
import { addMember, freshPhone } from '../../testing/people.ts';

const PIN = '482913';
const CHROME = 'Mozilla/5.0 (Linux; Android 13; V2048A) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36';
let house: TestHouse;
let area: string;
let secretary: string;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  area = await house.newArea();
  secretary = await addMember(house, area, { role: 'secretary' });
  house.clock.advance(1000);
});

const join = async (phone: string, deviceId?: string) => {
  const browser = new Browser(house, { 'user-agent': CHROME });
  const { token } = await inviteBy(house, area, secretary);
  const memberId = uuidv7(house.clock.now());
  await browser.post(`/api/join/${token}`, { memberId, name: '赵晓梅', phone, pin: PIN, deviceId });
  return browser;
};
const signIn = async (phone: string, deviceId?: string) => {
  const browser = new Browser(house);
  await browser.post('/api/sign-in', { phone, pin: PIN, deviceId });
  return browser;
};
const list = async (browser: Browser) => ((await browser.get('/api/sessions')).json as OwnSessions).sessions;
const isIn = async (browser: Browser) => (await browser.get('/api/session')).status === 200;

describe('the own sessions', () => {
  it('say which device, since when and last seen; no address and no model of it', async () => {
    const phone = freshPhone();
    const deviceId = crypto.randomUUID();
    const opened = house.clock.now();
    const browser = await join(phone, deviceId);
    house.clock.advance(120_000);
    await house.accounts.placeIn(browser.headers, area);
    const sessions = await list(browser);
    expect(sessions).toEqual([
      {
        id: expect.any(String),
        deviceId,
        deviceName: 'Android · Chrome',
        openedAt: opened,
        lastSeenAt: opened + 120_000,
        isThis: true,
      },
    ]);
    expect(JSON.stringify(sessions)).not.toMatch(/127\.0\.0\.1|V2048A/);
  });

  it('are ended one by one, felt by the very next request', async () => {
    const phone = freshPhone();
    const one = await join(phone);
    const lost = await signIn(phone);
    await house.accounts.whoIs(lost.headers);
    const other = (await list(one)).find((s) => !s.isThis);
    expect((await one.post('/api/sessions/end', { sessionId: other?.id })).status).toBe(200);
    expect(await house.accounts.whoIs(lost.headers)).toBeNull();
    expect([await isIn(one), await isIn(lost)]).toEqual([true, false]);
  });

  it('are ended all but the one that asks', async () => {
    const phone = freshPhone();
    const one = await join(phone);
    const others = [await signIn(phone), await signIn(phone)];
    await one.post('/api/sessions/end-others');
    expect(await list(one)).toHaveLength(1);
    for (const other of others) expect(await isIn(other)).toBe(false);
  });

  it('are nobody else’s to see or end', async () => {
    const one = await join(freshPhone());
    const stranger = await join(freshPhone());
    const [mine] = await list(one);
    const answer = await stranger.post('/api/sessions/end', { sessionId: mine?.id });
    expect(answer).toMatchObject({ status: 404, json: { code: 'accounts.unknown-session' } });
    expect(await isIn(one)).toBe(true);
    for (const path of ['/api/sessions/end', '/api/sessions/end-others']) {
      expect((await new Browser(house).post(path, { sessionId: mine?.id })).status).toBe(401);
    }
    expect((await new Browser(house).get('/api/sessions')).status).toBe(401);
  });

  it('are not ended from another site’s page', async () => {
    const phone = freshPhone();
    const one = await join(phone);
    const other = await signIn(phone);
    for (const origin of ['https://evil.test', 'http://concerto.test:8081', 'null']) {
      const lured = new Browser(house, { origin }).steal(one);
      expect((await lured.post('/api/sessions/end-others')).json).toMatchObject({
        code: 'accounts.other-site',
      });
    }
    expect(await isIn(other)).toBe(true);
    const home = new Browser(house, { origin: 'https://concerto.test' }).steal(one);
    expect((await home.post('/api/sessions/end-others')).status).toBe(200);
  });

  it('refuse an id that is none, naming the field', async () => {
    const one = await join(freshPhone());
    expect((await one.post('/api/sessions/end', { sessionId: 'x' })).json).toMatchObject({
      code: 'accounts.bad-request',
      details: { field: 'sessionId' },
    });
  });
});

describe('a device that is revoked', () => {
  it('loses the sessions of all who used it, at once; other devices keep theirs', async () => {
    const shared = crypto.randomUUID();
    const [phoneA, phoneB] = [freshPhone(), freshPhone()];
    const a = await join(phoneA, shared);
    const b = await join(phoneB, shared);
    const elsewhere = await signIn(phoneA, crypto.randomUUID());
    await house.accounts.whoIs(a.headers);
    expect(await house.accounts.endDeviceSessions(area, shared)).toBe(2);
    expect(await house.accounts.whoIs(a.headers)).toBeNull();
    expect([await isIn(a), await isIn(b), await isIn(elsewhere)]).toEqual([false, false, true]);
  });

  it('loses nothing to another area’s word', async () => {
    const deviceId = crypto.randomUUID();
    const browser = await join(freshPhone(), deviceId);
    const other = await house.newArea('长安居民区');
    expect(await house.accounts.endDeviceSessions(other, deviceId)).toBe(0);
    expect(await isIn(browser)).toBe(true);
  });
});

describe('somebody who is ended', () => {
  it('is out at the very next request', async () => {
    const browser = new Browser(house);
    const { token } = await inviteBy(house, area, secretary);
    const memberId = uuidv7(house.clock.now());
    await browser.post(`/api/join/${token}`, { memberId, name: '赵晓梅', phone: freshPhone(), pin: PIN });
    await house.accounts.placeIn(browser.headers, area);
    await house.send(area, secretary, 'accounts.end-member', { memberId, reason: '' });
    await expect(house.accounts.placeIn(browser.headers, area)).rejects.toThrow('accounts.no-place');
  });
});
