import type { GroupId } from '#core/accounts/contract.ts';
import { derivedUuid } from '#kernel/command/server/derived-uuid.ts';
import type { Caller, Host } from '#kernel/host.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import type { SeedCommand } from './seed.ts';
import { sendAll } from './send.ts';
import { findWorkers, groupsOnDuty, type Worker } from './store.ts';

const HOUR = 3_600_000;
/** A practice duty runs on for as long as a shift; at each entry with less than this left there is a new one. */
const DUTY_MS = 12 * HOUR;
const ENOUGH_MS = 2 * HOUR;
/** A member ended in practice, e.g. by a leader who tried it out, comes back as another one; so often at most. */
const LIVES = 20;

export interface Newcomer {
  readonly accountId: string;
  /** As he or she stands in the real area. */
  readonly real: Pick<Worker, 'id' | 'name' | 'role' | 'group'>;
  /** What may be practised: each gets a duty that holds now. */
  readonly groups: readonly GroupId[];
}

/**
 * Somebody's place in a practice area: made, or brought in step with the place in the real one. No phone number and no
 * tie to a resident comes along. Again and again is one place.
 * @returns the member's id there
 */
export async function stepIn(
  host: Pick<Host, 'submit' | 'clock' | 'read'>,
  by: Caller,
  newcomer: Newcomer,
): Promise<string> {
  const { real, groups, accountId } = newcomer;
  const now = host.clock.now();
  const found = await host.read(by.areaId, async (tx) => {
    const lives = Array.from({ length: LIVES }, (_, n) => derivedUuid(`${by.areaId}/${real.id}/${n}`));
    const known = new Map((await findWorkers(tx, lives)).map((worker) => [worker.id, worker]));
    const id = lives.find((life) => known.get(life)?.endedAt === null) ?? lives.find((l) => !known.has(l));
    if (id === undefined) throw new Error('a practice member was ended too often');
    return { id, standing: known.get(id), onDuty: await groupsOnDuty(tx, id, now, now + ENOUGH_MS) };
  });
  const { id: memberId, standing, onDuty } = found;
  const { name, role, group } = real;
  const commands: SeedCommand[] = [];
  if (!standing) {
    const body = { memberId, name, phone: null, role, group, residentId: null, accountId };
    commands.push({ kind: 'accounts.add-member', body });
  } else if (standing.role !== role || standing.group !== group) {
    commands.push({ kind: 'accounts.name-leader', body: { memberId, role, group } });
  }
  for (const missing of groups.filter((one) => !onDuty.includes(one))) {
    const period = { from: now - HOUR, until: now + DUTY_MS };
    const duty = { dutyId: uuidv7(now), memberId, group: missing, place: null, ...period };
    commands.push({ kind: 'roster.assign-duty', body: duty });
  }
  // The last secretary of a practice area stays one until another comes in: nothing hangs on it there.
  await sendAll(host, by, commands, ['accounts.last-secretary', 'accounts.member-exists']);
  return memberId;
}
