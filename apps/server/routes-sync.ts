import type { FastifyInstance, FastifyRequest } from 'fastify';
import { holdOf } from '#core/devices/module.ts';
import type { Answer } from '#kernel/command/command.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { packResponse } from '#kernel/sync/columns.ts';
import { writeLines } from '#kernel/sync/lines.ts';
import type { SyncSource } from '#kernel/sync/module.ts';
import { syncProblems } from '#kernel/sync/problems.ts';
import { MEMBER_HEADER, PROTOCOL, type PushResponse } from '#kernel/sync/protocol.ts';
import type { LiveChannel } from '#kernel/sync/server/live.ts';
import { PAGE_ROWS, PAGE_ROWS_IN_COLUMNS } from '#kernel/sync/server/page.ts';
import { answerPull } from '#kernel/sync/server/pull.ts';
import { readPull, readPush } from '#kernel/sync/server/request.ts';
import type { DeviceNotes } from './device-notes.ts';
import type { ServerHost } from './host.ts';
import { revokedDevices } from './revoked-devices.ts';
import { mountRelay } from './routes-relay.ts';

export interface SyncParts {
  readonly host: ServerHost;
  readonly sources: readonly SyncSource[];
  readonly live: LiveChannel;
  readonly devices: DeviceNotes;
  /** A device was taken out of use: ends the sessions on it. */
  endSessions(areaId: string, deviceId: string): Promise<unknown>;
}

/** Also how long a session that was ended may go on hearing that something is new. */
const BEAT_MS = 25_000;

type AreaRequest = FastifyRequest<{ Params: { areaId: string } }>;

/** The doors of sync: push, pull, the nudge that says when to pull, and the relay. */
export function mountSync(app: FastifyInstance, parts: SyncParts): void {
  const { host, devices } = parts;
  const revoked = revokedDevices(host);
  mountRelay(app, host);

  app.post(
    '/api/areas/:areaId/push',
    { compress: false },
    async (request: AreaRequest): Promise<PushResponse> => {
      await revoked.refuse(request.params.areaId, request.body);
      // Grants are loaded with the batch, at each command's own time; here only who it is.
      const { areaId, memberId } = await host.placeOf(request);
      requireSamePerson(request, memberId);
      const push = readPush(request.body);
      const receivedAt = host.clock.now();
      devices.measured(areaId, push.deviceId, push.clockOffset);
      const answers = await host.push(areaId, push.commands, {
        callerId: memberId,
        isSystem: false,
        deviceId: push.deviceId,
        clockOffset: push.clockOffset,
        receivedAt,
      });
      const changed = devicesChanged(push.commands, answers);
      if (changed.length > 0) revoked.forget(areaId);
      for (const id of changed) await parts.endSessions(areaId, id);
      return { protocol: PROTOCOL, now: host.clock.now(), answers };
    },
  );

  app.post('/api/areas/:areaId/pull', async (request: AreaRequest, reply) => {
    await revoked.refuse(request.params.areaId, request.body);
    const caller = await host.whoAsks(request);
    requireSamePerson(request, caller.actor.id);
    const pull = readPull(request.body);
    const now = host.clock.now();
    const { deviceId: id, pending, appVersion = null, persisted = null } = pull;
    const actorId = caller.actor.id;
    await devices.heard(caller.areaId, { id, actorId, lastSeenAt: now, pending, appVersion, persisted });
    const response = await host.read(caller.areaId, async (tx) => {
      const pageRows = pull.columns ? PAGE_ROWS_IN_COLUMNS : PAGE_ROWS;
      const answer = await answerPull(tx, parts.sources, caller.actor, pull, now, pageRows);
      return { ...answer, holdUntil: await holdOf(tx, caller.actor, now) };
    });
    if (!pull.columns) return response;
    const packed = packResponse(response);
    return pull.lines ? reply.type('application/json; charset=utf-8').send(writeLines(packed)) : packed;
  });

  app.get('/api/areas/:areaId/live', async (request: AreaRequest, reply) => {
    const { areaId } = await host.placeOf(request);
    // Gone while its place was looked up: its close was heard by nobody, and the beat would never end.
    if (request.raw.socket.destroyed) return reply.hijack();
    reply.hijack();
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    });
    reply.raw.write(': open\n\n');
    const end = parts.live.subscribe(areaId, (version) => {
      reply.raw.write(`data: {"version":${version}}\n\n`);
    });
    // A comment now and then, so that proxies keep the stream and a dead phone is noticed; to whoever may still hear it.
    const beat = setInterval(() => {
      host.placeOf(request).then(
        () => reply.raw.write(': beat\n\n'),
        () => reply.raw.end(),
      );
    }, BEAT_MS);
    request.raw.on('close', () => {
      clearInterval(beat);
      end();
      reply.raw.end();
    });
  });
}

/** The cookie is the browser's; on a shared phone it may belong to the person before or after this one. */
function requireSamePerson(request: AreaRequest, memberId: string): void {
  const meant = request.headers[MEMBER_HEADER];
  if (meant !== undefined && meant !== memberId) throw new ProblemError(syncProblems['another-person']);
}

/** The devices that were just taken out of use or back; either way whoever is signed in there signs in again. */
function devicesChanged(commands: readonly unknown[], answers: readonly Answer[]): string[] {
  return commands.flatMap((command, i) => {
    const { kind, body } = (command ?? {}) as { readonly kind?: unknown; readonly body?: unknown };
    if (kind !== 'devices.revoke' && kind !== 'devices.restore') return [];
    const deviceId = (body as { readonly deviceId?: unknown } | null)?.deviceId;
    return answers[i]?.first !== 'refused' && typeof deviceId === 'string' ? [deviceId] : [];
  });
}
