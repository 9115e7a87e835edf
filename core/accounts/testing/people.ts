import { uuidv7 } from '#kernel/time-id/uuid.ts';
import type { GroupId, Role } from '../contract/roles.ts';
import type { TestHouse } from './house.ts';

let phones = 13_800_000_000;
/** A phone nobody else in this run has. */
export const freshPhone = (): string => String(phones++);

export interface NewMember {
  readonly role?: Role;
  readonly group?: GroupId | null;
  readonly name?: string;
  readonly phone?: string | null;
}

/** Adds a member as the server would, without an account, and returns the id. */
export async function addMember(house: TestHouse, areaId: string, member: NewMember = {}): Promise<string> {
  const memberId = uuidv7(house.clock.now());
  const { role = 'volunteer', group = null, name = '王建国', phone = null } = member;
  const body = { memberId, name, phone, role, group, residentId: null, accountId: null };
  const answer = await house.send(areaId, 'system', 'accounts.add-member', body);
  if (answer.outcome !== 'done') throw new Error(`not added: ${answer.problems[0]?.code}`);
  return memberId;
}
