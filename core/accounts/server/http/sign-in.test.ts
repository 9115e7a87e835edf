import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { Browser, inviteBy } from '../../testing/browser.ts';
import { type TestHouse, testHouse } from '../../testing/house.ts';
import { addMember, freshPhone } from '../../testing/people.ts';

const PIN = '482913';
let house: TestHouse;
let area: string;
let phone: string;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  area = await house.newArea();
  const secretary = await addMember(house, area, { role: 'secretary' });
  house.clock.advance(1000);
  phone = freshPhone();
  const { token } = await inviteBy(house, area, secretary);
  const body = { memberId: uuidv7(house.clock.now()), name: '赵晓梅', phone, pin: PIN };
  await new Browser(house).post(`/api/join/${token}`, body);
});

const signIn = (pin: string, headers: Record<string, string> = {}) =>
  house.app.inject({ method: 'POST', url: '/api/sign-in', headers, payload: { phone, pin } });

describe('signing in', () => {
  it('takes the phone however it is written', async () => {
    const browser = new Browser(house);
    const written = `+86 ${phone.slice(0, 3)} ${phone.slice(3, 7)}-${phone.slice(7)}`;
    expect((await browser.post('/api/sign-in', { phone: written, pin: PIN })).status).toBe(200);
    expect((await browser.get('/api/session')).status).toBe(200);
  });

  it('says the same of a wrong PIN and of an unknown phone', async () => {
    const wrong = await new Browser(house).post('/api/sign-in', { phone, pin: '739164' });
    const unknown = await new Browser(house).post('/api/sign-in', { phone: freshPhone(), pin: PIN });
    expect(wrong).toMatchObject({ status: 401, json: { code: 'accounts.wrong-pin' } });
    expect(unknown.json).toEqual(wrong.json);
  });

  it('ends with sign-out, also for a request a moment later', async () => {
    const browser = new Browser(house);
    await browser.post('/api/sign-in', { phone, pin: PIN });
    const { headers } = browser;
    expect(await house.accounts.whoIs(headers)).not.toBeNull();
    await browser.post('/api/sign-out');
    expect(await house.accounts.whoIs(headers)).toBeNull();
    expect((await browser.get('/api/session')).status).toBe(401);
  });

  it('believes no cookie whose signature was changed', async () => {
    const browser = new Browser(house);
    await browser.post('/api/sign-in', { phone, pin: PIN });
    const forged = browser.headers.cookie.replace(/\.[^.;]{6}/, '.AAAAAA');
    expect(forged).not.toBe(browser.headers.cookie);
    expect(await house.accounts.whoIs({ cookie: forged })).toBeNull();
    expect(await house.accounts.whoIs({})).toBeNull();
  });

  it('looks a busy session up once in five seconds', async () => {
    const browser = new Browser(house);
    await browser.post('/api/sign-in', { phone, pin: PIN });
    await house.accounts.whoIs(browser.headers);
    await sql`delete from auth.session`.execute(house.database.owner);
    expect(await house.accounts.whoIs(browser.headers)).not.toBeNull();
    house.clock.advance(5000);
    expect(await house.accounts.whoIs(browser.headers)).toBeNull();
  });

  it('refuses a place the account does not have', async () => {
    const browser = new Browser(house);
    await browser.post('/api/sign-in', { phone, pin: PIN });
    const elsewhere = await house.newArea('长安居民区');
    await expect(house.accounts.placeIn(browser.headers, elsewhere)).rejects.toThrow('accounts.no-place');
    await expect(house.accounts.placeIn({}, area)).rejects.toThrow('accounts.no-session');
  });
});

describe('wrong PINs', () => {
  it('lock the phone from the fifth on, wherever they come from', async () => {
    for (let i = 0; i < 5; i++) {
      expect((await signIn('739164', { 'x-forwarded-for': `10.0.0.${i}` })).statusCode).toBe(401);
    }
    const locked = await signIn(PIN, { 'x-forwarded-for': '10.9.9.9' });
    expect(locked.statusCode).toBe(429);
    expect(locked.json()).toMatchObject({ code: 'accounts.locked', details: { retryAfterSeconds: 30 } });
    house.clock.advance(30_000);
    expect((await signIn(PIN)).statusCode).toBe(200);
  });

  it('count each when they come all at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => signIn('739164')));
    expect(answers.filter((a) => a.statusCode === 401)).toHaveLength(5);
    expect(answers.filter((a) => a.statusCode === 429)).toHaveLength(15);
  });

  it('wait longer each time, and begin anew after a right one', async () => {
    for (let i = 0; i < 5; i++) await signIn('739164');
    house.clock.advance(30_000);
    await signIn('739164');
    expect((await signIn(PIN)).json()).toMatchObject({ details: { retryAfterSeconds: 60 } });
    house.clock.advance(60_000);
    expect((await signIn(PIN)).statusCode).toBe(200);
    expect((await signIn('739164')).statusCode).toBe(401);
    expect((await signIn(PIN)).statusCode).toBe(200);
  });

  it('have no way around through better-auth itself', async () => {
    for (const url of [
      '/api/auth/sign-in/email',
      '/api/auth/sign-up/email',
      '/api/auth/request-password-reset',
    ]) {
      const answer = await house.app.inject({
        method: 'POST',
        url,
        payload: { email: 'a@b.cn', password: PIN },
      });
      expect(answer.statusCode).toBe(404);
    }
  });
});

describe("better-auth's own paths", () => {
  it('list and end the sessions of the one who asks, from the same site only', async () => {
    const [one, other] = [new Browser(house), new Browser(house)];
    await one.post('/api/sign-in', { phone, pin: PIN });
    await other.post('/api/sign-in', { phone, pin: PIN });
    expect((await one.get('/api/auth/list-sessions')).json).toHaveLength(3);
    const foreign = await house.app.inject({
      method: 'POST',
      url: '/api/auth/revoke-other-sessions',
      headers: { ...one.headers, host: 'concerto.test', origin: 'https://evil.test' },
      payload: {},
    });
    expect(foreign.statusCode).toBe(403);
    const own = await house.app.inject({
      method: 'POST',
      url: '/api/auth/revoke-other-sessions',
      headers: { ...one.headers, host: 'concerto.test', origin: 'https://concerto.test' },
      payload: {},
    });
    expect(own.statusCode).toBe(200);
    expect((await other.get('/api/session')).status).toBe(401);
    expect((await one.get('/api/session')).status).toBe(200);
  });
});
