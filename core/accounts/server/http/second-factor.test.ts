import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import type { SecondFactorBegun } from '../../contract/http.ts';
import { hashToken, mintToken } from '../../contract/token.ts';
import { totpCode } from '../../domain/totp.ts';
import { Browser, inviteBy } from '../../testing/browser.ts';
import { type TestHouse, testHouse } from '../../testing/house.ts';
import { addMember, freshPhone } from '../../testing/people.ts';

const PIN = '482913';
let house: TestHouse;
let area: string;
let secretary: string;
let phone: string;
let desk: Browser;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  area = await house.newArea();
  secretary = await addMember(house, area, { role: 'secretary' });
  house.clock.advance(60_000);
  phone = freshPhone();
  desk = new Browser(house);
  const { token } = await inviteBy(house, area, secretary, { role: 'command', group: null });
  await desk.post(`/api/join/${token}`, { memberId: uuidv7(house.clock.now()), name: '郑', phone, pin: PIN });
});

const codeNow = (secret: string) => totpCode(secret, house.clock.now());
const setUp = async () => {
  const { secret } = (await desk.post('/api/second-factor/begin', { pin: PIN })).json as SecondFactorBegun;
  const answer = await desk.post('/api/second-factor/confirm', { code: codeNow(secret) });
  house.clock.advance(60_000);
  return { secret, recoveryCodes: (answer.json as { recoveryCodes: string[] }).recoveryCodes };
};
const signIn = (more: object = {}, browser = new Browser(house)) =>
  browser.post('/api/sign-in', { phone, pin: PIN, ...more });

describe('signing in with an authenticator', () => {
  it('asks for its code beside the PIN once it is confirmed, not before', async () => {
    await desk.post('/api/second-factor/begin', { pin: PIN });
    expect((await signIn()).status).toBe(200);
    const { secret } = await setUp();
    const asked = await signIn();
    expect(asked).toMatchObject({ status: 401, json: { code: 'accounts.needs-code' } });
    expect(String(asked.setCookie)).not.toContain('session_token');
    expect((await signIn({ code: codeNow(secret) })).status).toBe(200);
  });

  it('takes a code once: who read it over a shoulder is refused within the same half minute', async () => {
    const { secret } = await setUp();
    const code = codeNow(secret);
    expect((await signIn({ code })).status).toBe(200);
    expect(await signIn({ code })).toMatchObject({ status: 401, json: { code: 'accounts.wrong-code' } });
    house.clock.advance(29_000);
    expect((await signIn({ code })).status).toBe(401);
  });

  it('takes it for one of two at the same moment', async () => {
    const { secret } = await setUp();
    const code = codeNow(secret);
    const answers = await Promise.all([signIn({ code }), signIn({ code })]);
    expect(answers.map((a) => a.status).sort()).toEqual([200, 401]);
  });

  it('takes no older code than the last, though it is still in its window', async () => {
    const { secret } = await setUp();
    const older = totpCode(secret, house.clock.now() - 30_000);
    expect((await signIn({ code: codeNow(secret) })).status).toBe(200);
    expect((await signIn({ code: older })).status).toBe(401);
  });

  it('waits after five wrong codes, and says nothing of a code while the PIN is wrong', async () => {
    const { secret } = await setUp();
    expect((await signIn({ pin: '739164', code: codeNow(secret) })).json).toMatchObject({
      code: 'accounts.wrong-pin',
    });
    for (let i = 0; i < 5; i++) expect((await signIn({ code: '000000' })).status).toBe(401);
    expect((await signIn({ code: codeNow(secret) })).json).toMatchObject({ code: 'accounts.locked' });
    house.clock.advance(30_000);
    expect((await signIn({ code: codeNow(secret) })).status).toBe(200);
  });

  it('is helped by a recovery code, each once, however it is typed', async () => {
    const { recoveryCodes } = await setUp();
    expect(new Set(recoveryCodes).size).toBe(8);
    const [first = ''] = recoveryCodes;
    expect((await signIn({ code: first.toLowerCase().replaceAll('-', ' ') })).status).toBe(200);
    expect((await signIn({ code: first })).status).toBe(401);
    const sessions = (await desk.get('/api/sessions')).json;
    expect(sessions).toMatchObject({ secondFactor: { isOn: true, recoveryCodesLeft: 7 } });
  });

  it('does not ask the phone that signed in before: it is something one has', async () => {
    const { secret } = await setUp();
    const deviceId = crypto.randomUUID();
    const own = new Browser(house);
    expect((await signIn({ deviceId }, own)).status).toBe(401);
    await signIn({ deviceId, code: codeNow(secret) }, own);
    await own.post('/api/sign-out');
    expect((await signIn({ deviceId }, own)).status).toBe(200);
    expect((await signIn({ deviceId })).status).toBe(401);
  });

  it('is still asked after a leader gave a code for a new PIN', async () => {
    const { secret } = await setUp();
    const who = await house.accounts.whoIs(desk.headers);
    const token = mintToken(area);
    await house.send(area, secretary, 'accounts.offer-new-pin', {
      offerId: uuidv7(house.clock.now()),
      memberId: who?.places[0]?.memberId,
      tokenHash: await hashToken(token),
    });
    const browser = new Browser(house);
    const set = await browser.post(`/api/new-pin/${token}`, { pin: '739164' });
    expect(set.json).toMatchObject({ code: 'accounts.needs-code' });
    expect((await browser.get('/api/session')).status).toBe(401);
    expect((await signIn({ pin: '739164' })).json).toMatchObject({ code: 'accounts.needs-code' });
    expect((await signIn({ pin: '739164', code: codeNow(secret) })).status).toBe(200);
  });
});

describe('showing it again before an export', () => {
  const stepUp = (browser: Browser) => house.accounts.requireStepUp(browser.headers);

  it('is asked ten minutes after it was shown, and in a session that never showed it', async () => {
    const { secret } = await setUp();
    await stepUp(desk);
    house.clock.advance(10 * 60_000);
    await expect(stepUp(desk)).rejects.toThrow('accounts.step-up');
    expect((await desk.post('/api/second-factor/check', { code: '000000' })).status).toBe(401);
    await expect(stepUp(desk)).rejects.toThrow('accounts.step-up');
    await desk.post('/api/second-factor/check', { code: codeNow(secret) });
    await stepUp(desk);
  });

  it('lets nobody through who has no second factor, or no session', async () => {
    await expect(stepUp(desk)).rejects.toThrow('accounts.needs-second-factor');
    await expect(stepUp(new Browser(house))).rejects.toThrow('accounts.no-session');
  });
});

describe('an authenticator', () => {
  it('is taken off with a code only', async () => {
    const { secret } = await setUp();
    expect((await desk.post('/api/second-factor/remove', { code: '000000' })).status).toBe(401);
    expect((await signIn()).status).toBe(401);
    expect((await desk.post('/api/second-factor/remove', { code: codeNow(secret) })).status).toBe(200);
    expect((await signIn()).status).toBe(200);
  });

  it('is not replaced by whoever sits down at an open desk', async () => {
    await setUp();
    const again = await desk.post('/api/second-factor/begin', { pin: PIN });
    expect(again).toMatchObject({ status: 409, json: { code: 'accounts.second-factor-on' } });
  });

  it('is begun with the PIN: an open desk alone is not enough', async () => {
    const answer = await desk.post('/api/second-factor/begin', { pin: '739164' });
    expect(answer).toMatchObject({ status: 401, json: { code: 'accounts.wrong-pin' } });
    expect((await desk.post('/api/second-factor/begin')).json).toMatchObject({
      code: 'accounts.bad-request',
    });
  });

  it('is put in force by a right code only, and by nobody without a session', async () => {
    await desk.post('/api/second-factor/begin', { pin: PIN });
    expect((await desk.post('/api/second-factor/confirm', { code: '000000' })).status).toBe(401);
    expect((await signIn()).status).toBe(200);
    for (const verb of ['begin', 'confirm', 'check', 'remove']) {
      const answer = await new Browser(house).post(`/api/second-factor/${verb}`, { code: '000000' });
      expect(answer.status).toBe(401);
    }
  });

  it('keeps its secret sealed and its recovery codes hashed', async () => {
    const { secret, recoveryCodes } = await setUp();
    const { rows } = await sql<{ row: string }>`
      select encode(secret, 'escape') as row from auth.second_factor
      union all select code_hash from auth.recovery_code`.execute(house.database.owner);
    const kept = rows.map((r) => r.row).join('\n');
    expect(kept).not.toContain(secret);
    for (const code of recoveryCodes) expect(kept).not.toContain(code);
  });
});
