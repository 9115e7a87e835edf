import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import type { SecondFactorBegun, SessionView } from '../../contract/http.ts';
import type { GroupId, Role } from '../../contract/roles.ts';
import { totpCode } from '../../domain/totp.ts';
import { Browser, inviteBy } from '../../testing/browser.ts';
import { type TestHouse, testHouse } from '../../testing/house.ts';
import { addMember, freshPhone } from '../../testing/people.ts';

const PIN = '482913';
const WEEK = 7 * 86_400_000;
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
  house.clock.advance(60_000);
});

async function joined(role: Role, group: GroupId | null, phone = freshPhone()): Promise<Browser> {
  const browser = new Browser(house);
  const { token } = await inviteBy(house, area, secretary, { role, group });
  await browser.post(`/api/join/${token}`, {
    memberId: uuidv7(house.clock.now()),
    name: '郑',
    phone,
    pin: PIN,
  });
  return browser;
}
const by = async (browser: Browser) =>
  ((await browser.get('/api/session')).json as SessionView).places[0]?.secondFactorBy;
const memberOf = async (browser: Browser) =>
  (await house.accounts.whoIs(browser.headers))?.places.find((place) => place.areaId === area)?.memberId;
async function enrol(browser: Browser): Promise<string> {
  const { secret } = (await browser.post('/api/second-factor/begin', { pin: PIN })).json as SecondFactorBegun;
  await browser.post('/api/second-factor/confirm', { code: totpCode(secret, house.clock.now()) });
  house.clock.advance(60_000);
  return secret;
}

describe('when a second factor is due', () => {
  it('is a week after the role began for the command post, until it is set up', async () => {
    const desk = await joined('command', null);
    expect(await by(desk)).toBe(house.clock.now() + WEEK);
    house.clock.advance(60_000);
    expect(await by(desk)).toBe(house.clock.now() - 60_000 + WEEK);
    await enrol(desk);
    expect(await by(desk)).toBeNull();
  });

  it('is never for leaders and volunteers', async () => {
    expect(await by(await joined('leader', 'testing'))).toBeNull();
    expect(await by(await joined('volunteer', 'testing'))).toBeNull();
  });

  it('counts from the day somebody is named to the command post', async () => {
    const desk = await joined('leader', 'testing');
    house.clock.advance(30 * 60_000);
    const memberId = await memberOf(desk);
    await house.send(area, secretary, 'accounts.name-leader', { memberId, role: 'command', group: null });
    expect(await by(desk)).toBe(house.clock.now() + WEEK);
  });
});

describe('resetting a second factor', () => {
  const reset = async (actor: string, browser: Browser) =>
    house.send(area, actor, 'accounts.reset-second-factor', { memberId: await memberOf(browser) });
  const refusal = async (actor: string, browser: Browser) => (await reset(actor, browser)).problems[0]?.code;

  it('lets somebody whose phone is lost in with the PIN alone, and ends every session at once', async () => {
    const phone = freshPhone();
    const desk = await joined('command', null, phone);
    await enrol(desk);
    const other = new Browser(house);
    expect((await other.post('/api/sign-in', { phone, pin: PIN })).json).toMatchObject({
      code: 'accounts.needs-code',
    });
    expect((await reset(secretary, desk)).outcome).toBe('done');
    expect((await desk.get('/api/session')).status).toBe(401);
    expect((await other.post('/api/sign-in', { phone, pin: PIN })).status).toBe(200);
    expect((await other.get('/api/sessions')).json).toMatchObject({
      secondFactor: { isOn: false, recoveryCodesLeft: 0 },
    });
  });

  it('is never done for oneself: an open desk would undo it', async () => {
    const desk = await joined('command', null);
    await enrol(desk);
    expect(await refusal((await memberOf(desk)) ?? '', desk)).toBe('accounts.own-second-factor');
    expect((await desk.get('/api/sessions')).json).toMatchObject({ secondFactor: { isOn: true } });
  });

  it('is the command post’s: not a leader’s, and not the command post’s over the secretary', async () => {
    const leader = await addMember(house, area, { role: 'leader', group: 'testing' });
    const command = await addMember(house, area, { role: 'command' });
    house.clock.advance(60_000);
    const volunteer = await joined('volunteer', 'testing');
    await enrol(volunteer);
    expect((await reset(leader, volunteer)).outcome).toBe('refused');
    const boss = await joined('secretary', null);
    await enrol(boss);
    expect(await refusal(command, boss)).toBe('accounts.not-yours');
    expect((await reset(secretary, boss)).outcome).toBe('done');
  });

  it('is refused where there is none, where there is no account, and for who works elsewhere too', async () => {
    expect(await refusal(secretary, await joined('command', null))).toBe('accounts.no-second-factor');
    const memberId = await addMember(house, area);
    const none = await house.send(area, secretary, 'accounts.reset-second-factor', { memberId });
    expect(none.problems[0]?.code).toBe('accounts.no-account');

    const desk = await joined('command', null);
    await enrol(desk);
    const elsewhere = await house.newArea('长安居民区');
    const accountId = (await house.accounts.whoIs(desk.headers))?.accountId;
    await house.send(elsewhere, 'system', 'accounts.add-member', {
      memberId: uuidv7(house.clock.now()),
      name: '郑',
      phone: null,
      role: 'volunteer',
      group: null,
      residentId: null,
      accountId,
    });
    expect(await refusal(secretary, desk)).toBe('accounts.works-elsewhere');
  });

  it('and the note of a change are made where they belong: nobody writes into the log what he did not do', async () => {
    const body = { memberId: secretary, what: 'passkey-added' };
    const answer = await house.send(area, secretary, 'accounts.note-access', body);
    expect(answer.outcome).toBe('refused');
  });
});
