import { ProblemError } from '#kernel/problem/problem.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import type { ClosingCommandKind } from '../contract/commands.ts';
import { problems } from '../contract/rules.ts';
import type { ClosingParts } from './parts.ts';

/** Takes a closing's own command the one way to write, in the system's name. Throws what it is refused with. */
export async function submit(
  { host, system }: ClosingParts,
  areaId: string,
  kind: ClosingCommandKind,
  body: object,
): Promise<void> {
  const by = system(areaId);
  const now = host.clock.now();
  const command = { id: uuidv7(now), kind, v: 1, claimedAt: now, actorId: by.actor.id, body };
  const [answer] = await host.submit(areaId, [command], by);
  if (answer?.first === 'done') return;
  const code = answer?.problems[0]?.code;
  const known = Object.values(problems).find((one) => one.code === code);
  throw known ? new ProblemError(known) : new Error(`${kind}: ${code ?? 'no answer'}`);
}
