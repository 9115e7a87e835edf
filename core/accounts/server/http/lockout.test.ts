import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { Browser, inviteBy } from '../../testing/browser.ts';
import { type TestHouse, testHouse } from '../../testing/house.ts';
import { addMember, freshPhone } from '../../testing/people.ts';

const PIN = '482913';
const WRONG = '739164';
let house: TestHouse;
let area: string;
let phone: string;
/** The volunteer's own phone, on which the account was made. */
let own: Browser;
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
  own = new Browser(house);
  const body = { memberId: uuidv7(house.clock.now()), name: '赵晓梅', phone, pin: PIN };
  await own.post(`/api/join/${token}`, body);
});

const signIn = (browser: Browser, pin: string) => browser.post('/api/sign-in', { phone, pin });
/** Each guess comes from a browser that was never here, with another address in its forwarded headers. */
const guess = (pin: string, i = 0) =>
  signIn(new Browser(house, { 'x-forwarded-for': `10.0.0.${i}`, forwarded: `for=10.0.0.${i}` }), pin);
const guessOften = async (times: number) => {
  for (let i = 0; i < times; i++) await guess(WRONG, i);
};

describe('guessing from changing addresses', () => {
  it('shuts out every device that never signed in, from the fifth wrong PIN on', async () => {
    for (let i = 0; i < 5; i++) expect((await guess(WRONG, i)).status).toBe(401);
    const locked = await guess(PIN, 99);
    expect(locked).toMatchObject({
      status: 429,
      json: { code: 'accounts.locked-strangers', details: { retryAfterSeconds: 30 } },
    });
    house.clock.advance(30_000);
    expect((await guess(PIN)).status).toBe(200);
  });

  it('does not shut out the volunteer on the own phone, signed in or not', async () => {
    await guessOften(20);
    expect((await own.get('/api/session')).status).toBe(200);
    await own.post('/api/sign-out');
    expect((await signIn(own, PIN)).status).toBe(200);
  });

  it('counts each when they come all at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => guess(WRONG, i)));
    expect(answers.filter((a) => a.status === 401)).toHaveLength(5);
    expect(answers.filter((a) => a.status === 429)).toHaveLength(15);
  });

  it('gets few tries in a week, though it begins again whenever it may', async () => {
    let looked = 0;
    const end = house.clock.now() + 7 * 86_400_000;
    while (house.clock.now() < end) {
      const answer = await guess(WRONG, looked);
      if (answer.status === 401) looked += 1;
      else {
        const { details } = answer.json as { details: { retryAfterSeconds: number } };
        house.clock.advance(details.retryAfterSeconds * 1000);
      }
    }
    expect(looked).toBeLessThanOrEqual(22);
  });

  it('is not forgiven because the owner signed in meanwhile on the own phone', async () => {
    await guessOften(5);
    await signIn(own, PIN);
    expect((await guess(WRONG)).status).toBe(429);
  });

  it('has no way around by joining: an account that exists asks for its PIN under the same count', async () => {
    const other = await house.newArea('长安居民区');
    const secretary = await addMember(house, other, { role: 'secretary' });
    house.clock.advance(1);
    const { token } = await inviteBy(house, other, secretary);
    await guessOften(5);
    const body = { memberId: uuidv7(house.clock.now()), name: '赵', phone, pin: PIN };
    const answer = await new Browser(house).post(`/api/join/${token}`, body);
    expect(answer).toMatchObject({ status: 429, json: { code: 'accounts.locked-strangers' } });
  });

  it('says the same of a phone nobody has', async () => {
    const unknown = freshPhone();
    const ask = () => new Browser(house).post('/api/sign-in', { phone: unknown, pin: WRONG });
    for (let i = 0; i < 5; i++) expect((await ask()).status).toBe(401);
    expect((await ask()).json).toMatchObject({ code: 'accounts.locked-strangers' });
  });
});

describe('a known device', () => {
  it('has a count of its own, and its waits end after an hour at most', async () => {
    for (let i = 0; i < 5; i++) expect((await signIn(own, WRONG)).status).toBe(401);
    expect(await signIn(own, PIN)).toMatchObject({
      status: 429,
      json: { code: 'accounts.locked', details: { retryAfterSeconds: 30 } },
    });
    expect((await guess(PIN)).status).toBe(200);
    house.clock.advance(30_000);
    expect((await signIn(own, PIN)).status).toBe(200);
    expect((await signIn(own, WRONG)).status).toBe(401);
    expect((await signIn(own, PIN)).status).toBe(200);
  });

  it('is known for the accounts that signed in on it, not for others', async () => {
    const thief = new Browser(house);
    const { token } = await inviteBy(house, area, await addMember(house, area, { role: 'secretary' }));
    await thief.post(`/api/join/${token}`, {
      memberId: uuidv7(house.clock.now()),
      name: '钱七',
      phone: freshPhone(),
      pin: PIN,
    });
    await guessOften(5);
    expect((await signIn(thief, PIN)).json).toMatchObject({ code: 'accounts.locked-strangers' });
  });

  it('is a stranger with a cookie that was made up, changed or taken from another installation', async () => {
    await guessOften(5);
    const cookie = own.headers.cookie;
    const forged = [
      'concerto.device=AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
      cookie.replace(/(concerto\.device=)../, '$1zz'),
      'concerto.device=',
    ];
    for (const value of forged) {
      expect((await signIn(new Browser(house, { cookie: value }), PIN)).status).toBe(429);
    }
    expect((await signIn(new Browser(house, { cookie }), PIN)).status).toBe(200);
  });

  it('keeps its cookie over sign-out, hidden from scripts; the database holds only a hash of it', async () => {
    const answer = await signIn(own, PIN);
    const device = [answer.setCookie].flat().find((c) => c?.startsWith('concerto.device='));
    expect(device).toMatch(/HttpOnly; SameSite=Lax/);
    await own.post('/api/sign-out');
    expect(own.headers.cookie).toContain('concerto.device=');
    const nonce = device?.slice('concerto.device='.length).split('.')[0] ?? '';
    const { rows } = await sql<{ row: string }>`select d::text as row from auth.known_device d`.execute(
      house.database.owner,
    );
    expect(rows.map((r) => r.row).join()).not.toContain(nonce);
  });
});

describe('the owner', () => {
  it('is told of wrong PINs at the next sign-in and until read, once', async () => {
    const at = house.clock.now();
    await guessOften(3);
    const view = await signIn(own, PIN);
    expect(view.json).toMatchObject({ wrongPins: { count: 3, lastAt: at } });
    expect((await own.get('/api/session')).json).toMatchObject({ wrongPins: { count: 3 } });
    expect((await own.get('/api/sessions')).json).toMatchObject({ wrongPins: { count: 3 } });
    await own.post('/api/sessions/told');
    expect((await own.get('/api/session')).json).toMatchObject({ wrongPins: null });
  });

  it('is not told of the right PIN on a new phone', async () => {
    await guess(PIN);
    expect((await own.get('/api/session')).json).toMatchObject({ wrongPins: null });
  });

  it('must be the one to say it was read', async () => {
    await guessOften(1);
    expect((await new Browser(house).post('/api/sessions/told')).status).toBe(401);
    expect((await own.get('/api/session')).json).toMatchObject({ wrongPins: { count: 1 } });
  });
});
