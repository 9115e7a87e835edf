import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { mintToken } from '../../contract/token.ts';
import { Browser, inviteBy } from '../../testing/browser.ts';
import { type TestHouse, testHouse } from '../../testing/house.ts';
import { addMember, freshPhone } from '../../testing/people.ts';

const PIN = '482913';
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
  house.clock.advance(1000);
});

const joining = (change: object = {}) => ({
  memberId: uuidv7(house.clock.now()),
  name: '赵晓梅',
  phone: freshPhone(),
  pin: PIN,
  ...change,
});
const accountsCount = async () => {
  const { rows } = await sql<{ n: number }>`select count(*)::int4 as n from auth."user"`.execute(
    house.database.owner,
  );
  return rows[0]?.n;
};

describe('joining by invitation', () => {
  it('shows what it is for, then makes member, account, place and session at once', async () => {
    const { token } = await inviteBy(house, area, secretary, { name: '小赵' });
    const phone = new Browser(house);
    const view = await phone.get(`/api/join/${token}`);
    expect(view.json).toMatchObject({
      areaName: '清源居民区',
      role: 'volunteer',
      group: 'testing',
      name: '小赵',
    });
    const body = joining();
    const joined = await phone.post(`/api/join/${token}`, body);
    expect(joined.status).toBe(200);
    const place = { areaId: area, memberId: body.memberId, name: '赵晓梅', role: 'volunteer' };
    expect(joined.json).toMatchObject({ places: [place] });
    expect((await phone.get('/api/session')).json).toMatchObject({
      places: [{ ...place, grants: [{ grant: 'role:volunteer' }] }],
    });
  });

  it('sets a cookie that scripts cannot read', async () => {
    const { token } = await inviteBy(house, area, secretary);
    const { setCookie } = await new Browser(house).post(`/api/join/${token}`, joining());
    expect(String(setCookie)).toMatch(/concerto\.session_token=.*HttpOnly/i);
    expect(String(setCookie)).toMatch(/SameSite=Lax/i);
  });

  it('keeps of the person only an index and a hash outside the area', async () => {
    const { token } = await inviteBy(house, area, secretary);
    const body = joining();
    await new Browser(house).post(`/api/join/${token}`, body);
    for (const table of ['"user"', 'session', 'account', 'place', 'attempt', 'verification']) {
      const { rows } = await sql<{ row: string }>`
        select t::text as row from auth.${sql.raw(table)} t`.execute(house.database.owner);
      const text = rows.map((r) => r.row).join('\n');
      for (const secret of [body.phone, body.name, PIN]) expect(text).not.toContain(secret);
    }
  });

  it('opens once', async () => {
    const { token } = await inviteBy(house, area, secretary);
    await new Browser(house).post(`/api/join/${token}`, joining());
    const before = await accountsCount();
    const second = await new Browser(house).post(`/api/join/${token}`, joining());
    expect(second).toMatchObject({ status: 409, json: { code: 'accounts.invitation-used' } });
    expect((await new Browser(house).get(`/api/join/${token}`)).status).toBe(409);
    expect(await accountsCount()).toBe(before);
  });

  it('answers the same member again whose first answer was lost', async () => {
    const { token } = await inviteBy(house, area, secretary);
    const body = joining();
    await new Browser(house).post(`/api/join/${token}`, body);
    const again = await new Browser(house).post(`/api/join/${token}`, body);
    expect(again).toMatchObject({ status: 200, json: { places: [{ memberId: body.memberId }] } });
    const otherPin = await new Browser(house).post(`/api/join/${token}`, { ...body, pin: '739164' });
    expect(otherPin.status).toBe(401);
  });

  it('lets one of two people in who use it at the same moment', async () => {
    const { token } = await inviteBy(house, area, secretary);
    const results = await Promise.all(
      [joining(), joining()].map((b) => new Browser(house).post(`/api/join/${token}`, b)),
    );
    expect(results.map((r) => r.status).sort()).toEqual([200, 409]);
  });

  it('makes one account of a phone that joins two areas at the same moment', async () => {
    const other = await house.newArea('长安居民区');
    const otherSecretary = await addMember(house, other, { role: 'secretary' });
    house.clock.advance(1);
    const tokens = [
      (await inviteBy(house, area, secretary)).token,
      (await inviteBy(house, other, otherSecretary)).token,
    ];
    const phone = freshPhone();
    const before = await accountsCount();
    const results = await Promise.all(
      tokens.map((token) => new Browser(house).post(`/api/join/${token}`, joining({ phone }))),
    );
    expect(results.map((r) => r.status)).toEqual([200, 200]);
    expect(await accountsCount()).toBe((before ?? 0) + 1);
    const signedIn = await new Browser(house).post('/api/sign-in', { phone, pin: PIN });
    expect((signedIn.json as { places: unknown[] }).places).toHaveLength(2);
  });

  it('is closed after its time, and when revoked', async () => {
    const expired = await inviteBy(house, area, secretary);
    const revoked = await inviteBy(house, area, secretary);
    await house.send(area, secretary, 'accounts.revoke-invitation', { invitationId: revoked.invitationId });
    const refused = await new Browser(house).post(`/api/join/${revoked.token}`, joining());
    expect(refused).toMatchObject({ status: 410, json: { code: 'accounts.invitation-revoked' } });
    house.clock.advance(25 * 3_600_000);
    const late = await new Browser(house).post(`/api/join/${expired.token}`, joining());
    expect(late).toMatchObject({ status: 410, json: { code: 'accounts.invitation-expired' } });
  });

  it('refuses made-up tokens alike, of this area, of no area and of no form', async () => {
    for (const token of [mintToken(area), mintToken(uuidv7(1)), 'x', '%00']) {
      const answer = await new Browser(house).post(`/api/join/${encodeURIComponent(token)}`, joining());
      expect(answer).toMatchObject({ status: 404, json: { code: 'accounts.unknown-invitation' } });
    }
  });

  it('refuses a weak PIN and a missing name, names the field, and makes nothing', async () => {
    const { token } = await inviteBy(house, area, secretary);
    const before = await accountsCount();
    for (const pin of ['123456', '000000', '121212', '987654']) {
      const answer = await new Browser(house).post(`/api/join/${token}`, joining({ pin }));
      expect(answer).toMatchObject({ status: 400, json: { code: 'accounts.weak-pin' } });
    }
    const unnamed = await new Browser(house).post(`/api/join/${token}`, joining({ name: ' ' }));
    expect(unnamed).toMatchObject({
      status: 400,
      json: { code: 'accounts.bad-request', details: { field: 'name' } },
    });
    expect(await accountsCount()).toBe(before);
  });
});

describe('one account in two areas', () => {
  it('comes into the second with the same PIN, not with another', async () => {
    const phone = freshPhone();
    const first = await inviteBy(house, area, secretary);
    await new Browser(house).post(`/api/join/${first.token}`, joining({ phone }));
    const other = await house.newArea('长安居民区');
    const otherSecretary = await addMember(house, other, { role: 'secretary' });
    house.clock.advance(1);
    const second = await inviteBy(house, other, otherSecretary);
    const wrong = await new Browser(house).post(
      `/api/join/${second.token}`,
      joining({ phone, pin: '739164' }),
    );
    expect(wrong).toMatchObject({ status: 401, json: { code: 'accounts.wrong-pin' } });
    const browser = new Browser(house);
    const joined = await browser.post(`/api/join/${second.token}`, joining({ phone }));
    expect(joined.json).toMatchObject({ places: [{ areaId: area }, { areaId: other }] });
    const who = await house.accounts.whoIs(browser.headers);
    expect(who?.places.map((p) => p.areaId)).toEqual([area, other]);
  });

  it('is refused a second membership of the same area, and keeps its account', async () => {
    const phone = freshPhone();
    const first = await inviteBy(house, area, secretary);
    await new Browser(house).post(`/api/join/${first.token}`, joining({ phone }));
    const second = await inviteBy(house, area, secretary);
    const answer = await new Browser(house).post(`/api/join/${second.token}`, joining({ phone }));
    expect(answer).toMatchObject({ status: 409, json: { code: 'accounts.phone-taken' } });
    expect((await new Browser(house).post('/api/sign-in', { phone, pin: PIN })).status).toBe(200);
  });

  it('loses the place of an area it was ended in, within the seconds a session is remembered', async () => {
    const { token } = await inviteBy(house, area, secretary);
    const browser = new Browser(house);
    const body = joining();
    await browser.post(`/api/join/${token}`, body);
    expect((await house.accounts.placeIn(browser.headers, area)).memberId).toBe(body.memberId);
    await house.send(area, secretary, 'accounts.end-member', { memberId: body.memberId, reason: '' });
    house.clock.advance(6000);
    await expect(house.accounts.placeIn(browser.headers, area)).rejects.toThrow('accounts.no-place');
    expect((await browser.get('/api/session')).json).toMatchObject({ places: [] });
  });
});
