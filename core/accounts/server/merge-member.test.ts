import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { can } from '#kernel/access/access.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { type TestHouse, testHouse } from '../testing/house.ts';
import { addMember, freshPhone } from '../testing/people.ts';

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

const merge = (memberId: string, keptId: string, by = secretary) =>
  house.send(area, by, 'accounts.merge-member', { memberId, keptId });
const codes = (answer: { problems: readonly { code: string }[] }) => answer.problems.map((p) => p.code);
const row = async (id: string) => {
  const { rows } = await sql<{ phoneMask: string | null; endedAt: number | null }>`
    select phone_mask, ended_at from accounts.member where id = ${id}`.execute(house.database.owner);
  return rows[0];
};
/** As joining does. @returns the account */
const tie = async (memberId: string): Promise<string> => {
  const accountId = uuidv7(house.clock.now());
  await sql`
    insert into auth."user" (id, name, email, "emailVerified", "createdAt", "updatedAt")
    values (${accountId}, '', ${`${accountId}@phone.invalid`}, true, now(), now())`.execute(
    house.database.owner,
  );
  await sql`insert into auth.place (account_id, area, member_id) values (${accountId}, ${area}, ${memberId})`.execute(
    house.database.owner,
  );
  return accountId;
};
const place = async (accountId: string) => {
  const { rows } = await sql<{ memberId: string }>`
    select member_id from auth.place where account_id = ${accountId} and area = ${area}`.execute(
    house.database.owner,
  );
  return rows.map(({ memberId }) => memberId);
};

describe('one person entered twice', () => {
  it('is one afterwards: the phone goes over where the other had none, and the entry is ended', async () => {
    const phone = freshPhone();
    const [byHand, kept] = [await addMember(house, area, { phone }), await addMember(house, area)];
    house.clock.advance(1000);
    expect(await merge(byHand, kept)).toMatchObject({ outcome: 'done' });
    expect(await row(kept)).toEqual({ phoneMask: `138****${phone.slice(-4)}`, endedAt: null });
    expect((await row(byHand))?.endedAt).toBe(house.clock.now());
    const actor = (await house.loadActors(area, [byHand])).get(byHand);
    const rule = { work: ['role:volunteer'] };
    expect(actor ? can(rule, actor, 'work', house.clock.now() + 1) : false).toBe(false);
  });

  it('signs in as the one that stays', async () => {
    const [joined, kept] = [await addMember(house, area), await addMember(house, area)];
    const accountId = await tie(joined);
    house.clock.advance(1000);
    expect(await merge(joined, kept)).toMatchObject({ outcome: 'done' });
    expect(await place(accountId)).toEqual([kept]);
  });

  it('with two accounts is left as it is', async () => {
    const [one, other] = [await addMember(house, area), await addMember(house, area)];
    await tie(one);
    await tie(other);
    house.clock.advance(1000);
    expect(codes(await merge(one, other))).toEqual(['accounts.two-accounts']);
  });

  it('is refused for nobody, oneself, somebody who left, and the last secretary', async () => {
    const [one, other] = [await addMember(house, area), await addMember(house, area)];
    house.clock.advance(1000);
    expect(codes(await merge(one, one))).toEqual(['accounts.same-member']);
    expect(codes(await merge(secretary, one))).toEqual(['accounts.last-secretary']);
    await merge(one, other);
    expect(codes(await merge(one, other))).toEqual(['accounts.member-ended']);
    expect(codes(await merge('01800000-0000-7000-8000-000000000001', other))).toEqual([
      'accounts.unknown-member',
    ]);
  });

  it('is not a leader’s or a volunteer’s to decide', async () => {
    const leader = await addMember(house, area, { role: 'leader', group: 'testing' });
    const [one, other] = [await addMember(house, area), await addMember(house, area)];
    house.clock.advance(1000);
    for (const by of [leader, one]) expect(await merge(one, other, by)).toMatchObject({ outcome: 'refused' });
  });
});
