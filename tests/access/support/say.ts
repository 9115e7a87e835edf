import type { House } from '#apps/server/house.ts';
import type { Answer } from '#kernel/command/command.ts';
import type { Caller } from '#kernel/host.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';

/** One command, without its envelope. */
export interface Said {
  readonly kind: string;
  readonly body: object;
}

/** What the server itself arranges; throws unless all of it is done. */
export async function asServer(house: House, areaId: string, said: readonly Said[]): Promise<void> {
  requireDone(
    await house.host.submit(
      areaId,
      said.map((one) => envelope(house, one, 'system')),
      house.system(areaId),
    ),
    said,
  );
}

/** As a member, without HTTP. */
export async function asMember(
  house: House,
  areaId: string,
  memberId: string,
  said: readonly Said[],
): Promise<void> {
  const by: Caller = { areaId, actor: { id: memberId, grants: [] }, deviceId: null };
  requireDone(
    await house.host.submit(
      areaId,
      said.map((one) => envelope(house, one, memberId)),
      by,
    ),
    said,
  );
}

function envelope(house: House, { kind, body }: Said, actorId: string) {
  const claimedAt = house.host.clock.now();
  return { id: uuidv7(claimedAt), kind, v: 1, claimedAt, actorId, body };
}

function requireDone(answers: readonly Answer[], said: readonly Said[]): void {
  const i = answers.findIndex(({ first }) => first === 'refused');
  if (i >= 0) throw new Error(`${said[i]?.kind}: ${answers[i]?.problems[0]?.code}`);
}
