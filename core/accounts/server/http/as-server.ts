import { hasPracticeCodes } from '#core/codes/contract.ts';
import type { Answer } from '#kernel/command/command.ts';
import type { Host } from '#kernel/host.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import type { AccessChange, AccountsCommandKind } from '../../contract/commands.ts';
import { systemActor } from '../actors.ts';
import { problemErrorOf } from './body.ts';
import type { RouteContext } from './context.ts';

/**
 * Puts into the log of every area where somebody works that the ways into the account changed. What it was done with,
 * PIN, code or passkey, was checked before; the log says that it was.
 */
export async function noteAccess(
  { host, placesOf }: Pick<RouteContext, 'host' | 'placesOf'>,
  accountId: string,
  what: AccessChange,
): Promise<void> {
  for (const { areaId, memberId } of await placesOf(accountId)) {
    if (hasPracticeCodes(areaId)) continue;
    await submitAsServer(host, areaId, 'accounts.note-access', { memberId, what });
  }
}

/** One command by the server itself, or by the command line. Throws the problem it was refused for. */
export async function submitAsServer(
  host: Pick<Host, 'clock' | 'submit'>,
  areaId: string,
  kind: AccountsCommandKind,
  body: object,
  actorId: 'system' | 'cli' = 'system',
): Promise<void> {
  const now = host.clock.now();
  const command = { id: uuidv7(now), kind, v: 1, claimedAt: now, actorId, body };
  requireAccepted(
    await host.submit(areaId, [command], { areaId, actor: systemActor(actorId), deviceId: null }),
  );
}

/** Throws what a command was refused for. */
function requireAccepted(answers: readonly Answer[]): void {
  for (const answer of answers) {
    if (answer.first !== 'refused') continue;
    const { code = '', details = {} } = answer.problems[0] ?? {};
    throw problemErrorOf(code, details);
  }
}
