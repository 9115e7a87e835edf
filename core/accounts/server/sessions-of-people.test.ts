import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { Browser, inviteBy } from '../testing/browser.ts';
import { type TestHouse, testHouse } from '../testing/house.ts';
import { addMember, freshPhone } from '../testing/people.ts';
import { sessionsOf } from './auth/session-notes.ts';

let house: TestHouse;
let area: string;
let leader: string;
let memberId: string;
let browser: Browser;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  area = await house.newArea();
  leader = await addMember(house, area, { role: 'leader', group: 'testing' });
  house.clock.advance(1000);
  ({ browser, memberId } = await join());
});

const join = async () => {
  const { token } = await inviteBy(house, area, leader);
  const joined = { browser: new Browser(house), memberId: uuidv7(house.clock.now()) };
  const body = { memberId: joined.memberId, name: '赵晓梅', phone: freshPhone(), pin: '482913' };
  await joined.browser.post(`/api/join/${token}`, body);
  return joined;
};
const end = (actor: string, sessionId: string | null = null) =>
  house.send(area, actor, 'accounts.end-sessions', { memberId, sessionId });
const isIn = async (who: Browser) => (await who.get('/api/session')).status === 200;

describe('ending the sessions of one’s people', () => {
  it('is felt by the very next request', async () => {
    await house.accounts.placeIn(browser.headers, area);
    expect((await end(leader)).outcome).toBe('done');
    await expect(house.accounts.placeIn(browser.headers, area)).rejects.toThrow('accounts.no-session');
  });

  it('can be one of them', async () => {
    const who = await house.accounts.whoIs(browser.headers);
    const [session] = await house.read(area, (tx) => sessionsOf(tx.db, who?.accountId ?? ''));
    await end(leader, uuidv7(1));
    expect(await isIn(browser)).toBe(true);
    await end(leader, session?.id);
    expect(await isIn(browser)).toBe(false);
  });

  it('never reaches a session of somebody else, whatever id is sent', async () => {
    const other = await join();
    const who = await house.accounts.whoIs(other.browser.headers);
    const [session] = await house.read(area, (tx) => sessionsOf(tx.db, who?.accountId ?? ''));
    await end(leader, session?.id);
    expect(await isIn(other.browser)).toBe(true);
  });

  it('is refused a leader of another group, a volunteer, and of people without an account', async () => {
    const other = await addMember(house, area, { role: 'leader', group: 'order' });
    const byHand = await addMember(house, area, { group: 'testing' });
    house.clock.advance(1);
    expect((await end(other)).problems[0]?.code).toBe('accounts.not-yours');
    expect((await end(memberId)).problems[0]?.code).toBe('command.not-allowed');
    const answer = await house.send(area, leader, 'accounts.end-sessions', {
      memberId: byHand,
      sessionId: null,
    });
    expect(answer.problems[0]?.code).toBe('accounts.no-account');
    expect(await isIn(browser)).toBe(true);
  });
});
