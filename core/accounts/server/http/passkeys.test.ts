import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import type { OwnSessions, SecondFactorBegun } from '../../contract/http.ts';
import { totpCode } from '../../domain/totp.ts';
import { Authenticator } from '../../testing/authenticator.ts';
import { Browser, inviteBy } from '../../testing/browser.ts';
import { type TestHouse, testHouse } from '../../testing/house.ts';
import { addMember, freshPhone } from '../../testing/people.ts';

const PIN = '482913';
const HERE = { host: 'localhost:8080', origin: 'http://localhost:8080' };
let house: TestHouse;
let area: string;
let phone: string;
let desk: Browser;
let device: Authenticator;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  area = await house.newArea();
  const secretary = await addMember(house, area, { role: 'secretary' });
  house.clock.advance(60_000);
  phone = freshPhone();
  desk = await joined(secretary, phone);
  device = new Authenticator(HERE.origin);
});

async function joined(secretary: string, number: string): Promise<Browser> {
  const browser = new Browser(house, HERE);
  const { token } = await inviteBy(house, area, secretary, { role: 'command', group: null });
  const body = { memberId: uuidv7(house.clock.now()), name: '郑', phone: number, pin: PIN };
  await browser.post(`/api/join/${token}`, body);
  return browser;
}

type Options = { challenge: string; allowCredentials?: { id: string }[] };
const ask = async (browser: Browser, path: string, body: object = {}): Promise<Options> =>
  (await browser.post(path, body)).json as Options;
const begin = () => ask(desk, '/api/passkeys/begin', { pin: PIN });
const add = async (name = '办公室电脑') =>
  desk.post('/api/passkeys/add', { name, answer: device.create(await begin()) });
const own = async () => (await desk.get('/api/sessions')).json as OwnSessions;

const stranger = () => new Browser(house, HERE);
async function signIn(browser = stranger(), more: Parameters<Authenticator['get']>[1] = {}) {
  const options = await ask(browser, '/api/sign-in/passkey/ask');
  return browser.post('/api/sign-in/passkey', { answer: device.get(options, more) });
}

const WRONG = { status: 401, json: { code: 'accounts.wrong-passkey' } };

describe('adding a passkey', () => {
  it('asks for the PIN, keeps a public key under the name its owner gives, and is in the log of the area', async () => {
    expect((await add()).status).toBe(200);
    const { passkeys, passkeyHindrance } = await own();
    expect(passkeys).toMatchObject([{ id: device.id, name: '办公室电脑', lastUsedAt: null }]);
    expect(passkeyHindrance).toBeNull();
    const { rows } = await sql<{ kinds: string[] }>`
      select array_agg(kind) as kinds from kernel.command_log where area_id = ${area}`.execute(
      house.database.owner,
    );
    expect(rows[0]?.kinds).toContain('accounts.note-access');
  });

  it('is refused with a wrong PIN, without a session, from another site', async () => {
    expect(await desk.post('/api/passkeys/begin', { pin: '739164' })).toMatchObject({
      status: 401,
      json: { code: 'accounts.wrong-pin' },
    });
    const answer = device.create(await begin());
    expect((await stranger().post('/api/passkeys/add', { name: '电脑', answer })).status).toBe(401);
    const elsewhere = new Browser(house, { ...HERE, origin: 'http://localhost:9999' }).steal(desk);
    for (const verb of ['begin', 'add', 'rename', 'remove', 'ask', 'show']) {
      expect((await elsewhere.post(`/api/passkeys/${verb}`)).json).toMatchObject({
        code: 'accounts.other-site',
      });
    }
    expect((await own()).passkeys).toEqual([]);
  });

  it('takes an answer once, in its five minutes, from this page, from a device that asked for its lock', async () => {
    const options = await begin();
    const answer = device.create(options);
    expect((await desk.post('/api/passkeys/add', { name: '甲', answer })).status).toBe(200);
    expect(await desk.post('/api/passkeys/add', { name: '乙', answer })).toMatchObject(WRONG);

    device = new Authenticator(HERE.origin);
    const bad = [
      device.create({ challenge: Buffer.from('made up').toString('base64url') }),
      device.create(await begin(), { origin: 'https://localhost.example.org' }),
      device.create(await begin(), { verified: false }),
      new Authenticator('http://example.org').create(await begin(), { origin: HERE.origin }),
      device.create(await ask(stranger(), '/api/sign-in/passkey/ask')),
      { id: device.id, response: { clientDataJSON: '' } },
    ];
    for (const one of bad)
      expect(await desk.post('/api/passkeys/add', { name: '丙', answer: one })).toMatchObject(WRONG);
    const late = device.create(await begin());
    house.clock.advance(5 * 60_000);
    expect(await desk.post('/api/passkeys/add', { name: '丙', answer: late })).toMatchObject(WRONG);
  });

  it('does not take a question that was asked of somebody else', async () => {
    const secretary = await addMember(house, area, { role: 'secretary' });
    house.clock.advance(60_000);
    const other = await joined(secretary, freshPhone());
    const answer = device.create(await ask(other, '/api/passkeys/begin', { pin: PIN }));
    expect(await desk.post('/api/passkeys/add', { name: '电脑', answer })).toMatchObject(WRONG);
  });

  it('cannot be done under a bare number or without HTTPS, and says which', async () => {
    for (const [host, why] of [
      ['192.168.1.20:8080', 'ip-address'],
      ['concerto.test', 'insecure'],
    ] as const) {
      const there = new Browser(house, { host }).steal(desk);
      expect((await there.get('/api/sessions')).json).toMatchObject({ passkeyHindrance: why });
      for (const path of ['/api/passkeys/begin', '/api/sign-in/passkey/ask']) {
        expect(await there.post(path, { pin: PIN })).toMatchObject({
          status: 409,
          json: { code: 'accounts.no-passkeys-here', details: { why } },
        });
      }
    }
  });
});

describe('signing in with a passkey', () => {
  it('needs neither phone nor PIN nor code, and counts as the second factor shown', async () => {
    await add();
    const browser = stranger();
    const answer = await signIn(browser);
    expect(answer).toMatchObject({ status: 200, json: { places: [{ areaId: area }] } });
    await house.accounts.requireStepUp(browser.headers);
    expect((await own()).passkeys[0]?.lastUsedAt).toBe(house.clock.now());
  });

  it('asks for no code of an authenticator that is on too', async () => {
    const { secret } = (await desk.post('/api/second-factor/begin', { pin: PIN })).json as SecondFactorBegun;
    await desk.post('/api/second-factor/confirm', { code: totpCode(secret, house.clock.now()) });
    await add();
    expect((await signIn()).status).toBe(200);
  });

  it('takes an answer once: who recorded it is refused', async () => {
    await add();
    const browser = stranger();
    const answer = device.get(await ask(browser, '/api/sign-in/passkey/ask'));
    expect((await browser.post('/api/sign-in/passkey', { answer })).status).toBe(200);
    const replayed = await stranger().post('/api/sign-in/passkey', { answer });
    expect(replayed).toMatchObject(WRONG);
    expect(String(replayed.setCookie)).not.toContain('session_token');
  });

  it('takes it for one of two at the same moment', async () => {
    await add();
    const answer = device.get(await ask(stranger(), '/api/sign-in/passkey/ask'));
    const answers = await Promise.all([1, 2].map(() => stranger().post('/api/sign-in/passkey', { answer })));
    expect(answers.map((a) => a.status).sort()).toEqual([200, 401]);
  });

  it('finds a copied key out by its counter', async () => {
    await add();
    expect((await signIn(stranger(), { counter: 7 })).status).toBe(200);
    expect(await signIn(stranger(), { counter: 7 })).toMatchObject(WRONG);
    expect(await signIn(stranger(), { counter: 5 })).toMatchObject(WRONG);
    expect((await signIn(stranger(), { counter: 8 })).status).toBe(200);
  });

  it('refuses an unknown key, another page, an unlocked device, a late answer, a question for something else', async () => {
    expect(await signIn()).toMatchObject(WRONG);
    await add();
    expect(await signIn(stranger(), { origin: 'http://evil.example.org' })).toMatchObject(WRONG);
    expect(await signIn(stranger(), { verified: false })).toMatchObject(WRONG);
    const shown = device.get(await ask(desk, '/api/passkeys/ask'));
    expect(await stranger().post('/api/sign-in/passkey', { answer: shown })).toMatchObject(WRONG);
    const late = device.get(await ask(stranger(), '/api/sign-in/passkey/ask'));
    house.clock.advance(5 * 60_000);
    expect(await stranger().post('/api/sign-in/passkey', { answer: late })).toMatchObject(WRONG);
    expect((await stranger().post('/api/sign-in/passkey', {})).json).toMatchObject({
      code: 'accounts.bad-request',
    });
  });

  it('is over with the passkey, and with the account', async () => {
    await add();
    await desk.post('/api/passkeys/remove', { id: device.id });
    expect(await signIn()).toMatchObject(WRONG);
    await add();
    const who = await house.accounts.whoIs(desk.headers);
    await sql`delete from auth."user" where "id" = ${who?.accountId}`.execute(house.database.owner);
    expect(await signIn()).toMatchObject(WRONG);
  });
});

describe('a passkey that is there', () => {
  it('is shown again before an export, by its own account alone', async () => {
    await add();
    house.clock.advance(10 * 60_000);
    await expect(house.accounts.requireStepUp(desk.headers)).rejects.toThrow('accounts.step-up');
    const options = await ask(desk, '/api/passkeys/ask');
    expect(options.allowCredentials).toMatchObject([{ id: device.id }]);
    expect((await desk.post('/api/passkeys/show', { answer: device.get(options) })).status).toBe(200);
    await house.accounts.requireStepUp(desk.headers);

    const secretary = await addMember(house, area, { role: 'secretary' });
    house.clock.advance(60_000);
    const other = await joined(secretary, freshPhone());
    const theirs = await ask(other, '/api/passkeys/ask');
    expect(await other.post('/api/passkeys/show', { answer: device.get(theirs) })).toMatchObject(WRONG);
  });

  it('is renamed and taken off by its owner; taking it off asks to show it first', async () => {
    await add();
    expect((await desk.post('/api/passkeys/rename', { id: device.id, name: '家里电脑' })).status).toBe(200);
    expect((await own()).passkeys).toMatchObject([{ name: '家里电脑' }]);
    house.clock.advance(10 * 60_000);
    expect((await desk.post('/api/passkeys/remove', { id: device.id })).json).toMatchObject({
      code: 'accounts.step-up',
    });
    const secretary = await addMember(house, area, { role: 'secretary' });
    house.clock.advance(60_000);
    const other = await joined(secretary, freshPhone());
    for (const verb of ['rename', 'remove']) {
      const answer = await other.post(`/api/passkeys/${verb}`, { id: device.id, name: '我的' });
      expect(answer).toMatchObject({ status: 404, json: { code: 'accounts.unknown-passkey' } });
    }
    await desk.post('/api/passkeys/show', { answer: device.get(await ask(desk, '/api/passkeys/ask')) });
    expect((await desk.post('/api/passkeys/remove', { id: device.id })).status).toBe(200);
    expect((await own()).passkeys).toEqual([]);
  });

  it('is not joined by another while nobody shows it: an open desk and the PIN are not enough', async () => {
    await add();
    house.clock.advance(10 * 60_000);
    for (const path of ['/api/passkeys/begin', '/api/second-factor/begin']) {
      expect((await desk.post(path, { pin: PIN })).json).toMatchObject({ code: 'accounts.step-up' });
    }
  });
});
