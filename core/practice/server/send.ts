import type { Caller, Host } from '#kernel/host.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import type { SeedCommand } from './seed.ts';

/**
 * Sends commands as the server through the one way to write: one after the other, for each builds on what the one
 * before has written.
 * @param tolerated codes of refusals that leave things as they should be
 * @throws at the first other refusal, naming the command
 */
export async function sendAll(
  host: Pick<Host, 'submit' | 'clock'>,
  by: Caller,
  commands: readonly SeedCommand[],
  tolerated: readonly string[] = [],
): Promise<void> {
  for (const { kind, body } of commands) {
    const now = host.clock.now();
    const envelope = { id: uuidv7(now), kind, v: 1, claimedAt: now, actorId: by.actor.id, body };
    const [answer] = await host.submit(by.areaId, [envelope], by);
    const code = answer?.problems[0]?.code ?? '';
    if (answer?.outcome === 'refused' && !tolerated.includes(code)) {
      throw new Error(`${kind} was refused: ${code}`);
    }
  }
}
