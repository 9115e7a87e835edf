import type { House } from '#apps/server/house.ts';
import { ROLES, type Role, roleNeedsGroup } from '#core/accounts/contract.ts';
import { SmallArea } from '#core/people/testing/small-area.ts';
import { practiceRound } from '#groups/testing/testing/practice-round.ts';
import { asMember, asServer } from './say.ts';

/** What stands in the own area for those commands and queries whose subject narrows who may. */
export interface Subjects {
  /** A member of that role, of the testing group where the role has one. */
  readonly member: Readonly<Record<Role, string>>;
  /** Another of them each time, for commands after which nobody can be tried again. */
  spare(role: Role): string;
  readonly invitationId: string;
  readonly dutyId: string;
  readonly codeId: string;
  readonly noteId: string;
  readonly pointId: string;
  /** Used by a volunteer of the testing group. */
  readonly deviceId: string;
}

const SPARE = 240;
const HOUR = 3_600_000;

export async function plantSubjects(house: House, areaId: string): Promise<Subjects> {
  const newId = () => crypto.randomUUID();
  const now = house.host.clock.now();
  const say = (kind: string, body: object) => asServer(house, areaId, [{ kind, body }]);
  const pools = Object.fromEntries(
    ROLES.map((role) => [role, Array.from({ length: SPARE }, newId)]),
  ) as unknown as Record<Role, string[]>;
  for (const role of ROLES) {
    await asServer(
      house,
      areaId,
      pools[role].map((memberId) => ({
        kind: 'accounts.add-member',
        body: { memberId, name: '备员', phone: null, residentId: null, accountId: null, ...as(role) },
      })),
    );
  }
  const spare = (role: Role): string => {
    const id = pools[role].pop();
    if (id === undefined) throw new Error(`no ${role} is left`);
    return id;
  };
  const member = Object.fromEntries(ROLES.map((role) => [role, spare(role)])) as Record<Role, string>;
  const ids = { invitationId: newId(), dutyId: newId(), codeId: newId(), noteId: newId(), pointId: newId() };
  const { invitationId, dutyId, codeId, noteId, pointId } = ids;
  const deviceId = newId();
  await say('accounts.invite', {
    ...{ invitationId, tokenHash: 'a'.repeat(64), name: null, expiresAt: now + HOUR },
    ...as('volunteer'),
  });
  const duty = { memberId: member.leader, group: 'testing', place: null, from: now, until: now + 9 * HOUR };
  await say('roster.assign-duty', { dutyId, ...duty });
  const secretary = (kind: string, body: object) =>
    asMember(house, areaId, member.secretary, [{ kind, body }]);
  const code = { title: '守则', points: [], questions: [], video: null };
  await secretary('conduct.draft-code', { codeId, group: 'testing', ...code });
  const place = { group: 'testing', place: '东门' };
  await secretary('handovers.write-note', { noteId, ...place, chips: [], text: '无事', points: [] });
  await secretary('handovers.add-point', { pointId, ...place, text: '换灯', dueAt: null });
  const publicKey = Buffer.alloc(32, 7).toString('base64url');
  await asMember(house, areaId, member.volunteer, [
    {
      kind: 'devices.enrol',
      body: { keyId: newId(), deviceId, publicKey, platform: 'Android', appVersion: '1' },
    },
  ]);
  await openRound(house, areaId, newId);
  return { member, spare, deviceId, ...ids };
}

const as = (role: Role) => ({ role, group: roleNeedsGroup(role) || role === 'volunteer' ? 'testing' : null });

/** A round under way, so that phones on testing duty have something to hold. */
async function openRound(house: House, areaId: string, next: () => string): Promise<void> {
  const say = (kind: string, body: unknown) => asServer(house, areaId, [{ kind, body: body as object }]);
  const area = new SmallArea(say, { next });
  const compoundId = await area.compound();
  await area.resident(await area.dwelling(await area.building(compoundId)));
  const round = practiceRound({ next }, compoundId);
  await say('testing.create-round', round.create);
  const point = { pointId: next(), part: 'entrance', standard: null, name: '指引牌', wantsPhoto: false };
  const sites = round.create.sites.map(({ siteId }) => ({ siteId, points: [point] }));
  await say('testing.set-check-list', { roundId: round.create.roundId, sites });
  await say('testing.open-round', round.open);
}
