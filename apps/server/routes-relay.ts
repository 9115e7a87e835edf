import type { FastifyInstance, FastifyRequest } from 'fastify';
import { devicesProblems } from '#core/devices/contract.ts';
import { isEnrolled, keysById, readEntries } from '#core/devices/module.ts';
import type { Answer } from '#kernel/command/command.ts';
import { commandProblems } from '#kernel/command/problems.ts';
import { cryptoProblems } from '#kernel/crypto/problems.ts';
import { sealedBoxes } from '#kernel/crypto/sealed-box.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { PROTOCOL, type PushResponse } from '#kernel/sync/protocol.ts';
import { readRelay } from '#kernel/sync/server/request.ts';
import { isUuid } from '#kernel/time-id/uuid.ts';
import type { ServerHost } from './host.ts';
import { relayLimits } from './relay-limits.ts';

/**
 * The fourth door of sync, without a session: what authors signed and sealed on their phones is brought by whoever has
 * a network, and is theirs. See docs/decisions/signed-entries.md.
 */
export function mountRelay(app: FastifyInstance, host: ServerHost): void {
  const limits = relayLimits();

  app.post(
    '/api/areas/:areaId/relay',
    { compress: false },
    async (request: FastifyRequest<{ Params: { areaId: string } }>, reply): Promise<PushResponse> => {
      const { areaId } = request.params;
      if (!isUuid(areaId)) throw new ProblemError(commandProblems['unknown-area']);
      const { deviceId, entries } = readRelay(request.body);
      const { boxes, enrolled } = await openArea(host, areaId, deviceId);
      const bringer = enrolled ? `${areaId}/${deviceId}` : request.ip;
      const receivedAt = host.clock.now();
      const retryAfterSeconds = limits.ask(bringer, receivedAt);
      if (retryAfterSeconds > 0) {
        reply.header('retry-after', retryAfterSeconds);
        throw new ProblemError(devicesProblems['too-many'], { retryAfterSeconds });
      }
      const read = await readEntries(boxes, areaId, entries, receivedAt, (ids) =>
        host.read(areaId, (tx) => keysById(tx, ids)),
      );
      const good = read.flatMap((entry) => ('receipt' in entry ? [entry] : []));
      limits.charge(bringer, read.length - good.length, receivedAt);
      const decided = good.length === 0 ? [] : await host.pushEach(areaId, good);
      let next = 0;
      const answers = read.flatMap((entry): Answer[] => {
        const answer = 'answer' in entry ? entry.answer : decided[next++];
        return answer ? [answer] : [];
      });
      return { protocol: PROTOCOL, now: host.clock.now(), answers };
    },
  );
}

/** An area without a key file is no area to a stranger. */
async function openArea(host: ServerHost, areaId: string, deviceId: string) {
  try {
    return await host.read(areaId, async (tx) => ({
      boxes: sealedBoxes(tx.keys),
      enrolled: await isEnrolled(tx, deviceId),
    }));
  } catch (error) {
    if (error instanceof ProblemError && error.kind === cryptoProblems['no-key'])
      throw new ProblemError(commandProblems['unknown-area']);
    throw error;
  }
}
