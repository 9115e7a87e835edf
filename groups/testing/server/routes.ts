import type { FastifyInstance } from 'fastify';
import * as z from 'zod/mini';
import { can } from '#kernel/access/access.ts';
import type { Host } from '#kernel/host.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { queryProblems } from '#kernel/query/context.ts';
import { actions } from '../contract/access.ts';
import { problems } from '../contract/problems.ts';
import type { TestingDoors } from './doors.ts';
import { exportRound } from './export-sheet.ts';
import { lookRoutes } from './looks/routes.ts';
import { resultsSheetRoute } from './results-sheet.ts';

const params = z.object({ areaId: z.uuid(), roundId: z.uuid() });
const query = z.object({ language: z.catch(z.enum(['zh-CN', 'en']), 'zh-CN') });

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A download, where a procedure does not fit. The address names the area, since a link sends no header. */
export function testingRoutes(app: FastifyInstance, host: Host, doors: TestingDoors): void {
  resultsSheetRoute(app, host);
  lookRoutes(app, host, doors);
  app.get('/api/areas/:areaId/testing/rounds/:roundId/export.xlsx', async (request, reply) => {
    const by = await host.whoAsks(request);
    const now = host.clock.now();
    if (!can(host.rules, by.actor, actions.export, now)) {
      throw new ProblemError(queryProblems['not-allowed'], { action: actions.export });
    }
    const asked = params.safeParse(request.params);
    if (!asked.success) throw new ProblemError(problems['no-such-round']);
    await host.requireStepUp(request);
    const { language } = query.parse(request.query);
    const { roundId } = asked.data;
    const sheet = await host.read(by.areaId, (tx) =>
      exportRound(tx, doors, { roundId, now, language, actorId: by.actor.id }),
    );
    return reply
      .type(XLSX)
      .header('content-disposition', 'attachment; filename="testing-round.xlsx"')
      .header('cache-control', 'no-store')
      .send(sheet);
  });
}
