import { createRouterClient, type RouterClient } from '@orpc/server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { Browser, inviteBy } from '../testing/browser.ts';
import { type TestHouse, testHouse } from '../testing/house.ts';
import { addMember, freshPhone } from '../testing/people.ts';
import { accountsRouter } from './queries.ts';
import { meSource } from './sync.ts';

type Client = RouterClient<typeof accountsRouter>;
let house: TestHouse;
let area: string;
let secretary: string;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  area = await house.newArea();
  secretary = await addMember(house, area, { role: 'secretary', name: '李书记' });
  house.clock.advance(1000);
});

const actorOf = async (id: string) => (await house.loadActors(area, [id])).get(id) ?? { id, grants: [] };
const as = async <T>(id: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const rest = { actor: await actorOf(id), now: house.clock.now(), rules: house.registry.rules };
  return house.read(area, (tx) => work(createRouterClient(accountsRouter, { context: { tx, ...rest } })));
};

describe('people at work', () => {
  it('shows role, masked phone, and when each was last seen', async () => {
    const { token } = await inviteBy(house, area, secretary);
    const phone = freshPhone();
    const body = { memberId: uuidv7(house.clock.now()), name: '赵晓梅', phone, pin: '482913' };
    const browser = new Browser(house);
    await browser.post(`/api/join/${token}`, body);
    await house.accounts.placeIn(browser.headers, area);
    const { people } = await as(secretary, (c) => c.people({}));
    expect(people.map((p) => [p.name, p.role, p.canSignIn, p.lastSeenAt])).toEqual([
      ['李书记', 'secretary', false, null],
      ['赵晓梅', 'volunteer', true, house.clock.now()],
    ]);
    expect(JSON.stringify(people)).not.toContain(phone);
    expect(people[1]?.phoneMask).toBe(`138****${phone.slice(-4)}`);
  });

  it('leaves out who has left, unless asked', async () => {
    const gone = await addMember(house, area, { name: '老周' });
    house.clock.advance(1);
    await house.send(area, secretary, 'accounts.end-member', { memberId: gone, reason: '' });
    const names = async (ended: boolean) =>
      (await as(secretary, (c) => c.people({ ended }))).people.map((p) => p.name);
    expect(await names(false)).toEqual(['李书记']);
    expect(await names(true)).toEqual(['李书记', '老周']);
  });

  it('is not shown to volunteers, nor are invitations', async () => {
    const volunteer = await addMember(house, area);
    house.clock.advance(1);
    await expect(as(volunteer, (c) => c.people({}))).rejects.toThrow('query.not-allowed');
    await expect(as(volunteer, (c) => c.invitations())).rejects.toThrow('query.not-allowed');
  });

  it('shows a leader the invitations of the own group', async () => {
    const leader = await addMember(house, area, { role: 'leader', group: 'testing' });
    house.clock.advance(1);
    await inviteBy(house, area, secretary, { group: 'testing' });
    await inviteBy(house, area, secretary, { group: 'order' });
    const groups = async (id: string) =>
      (await as(id, (c) => c.invitations())).invitations.map((i) => i.group).sort();
    expect(await groups(leader)).toEqual(['testing']);
    expect(await groups(secretary)).toEqual(['order', 'testing']);
  });
});

describe('accounts.me', () => {
  it('brings my own row and the area’s name, and nobody else’s', async () => {
    const volunteer = await addMember(house, area, { name: '赵晓梅', phone: freshPhone() });
    const actor = await actorOf(volunteer);
    const delta = await house.read(area, (tx) => meSource.delta(tx, actor, 'accounts.me', 0));
    expect(delta['accounts.member']?.rows).toMatchObject([{ id: volunteer, name: '赵晓梅' }]);
    expect(delta['accounts.area']?.rows).toMatchObject([{ id: area, name: '清源居民区' }]);
    expect(delta['accounts.standing']?.rows).toHaveLength(1);
    expect(JSON.stringify(delta)).not.toMatch(/Cipher|Blind|李书记/);
  });

  it('brings a changed role after the cursor, and is no term of a stranger or of who has left', async () => {
    const member = await addMember(house, area);
    house.clock.advance(1);
    const body = { memberId: member, role: 'leader', group: 'testing' };
    const { version } = await house.send(area, secretary, 'accounts.name-leader', body);
    const deltaSince = async (since: number) => {
      const actor = await actorOf(member);
      return house.read(area, (tx) => meSource.delta(tx, actor, 'accounts.me', since));
    };
    expect((await deltaSince(version - 1))['accounts.member']?.rows).toMatchObject([{ role: 'leader' }]);
    expect((await deltaSince(version))['accounts.member']?.rows).toEqual([]);
    await house.send(area, secretary, 'accounts.end-member', { memberId: member, reason: '' });
    for (const id of [member, uuidv7(1)]) {
      const actor = await actorOf(id);
      expect(await house.read(area, (tx) => meSource.terms(tx, actor, house.clock.now()))).toEqual([]);
    }
  });
});

describe('sessions of one’s people', () => {
  it('show which device and since when to those who lead the person, and to nobody else', async () => {
    const { token } = await inviteBy(house, area, secretary);
    const memberId = uuidv7(house.clock.now());
    const browser = new Browser(house, { 'user-agent': 'Mozilla/5.0 (Linux; Android 13) Chrome/120.0' });
    const body = { memberId, name: '赵晓梅', phone: freshPhone(), pin: '482913' };
    await browser.post(`/api/join/${token}`, body);
    const leader = await addMember(house, area, { role: 'leader', group: 'testing' });
    const other = await addMember(house, area, { role: 'leader', group: 'order' });
    house.clock.advance(1);
    const { sessions } = await as(leader, (c) => c.sessions({ memberId }));
    expect(sessions).toMatchObject([{ deviceName: 'Android · Chrome', deviceId: null }]);
    await expect(as(other, (c) => c.sessions({ memberId }))).rejects.toThrow('accounts.not-yours');
    await expect(as(memberId, (c) => c.sessions({ memberId }))).rejects.toThrow('query.not-allowed');
    await expect(as(leader, (c) => c.sessions({ memberId: uuidv7(1) }))).rejects.toThrow(
      'accounts.not-yours',
    );
  });
});

describe('who took an invitation', () => {
  it('is shown to the inviter by name, so that somebody not meant is ended at once', async () => {
    const { token, invitationId } = await inviteBy(house, area, secretary, { name: '小赵' });
    const memberId = uuidv7(house.clock.now());
    const body = { memberId, name: '陌生人', phone: freshPhone(), pin: '482913' };
    await new Browser(house).post(`/api/join/${token}`, body);
    const find = async () => {
      const { invitations } = await as(secretary, (c) => c.invitations());
      return invitations.find((row) => row.id === invitationId);
    };
    expect(await find()).toMatchObject({
      invitedByName: '李书记',
      usedBy: memberId,
      usedByName: '陌生人',
      usedByEnded: false,
    });
    await house.send(area, secretary, 'accounts.end-member', { memberId, reason: '' });
    expect(await find()).toMatchObject({ usedByEnded: true });
  });
});

describe('the table of rights', () => {
  it('is made of the rules the server asks, with the minutes a duty stretches; for those who lead', async () => {
    const { rules, ...minutes } = await as(secretary, (c) => c.rights());
    expect(Object.fromEntries(rules.map((r) => [r.action, r.grants]))).toEqual(house.registry.rules);
    expect(minutes).toEqual({ dutyEarlyMinutes: 60, dutyGraceMinutes: 60 });
    const volunteer = await addMember(house, area);
    house.clock.advance(1);
    await expect(as(volunteer, (c) => c.rights())).rejects.toThrow('query.not-allowed');
  });
});
