import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { breath } from '#kernel/together/turns.ts';
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

  it('looks a session that is asked for all the time up anew while it is still remembered', async () => {
    const browser = new Browser(house);
    await browser.post('/api/sign-in', { phone, pin: PIN });
    await house.accounts.whoIs(browser.headers);
    await sql`delete from auth.session`.execute(house.database.owner);
    house.clock.advance(2000);
    // Nobody waits for the look, and what is remembered holds until it has ended.
    expect(await house.accounts.whoIs(browser.headers)).not.toBeNull();
    while ((await house.accounts.whoIs(browser.headers)) !== null) await breath();
  });

  it('believes no look that began before the session was ended here', async () => {
    const browser = new Browser(house);
    await browser.post('/api/sign-in', { phone, pin: PIN });
    await house.accounts.whoIs(browser.headers);
    house.clock.advance(2000);
    const during = house.accounts.whoIs(browser.headers);
    await browser.post('/api/sign-out');
    await during;
    expect(await house.accounts.whoIs(browser.headers)).toBeNull();
  });

  it('refuses a place the account does not have', async () => {
    const browser = new Browser(house);
    await browser.post('/api/sign-in', { phone, pin: PIN });
    const elsewhere = await house.newArea('长安居民区');
    await expect(house.accounts.placeIn(browser.headers, elsewhere)).rejects.toThrow('accounts.no-place');
    await expect(house.accounts.placeIn({}, area)).rejects.toThrow('accounts.no-session');
  });

  it('never takes up the session a browser brought: its token is a fresh one', async () => {
    const attacker = new Browser(house);
    await attacker.post('/api/sign-in', { phone, pin: PIN });
    const planted = new Browser(house).steal(attacker);
    const before = planted.headers.cookie;
    await planted.post('/api/sign-in', { phone, pin: PIN });
    expect(planted.headers.cookie).not.toBe(before);
    expect((await planted.get('/api/session')).status).toBe(200);
    // And the planted one is over, so it opens nothing for who planted it.
    expect((await attacker.get('/api/session')).status).toBe(401);
  });

  it('takes no made-up session cookie', async () => {
    const browser = new Browser(house, { cookie: 'concerto.session_token=planted.AAAA' });
    const answer = await browser.post('/api/sign-in', { phone, pin: PIN });
    expect(String(answer.setCookie)).not.toContain('planted');
    expect(answer.status).toBe(200);
  });

  it('ends a month after it was used last, and a season after it was opened', async () => {
    const day = 86_400_000;
    const [idle, busy] = [new Browser(house), new Browser(house)];
    await idle.post('/api/sign-in', { phone, pin: PIN });
    await busy.post('/api/sign-in', { phone, pin: PIN });
    for (let i = 0; i < 4; i++) {
      house.clock.advance(20 * day);
      await house.accounts.placeIn(busy.headers, area);
    }
    expect((await idle.get('/api/session')).status).toBe(401);
    expect((await busy.get('/api/session')).status).toBe(200);
    house.clock.advance(10 * day);
    expect((await busy.get('/api/session')).status).toBe(401);
    expect(await house.accounts.whoIs(busy.headers)).toBeNull();
  });

  it.each([
    '/api/auth/sign-in/email',
    '/api/auth/sign-up/email',
    '/api/auth/request-password-reset',
    '/api/auth/list-sessions',
  ])('leaves no way around through %s', async (url) => {
    const payload = { email: 'a@b.cn', password: PIN };
    const answer = await house.app.inject({ method: 'POST', url, payload });
    expect(answer.statusCode).toBe(404);
  });
});
