import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { hashToken, mintToken } from '../../contract/token.ts';
import { Browser, inviteBy } from '../../testing/browser.ts';
import { type TestHouse, testHouse } from '../../testing/house.ts';
import { addMember, freshPhone } from '../../testing/people.ts';

const PIN = '482913';
const NEW_PIN = '739164';
let house: TestHouse;
let area: string;
let leader: string;
let memberId: string;
let phone: string;
let own: Browser;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  area = await house.newArea();
  leader = await addMember(house, area, { role: 'leader', group: 'testing' });
  house.clock.advance(1000);
  phone = freshPhone();
  own = new Browser(house);
  const { token } = await inviteBy(house, area, leader);
  memberId = uuidv7(house.clock.now());
  await own.post(`/api/join/${token}`, { memberId, name: '赵晓梅', phone, pin: PIN });
  house.clock.advance(1000);
});

const offer = async (actor = leader, of = memberId) => {
  const token = mintToken(area);
  const body = { offerId: uuidv7(house.clock.now()), memberId: of, tokenHash: await hashToken(token) };
  return { token, body, answer: await house.send(area, actor, 'accounts.offer-new-pin', body) };
};
const signIn = (pin: string, browser = new Browser(house)) => browser.post('/api/sign-in', { phone, pin });
const code = (answer: { problems: readonly { code: string }[] }) => answer.problems[0]?.code;

describe('a PIN that was forgotten', () => {
  it('is set anew by a leader’s code: the old one and all sessions are over, and the member is in', async () => {
    const elsewhere = new Browser(house);
    await signIn(PIN, elsewhere);
    const { token, answer } = await offer();
    expect(answer.outcome).toBe('done');
    const browser = new Browser(house);
    expect((await browser.get(`/api/new-pin/${token}`)).json).toMatchObject({
      areaName: '清源居民区',
      name: '赵晓梅',
      phoneMask: `138****${phone.slice(-4)}`,
    });
    const done = await browser.post(`/api/new-pin/${token}`, { pin: NEW_PIN });
    expect(done).toMatchObject({ status: 200, json: { places: [{ memberId }] } });
    expect((await browser.get('/api/session')).status).toBe(200);
    for (const former of [own, elsewhere]) expect((await former.get('/api/session')).status).toBe(401);
    expect((await signIn(PIN)).status).toBe(401);
    expect((await signIn(NEW_PIN)).status).toBe(200);
  });

  it('opens a new phone even while strangers are shut out for their guesses', async () => {
    for (let i = 0; i < 6; i++) await signIn('111222');
    expect((await signIn(PIN)).status).toBe(429);
    const { token } = await offer();
    const fresh = new Browser(house);
    expect((await fresh.post(`/api/new-pin/${token}`, { pin: NEW_PIN })).status).toBe(200);
    await fresh.post('/api/sign-out');
    expect((await signIn(NEW_PIN, fresh)).status).toBe(200);
  });

  it('makes a stranger of every device that knew the old one', async () => {
    const { token } = await offer();
    await new Browser(house).post(`/api/new-pin/${token}`, { pin: NEW_PIN });
    for (let i = 0; i < 5; i++) await signIn('111222', own);
    expect((await signIn(NEW_PIN, own)).json).toMatchObject({ code: 'accounts.locked-strangers' });
  });

  it('is logged: who offered and that it was used; neither token nor PIN are kept', async () => {
    const { token, body } = await offer();
    await new Browser(house).post(`/api/new-pin/${token}`, { pin: NEW_PIN });
    const { rows } = await sql<{ kind: string; actorId: string }>`
      select kind, actor_id from kernel.command_log
      where area_id = ${area} and kind like 'accounts.%-new-pin' order by version`.execute(
      house.database.owner,
    );
    expect(rows).toEqual([
      { kind: 'accounts.offer-new-pin', actorId: leader },
      { kind: 'accounts.use-new-pin', actorId: 'system' },
    ]);
    const kept = await sql<{ row: string }>`
      select o::text as row from accounts.new_pin o where id = ${body.offerId}`.execute(house.database.owner);
    expect(kept.rows[0]?.row).toContain(body.tokenHash);
    expect(kept.rows[0]?.row).not.toContain(token);
  });
});

describe('a code for a new PIN', () => {
  it('opens once', async () => {
    const { token } = await offer();
    await new Browser(house).post(`/api/new-pin/${token}`, { pin: NEW_PIN });
    const again = await new Browser(house).post(`/api/new-pin/${token}`, { pin: PIN });
    expect(again).toMatchObject({ status: 409, json: { code: 'accounts.new-pin-used' } });
    expect((await new Browser(house).get(`/api/new-pin/${token}`)).status).toBe(409);
  });

  it('opens for one of two at the same moment', async () => {
    const { token } = await offer();
    const pins = [NEW_PIN, '158204'];
    const answers = await Promise.all(
      pins.map((pin) => new Browser(house).post(`/api/new-pin/${token}`, { pin })),
    );
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409]);
  });

  it('is chosen again when the PIN was weak', async () => {
    const { token } = await offer();
    const weak = await new Browser(house).post(`/api/new-pin/${token}`, { pin: phone.slice(-6) });
    expect(weak).toMatchObject({ status: 400, json: { code: 'accounts.weak-pin' } });
    expect((await own.get('/api/session')).status).toBe(200);
    expect((await new Browser(house).post(`/api/new-pin/${token}`, { pin: NEW_PIN })).status).toBe(200);
  });

  it('is closed after the hours of the setting, and when another was given', async () => {
    const first = await offer();
    const second = await offer();
    expect((await new Browser(house).get(`/api/new-pin/${first.token}`)).json).toMatchObject({
      code: 'accounts.new-pin-revoked',
    });
    house.clock.advance(2 * 3_600_000);
    expect(await new Browser(house).post(`/api/new-pin/${second.token}`, { pin: NEW_PIN })).toMatchObject({
      status: 410,
      json: { code: 'accounts.new-pin-expired' },
    });
  });

  it('is no code when made up, of this area or of none', async () => {
    for (const token of [mintToken(area), mintToken(uuidv7(1)), 'x']) {
      const answer = await new Browser(house).post(`/api/new-pin/${token}`, { pin: NEW_PIN });
      expect(answer).toMatchObject({ status: 404, json: { code: 'accounts.unknown-new-pin' } });
    }
  });

  it('ends with the member', async () => {
    const { token } = await offer();
    await house.send(area, leader, 'accounts.end-member', { memberId, reason: '' });
    expect((await new Browser(house).post(`/api/new-pin/${token}`, { pin: NEW_PIN })).status).toBeGreaterThan(
      400,
    );
  });
});

describe('who may offer one', () => {
  it('is a leader of the own group, not of another, and no volunteer', async () => {
    const other = await addMember(house, area, { role: 'leader', group: 'order' });
    house.clock.advance(1);
    expect(code((await offer(other)).answer)).toBe('accounts.not-yours');
    expect(code((await offer(memberId)).answer)).toBe('command.not-allowed');
  });

  it('is the command post for all but a secretary, and nobody for himself', async () => {
    const official = await addMember(house, area, { role: 'command' });
    const secretary = await addMember(house, area, { role: 'secretary' });
    house.clock.advance(1);
    expect((await offer(official)).answer.outcome).toBe('done');
    expect(code((await offer(official, secretary)).answer)).toBe('accounts.not-yours');
    expect(code((await offer(secretary, secretary)).answer)).toBe('accounts.own-pin');
  });

  it('is nobody where the person has no account or is not here', async () => {
    const byHand = await addMember(house, area, { group: 'testing' });
    house.clock.advance(1);
    expect(code((await offer(leader, byHand)).answer)).toBe('accounts.no-account');
    expect(code((await offer(leader, uuidv7(1))).answer)).toBe('accounts.unknown-member');
  });

  it('is no leader where the account works in another area too: that would be a way into it', async () => {
    const other = await house.newArea('长安居民区');
    const secretary = await addMember(house, other, { role: 'secretary' });
    house.clock.advance(1);
    const { token } = await inviteBy(house, other, secretary);
    await new Browser(house).post(`/api/join/${token}`, {
      memberId: uuidv7(house.clock.now()),
      name: '赵晓梅',
      phone,
      pin: PIN,
    });
    expect(code((await offer()).answer)).toBe('accounts.works-elsewhere');
    expect((await offer('system')).answer.outcome).toBe('done');
  });

  it('is nobody in a practice area, whatever role is played there; and to practise is not to work elsewhere', async () => {
    const practice = await house.newArea('演练', area);
    const playing = await addMember(house, practice, { role: 'secretary' });
    house.clock.advance(1);
    const { token } = await inviteBy(house, practice, playing);
    const member = uuidv7(house.clock.now());
    await new Browser(house).post(`/api/join/${token}`, { memberId: member, name: '赵', phone, pin: PIN });
    const body = { offerId: uuidv7(house.clock.now()), memberId: member, tokenHash: await hashToken(token) };
    expect(code(await house.send(practice, playing, 'accounts.offer-new-pin', body))).toBe(
      'accounts.no-account',
    );
    const end = { memberId: member, sessionId: null };
    expect(code(await house.send(practice, playing, 'accounts.end-sessions', end))).toBe(
      'accounts.no-account',
    );
    expect((await own.get('/api/session')).status).toBe(200);
    expect((await offer()).answer.outcome).toBe('done');
  });

  it('leaves the use of it to the server', async () => {
    const { body } = await offer();
    const answer = await house.send(area, leader, 'accounts.use-new-pin', {
      offerId: body.offerId,
      tokenHash: body.tokenHash,
    });
    expect(code(answer)).toBe('command.not-allowed');
  });
});

describe('changing the own PIN', () => {
  it('asks for the old one, ends the other sessions and keeps this one', async () => {
    const other = new Browser(house);
    await signIn(PIN, other);
    expect((await own.post('/api/pin', { oldPin: PIN, pin: NEW_PIN })).status).toBe(200);
    expect((await own.get('/api/session')).status).toBe(200);
    expect((await other.get('/api/session')).status).toBe(401);
    expect((await signIn(NEW_PIN)).status).toBe(200);
  });

  it('refuses a wrong old one, counted like any other; a weak new one; and nobody', async () => {
    for (let i = 0; i < 5; i++) {
      expect((await own.post('/api/pin', { oldPin: '111222', pin: NEW_PIN })).status).toBe(401);
    }
    expect((await own.post('/api/pin', { oldPin: PIN, pin: NEW_PIN })).status).toBe(429);
    expect((await own.post('/api/pin', { oldPin: PIN, pin: phone.slice(-6) })).status).toBe(400);
    expect((await new Browser(house).post('/api/pin', { oldPin: PIN, pin: NEW_PIN })).status).toBe(401);
    house.clock.advance(60_000);
    expect((await signIn(PIN)).status).toBe(200);
  });
});
