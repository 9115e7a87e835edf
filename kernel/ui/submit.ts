import type { Answer, CommandEnvelope } from '../command/command.ts';
import { PROTOCOL, type PushRequest, type PushResponse } from '../sync/protocol.ts';
import { secureRandom, uuidv7 } from '../time-id/uuid.ts';
import { deviceId } from './device.ts';
import { requireSession } from './session.ts';

/** A command of this screen's author, now: the id is minted here, so that sending it twice does it once. */
export function newCommand<B>(kind: string, v: number, body: B, now: number = Date.now()): CommandEnvelope {
  return { id: newId(now), kind, v, claimedAt: now, actorId: requireSession().actorId, body };
}

/** A fresh UUIDv7 for a row a screen is about to make. */
export const newId = (now: number = Date.now()): string => uuidv7(now, secureRandom);

/**
 * The console's clicks: a batch of one (or a few), sent at once. One answer per command, in order; a refusal is an
 * answer. Throws a `TypeError` when the line is broken and `RejectedPush` when the whole request was turned away.
 */
export async function submitCommands(
  areaId: string,
  commands: readonly CommandEnvelope[],
): Promise<readonly Answer[]> {
  const request: PushRequest = { protocol: PROTOCOL, deviceId: deviceId(), clockOffset: null, commands };
  const response = await fetch(`/api/areas/${areaId}/push`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', 'x-concerto-area': areaId },
    body: JSON.stringify(request),
  });
  if (!response.ok) throw new RejectedPush(response.status, await readJson(response));
  const { answers } = (await response.json()) as PushResponse;
  return answers;
}

/** The request as a whole was turned away; `data` is the server's problem where it sent one. */
export class RejectedPush extends Error {
  constructor(
    readonly status: number,
    readonly data: unknown,
  ) {
    super(`push answered ${status}`);
    this.name = 'RejectedPush';
  }
}

/** A proxy's error page is no JSON; then the status alone must do. */
async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
