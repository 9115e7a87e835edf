import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { can } from '#kernel/access/access.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { accountsRules } from '../contract/rules.ts';
import { hashToken, mintToken } from '../contract/token.ts';
import { MORNING, type TestHouse, testHouse } from '../testing/house.ts';
import { addMember, freshPhone } from '../testing/people.ts';
import { loadActors } from './actors.ts';

const HOUR = 3_600_000;
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

const send = (actor: string, kind: string, body: object) => house.send(area, actor, kind, body);
const codes = (answer: { problems: readonly { code: string }[] }) => answer.problems.map((p) => p.code);
const id = () => uuidv7(house.clock.now());
const newMember = (change: object = {}) => ({
  memberId: id(),
  name: '王建国',
  phone: null,
  role: 'volunteer',
  group: null,
  residentId: null,
  accountId: null,
  ...change,
});
const invitation = async (change: object = {}) => ({
  invitationId: id(),
  tokenHash: await hashToken(mintToken(area)),
  role: 'volunteer',
  group: 'testing',
  name: null,
  expiresAt: house.clock.now() + 24 * HOUR,
  ...change,
});

describe('adding members', () => {
  it('keeps the phone sealed and masked only', async () => {
    const phone = freshPhone();
    const body = newMember({ phone: `+86 ${phone}` });
    expect((await send(secretary, 'accounts.add-member', body)).outcome).toBe('done');
    const { rows } = await sql<{ phoneMask: string; row: string }>`
      select phone_mask, m::text as row from accounts.member m where id = ${body.memberId}`.execute(
      house.database.owner,
    );
    expect(rows[0]?.phoneMask).toBe(`138****${phone.slice(-4)}`);
    expect(rows[0]?.row).not.toContain(phone);
  });

  it('refuses a phone that somebody at work here has, however it is written', async () => {
    const phone = freshPhone();
    await send(secretary, 'accounts.add-member', newMember({ phone }));
    const again = await send(secretary, 'accounts.add-member', newMember({ phone: `86${phone}` }));
    expect(codes(again)).toEqual(['accounts.phone-taken']);
  });

  it('refuses a secretary who ties an account: the server alone does', async () => {
    const answer = await send(secretary, 'accounts.add-member', newMember({ accountId: id() }));
    expect(codes(answer)).toEqual(['accounts.only-server']);
  });

  it('refuses a leader without a group', async () => {
    const answer = await send(secretary, 'accounts.add-member', newMember({ role: 'leader' }));
    expect(codes(answer)).toEqual(['accounts.role-needs-group']);
  });

  it('refuses a volunteer and a stranger', async () => {
    const volunteer = await addMember(house, area);
    house.clock.advance(1);
    for (const actor of [volunteer, id()]) {
      expect(codes(await send(actor, 'accounts.add-member', newMember()))).toEqual(['command.not-allowed']);
    }
  });

  it('refuses the command post a second secretary, and lets the secretary name one', async () => {
    const official = await addMember(house, area, { role: 'command' });
    house.clock.advance(1);
    const body = newMember({ role: 'secretary' });
    expect(codes(await send(official, 'accounts.add-member', body))).toEqual(['accounts.not-yours']);
    expect((await send(secretary, 'accounts.add-member', body)).outcome).toBe('done');
  });
});

describe('roles', () => {
  it('gives the leader the grant from then on, and keeps what he was before', async () => {
    const member = await addMember(house, area);
    house.clock.advance(HOUR);
    const named = house.clock.now();
    const body = { memberId: member, role: 'leader', group: 'testing' };
    expect((await send(secretary, 'accounts.name-leader', body)).outcome).toBe('done');
    const actor = (await house.read(area, (tx) => loadActors(tx, [member]))).get(member);
    expect(actor && can(accountsRules, actor, 'accounts:invite', named)).toBe(true);
    expect(actor && can(accountsRules, actor, 'accounts:invite', named - 1)).toBe(false);
    expect(actor && can(accountsRules, actor, 'accounts:see-mine', named - 1)).toBe(true);
  });

  it('refuses the last secretary to step down or leave, not the last but one', async () => {
    const down = { memberId: secretary, role: 'volunteer', group: null };
    expect(codes(await send(secretary, 'accounts.name-leader', down))).toEqual(['accounts.last-secretary']);
    const end = { memberId: secretary, reason: '' };
    expect(codes(await send(secretary, 'accounts.end-member', end))).toEqual(['accounts.last-secretary']);
    await addMember(house, area, { role: 'secretary' });
    expect((await send(secretary, 'accounts.name-leader', down)).outcome).toBe('done');
  });

  it('refuses a leader who names others', async () => {
    const leader = await addMember(house, area, { role: 'leader', group: 'testing' });
    const member = await addMember(house, area);
    house.clock.advance(1);
    const body = { memberId: member, role: 'deputy', group: 'testing' };
    expect(codes(await send(leader, 'accounts.name-leader', body))).toEqual(['command.not-allowed']);
  });

  it('takes every grant from who is ended: nothing he claims to have arranged before is taken from him later', async () => {
    const leader = await addMember(house, area, { role: 'leader', group: 'testing' });
    house.clock.advance(HOUR);
    const left = house.clock.now();
    expect((await send(secretary, 'accounts.end-member', { memberId: leader, reason: '返岗' })).outcome).toBe(
      'done',
    );
    house.clock.advance(1000);
    expect(codes(await send(leader, 'accounts.invite', await invitation()))).toEqual(['command.not-allowed']);
    const late = await house.send(area, leader, 'accounts.invite', await invitation(), left - 1000);
    expect(codes(late)).toEqual(['command.not-allowed']);
    const again = await send(secretary, 'accounts.end-member', { memberId: leader, reason: '' });
    expect(codes(again)).toEqual(['accounts.member-ended']);
  });

  it('gives no way up to a secretary who stepped down, and none to a leader by claiming to be still secretary', async () => {
    const former = await addMember(house, area, { role: 'secretary' });
    house.clock.advance(HOUR);
    const then = house.clock.now() - 1000;
    const down = { memberId: former, role: 'leader', group: 'testing' };
    expect((await send(secretary, 'accounts.name-leader', down)).outcome).toBe('done');
    house.clock.advance(1000);
    const up = { ...(await invitation()), role: 'secretary', group: null };
    expect(codes(await house.send(area, former, 'accounts.invite', up, then))).toEqual([
      'accounts.not-yours',
    ]);
    const back = { memberId: former, role: 'secretary', group: null };
    expect(codes(await house.send(area, former, 'accounts.name-leader', back, then))).toEqual([
      'command.not-allowed',
    ]);
  });

  it('lets a leader end a volunteer of his group and nobody of another', async () => {
    const leader = await addMember(house, area, { role: 'leader', group: 'testing' });
    const own = await addMember(house, area, { group: 'testing' });
    const other = await addMember(house, area, { group: 'order' });
    house.clock.advance(1);
    expect((await send(leader, 'accounts.end-member', { memberId: own, reason: '' })).outcome).toBe('done');
    const refused = await send(leader, 'accounts.end-member', { memberId: other, reason: '' });
    expect(codes(refused)).toEqual(['accounts.not-yours']);
    expect(codes(await send(leader, 'accounts.end-member', { memberId: id(), reason: '' }))).toEqual([
      'accounts.unknown-member',
    ]);
  });
});

describe('inviting', () => {
  it('stores the hash and no token', async () => {
    const token = mintToken(area);
    const body = await invitation({ tokenHash: await hashToken(token) });
    expect((await send(secretary, 'accounts.invite', body)).outcome).toBe('done');
    const { rows } = await sql<{ row: string }>`
      select i::text as row from accounts.invitation i where id = ${body.invitationId}`.execute(
      house.database.owner,
    );
    expect(rows[0]?.row).toContain(body.tokenHash);
    expect(rows[0]?.row).not.toContain(token);
  });

  it('lets a leader invite for the own group only, below himself', async () => {
    const leader = await addMember(house, area, { role: 'leader', group: 'testing' });
    house.clock.advance(1);
    expect((await send(leader, 'accounts.invite', await invitation({ role: 'deputy' }))).outcome).toBe(
      'done',
    );
    for (const change of [
      { group: 'order' },
      { group: null },
      { role: 'leader' },
      { role: 'secretary', group: null },
    ]) {
      expect(codes(await send(leader, 'accounts.invite', await invitation(change)))).toEqual([
        'accounts.not-yours',
      ]);
    }
  });

  it('refuses a volunteer, a period of months, one that is over, and the same id again', async () => {
    const volunteer = await addMember(house, area, { group: 'testing' });
    house.clock.advance(1);
    expect(codes(await send(volunteer, 'accounts.invite', await invitation()))).toEqual([
      'command.not-allowed',
    ]);
    const far = await invitation({ expiresAt: house.clock.now() + 60 * 24 * HOUR });
    expect(codes(await send(secretary, 'accounts.invite', far))).toEqual(['accounts.expiry-too-far']);
    const over = await invitation({ expiresAt: MORNING });
    expect(codes(await send(secretary, 'accounts.invite', over))).toEqual(['accounts.invitation-expired']);
    const good = await invitation();
    await send(secretary, 'accounts.invite', good);
    expect(codes(await send(secretary, 'accounts.invite', { ...good, name: '张三' }))).toEqual([
      'accounts.invitation-exists',
    ]);
  });

  it('is revoked once, by who might have given it', async () => {
    const other = await addMember(house, area, { role: 'leader', group: 'order' });
    house.clock.advance(1);
    const { invitationId } = await invitation();
    await send(secretary, 'accounts.invite', await invitation({ invitationId }));
    const revoke = { invitationId };
    expect(codes(await send(other, 'accounts.revoke-invitation', revoke))).toEqual(['accounts.not-yours']);
    expect((await send(secretary, 'accounts.revoke-invitation', revoke)).outcome).toBe('done');
    expect(codes(await send(secretary, 'accounts.revoke-invitation', revoke))).toEqual([
      'accounts.invitation-revoked',
    ]);
    expect(codes(await send(secretary, 'accounts.revoke-invitation', { invitationId: id() }))).toEqual([
      'accounts.unknown-invitation',
    ]);
  });

  it('is accepted by the server alone, never by a member who knows the hash', async () => {
    const body = await invitation();
    await send(secretary, 'accounts.invite', body);
    const { invitationId, tokenHash } = body;
    const accept = {
      invitationId,
      tokenHash,
      memberId: id(),
      accountId: id(),
      name: '王建国',
      phone: freshPhone(),
    };
    expect(codes(await send(secretary, 'accounts.accept-invitation', accept))).toEqual([
      'command.not-allowed',
    ]);
    const wrong = { ...accept, tokenHash: await hashToken('guess') };
    expect(codes(await send('system', 'accounts.accept-invitation', wrong))).toEqual([
      'accounts.unknown-invitation',
    ]);
  });
});
