import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { can } from '#kernel/access/access.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { Host } from '#kernel/host.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { queryProblems } from '#kernel/query/context.ts';
import { EXPORT_PATH, LOOKS_PATH } from '../contract/export.ts';
import type { LookSource } from '../contract/readers.ts';
import { actions } from '../contract/rules.ts';
import type { MemberNames } from './discrepancy-views.ts';
import { exportLooks } from './export-looks.ts';
import { exportRegister } from './export-register.ts';

/** The register for those who may `people:export`, the looked-at list for those who may `people:read-looks`, as sheets. */
export function exportRoutes(
  app: FastifyInstance,
  host: Host,
  members: MemberNames,
  lists: readonly LookSource[] = [],
): void {
  app.get(EXPORT_PATH, (request, reply) =>
    sendSheet(
      host,
      request,
      reply,
      actions.export,
      'register',
      async (tx) => (await exportRegister(tx)).bytes,
    ),
  );
  app.get(LOOKS_PATH, (request, reply) =>
    sendSheet(host, request, reply, actions.readLooks, 'looks', (tx) =>
      exportLooks(tx, members, 'Asia/Shanghai', lists),
    ),
  );
}

async function sendSheet(
  host: Host,
  request: FastifyRequest,
  reply: FastifyReply,
  action: string,
  name: string,
  make: (tx: AreaTx) => Promise<Buffer>,
) {
  const { areaId, actor } = await host.whoAsks(request);
  if (!can(host.rules, actor, action, host.clock.now())) {
    throw new ProblemError(queryProblems['not-allowed'], { action });
  }
  await host.requireStepUp(request);
  return reply
    .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    .header('content-disposition', `attachment; filename="${name}.xlsx"`)
    .header('cache-control', 'no-store')
    .send(await host.read(areaId, make));
}
