import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { Browser, inviteBy } from '../../testing/browser.ts';
import { type TestHouse, testHouse } from '../../testing/house.ts';
import { addMember, freshPhone } from '../../testing/people.ts';

const PIN = '482913';
let house: TestHouse;
let area: string;
let secretary: string;
let byHand: string;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  area = await house.newArea();
  secretary = await addMember(house, area, { role: 'secretary' });
  byHand = await addMember(house, area, { name: '孙阿姨', group: 'order' });
  house.clock.advance(1000);
});

const joining = (change: object = {}) => ({
  memberId: uuidv7(house.clock.now()),
  name: '孙阿姨',
  phone: freshPhone(),
  pin: PIN,
  ...change,
});
const members = async () => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int4 as n from accounts.member where area_id = ${area}`.execute(house.database.owner);
  return rows[0]?.n;
};

describe('an invitation for somebody added by hand', () => {
  it('gives that member an account, with role, group and duties kept, and makes no second one', async () => {
    const { token } = await inviteBy(house, area, secretary, { memberId: byHand, role: 'leader' });
    const before = await members();
    const browser = new Browser(house);
    expect((await browser.get(`/api/join/${token}`)).json).toMatchObject({
      name: '孙阿姨',
      role: 'volunteer',
      group: 'order',
    });
    const body = joining();
    const joined = await browser.post(`/api/join/${token}`, body);
    expect(joined).toMatchObject({
      status: 200,
      json: { places: [{ memberId: byHand, role: 'volunteer', group: 'order' }] },
    });
    expect(await members()).toBe(before);
    // The answer was lost: the same phone asks again.
    expect((await new Browser(house).post(`/api/join/${token}`, body)).status).toBe(200);
    const other = await new Browser(house).post(`/api/join/${token}`, joining());
    expect(other).toMatchObject({ status: 409, json: { code: 'accounts.invitation-used' } });
  });

  it('is refused where there is an account already, for somebody ended, and for nobody', async () => {
    const { token } = await inviteBy(house, area, secretary, { memberId: byHand });
    await new Browser(house).post(`/api/join/${token}`, joining());
    const again = await inviteBy(house, area, secretary, { memberId: byHand });
    expect(again.answer.problems[0]?.code).toBe('accounts.has-account');
    await house.send(area, secretary, 'accounts.end-member', { memberId: byHand, reason: '' });
    const ended = await inviteBy(house, area, secretary, { memberId: byHand });
    expect(ended.answer.problems[0]?.code).toBe('accounts.member-ended');
    const nobody = await inviteBy(house, area, secretary, { memberId: uuidv7(1) });
    expect(nobody.answer.problems[0]?.code).toBe('accounts.unknown-member');
  });

  it('is a leader’s to give for the own group only', async () => {
    const leader = await addMember(house, area, { role: 'leader', group: 'testing' });
    house.clock.advance(1);
    const refused = await inviteBy(house, area, leader, { memberId: byHand });
    expect(refused.answer.problems[0]?.code).toBe('accounts.not-yours');
  });

  it('closes when the member was given an account by another meanwhile', async () => {
    const [one, two] = [
      await inviteBy(house, area, secretary, { memberId: byHand }),
      await inviteBy(house, area, secretary, { memberId: byHand }),
    ];
    await new Browser(house).post(`/api/join/${one.token}`, joining());
    const late = await new Browser(house).post(`/api/join/${two.token}`, joining());
    expect(late).toMatchObject({ status: 409, json: { code: 'accounts.has-account' } });
  });
});

describe('an invitation for one phone', () => {
  it('opens for the phone with these last digits, and for nobody else in the group it was forwarded to', async () => {
    const phone = freshPhone();
    const { token } = await inviteBy(house, area, secretary, { phoneEnd: phone.slice(-4) });
    const taker = await new Browser(house).post(`/api/join/${token}`, joining({ phone: '13900009999' }));
    expect(taker).toMatchObject({ status: 403, json: { code: 'accounts.other-phone' } });
    const { rows } = await sql<{ n: number }>`
      select count(*)::int4 as n from accounts.invitation
      where area_id = ${area} and used_at is not null`.execute(house.database.owner);
    expect(rows[0]?.n).toBe(0);
    expect((await new Browser(house).post(`/api/join/${token}`, joining({ phone }))).status).toBe(200);
  });

  it('refuses digits that are not four', async () => {
    const { answer } = await inviteBy(house, area, secretary, { phoneEnd: '12' });
    expect(answer.outcome).toBe('refused');
  });
});
