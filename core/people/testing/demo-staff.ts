import { type AccountsBody, GROUPS, type GroupId } from '#core/accounts/contract.ts';
import type { RosterBody } from '#core/roster/contract.ts';
import { sample } from './demo-households.ts';
import { type Chance, demoGivenName, demoSurname } from './demo-names.ts';
import type { DemoHelper } from './demo-register.ts';
import type { Ids } from './small-area.ts';

type NewMember = AccountsBody<'accounts.add-member'>;
type NewDuty = RosterBody<'roster.assign-duty'>;

/** How the 120 volunteers are spread over the groups; the testing group is the largest on a testing day. */
const SHARE: Readonly<Record<GroupId, number>> = {
  testing: 32,
  order: 24,
  disinfection: 12,
  patrol: 10,
  medicine: 10,
  reserve: 10,
  delivery: 14,
  information: 8,
};

const OFFICIALS = 6;

/** Seconded officials of the command post, and 120 volunteers of whom each group has a leader and a deputy. */
export function demoMembers(ids: Ids, chance: Chance, helpers: readonly DemoHelper[]): NewMember[] {
  const officials = Array.from({ length: OFFICIALS }, (_, i): NewMember => {
    const name = demoSurname(chance) + demoGivenName(chance, i % 2 === 0 ? 'male' : 'female', 1980);
    const phone = `19910000${String(i + 1).padStart(3, '0')}`;
    return {
      memberId: ids.next(),
      name,
      phone,
      role: 'command',
      group: null,
      residentId: null,
      accountId: null,
    };
  });
  const total = Object.values(SHARE).reduce((sum, count) => sum + count, 0);
  const drawn = sample(chance, helpers, total);
  const volunteers = GROUPS.flatMap((group) =>
    drawn.splice(0, SHARE[group]).map((helper, i): NewMember => {
      const role = i === 0 ? 'leader' : i === 1 ? 'deputy' : 'volunteer';
      return { memberId: ids.next(), ...helper, role, group, accountId: null };
    }),
  );
  return [...officials, ...volunteers];
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const SHANGHAI_MS = 8 * HOUR_MS;

const SHIFTS: readonly (readonly [from: number, until: number])[] = [
  [7, 12],
  [12, 18],
  [18, 23],
];

/** A shift for every volunteer, morning, afternoon or evening in turn: today's, or tomorrow's when it is over. */
export function demoDuties(ids: Ids, members: readonly NewMember[], at: number): NewDuty[] {
  const midnight = Math.floor((at + SHANGHAI_MS) / DAY_MS) * DAY_MS - SHANGHAI_MS;
  return members.flatMap(({ memberId, role, group }, i) => {
    const shift = SHIFTS[i % SHIFTS.length];
    if (role !== 'volunteer' || group === null || !shift) return [];
    const day = midnight + shift[1] * HOUR_MS > at ? midnight : midnight + DAY_MS;
    const [from, until] = [day + shift[0] * HOUR_MS, day + shift[1] * HOUR_MS];
    return [{ dutyId: ids.next(), memberId, group, place: null, from, until }];
  });
}
