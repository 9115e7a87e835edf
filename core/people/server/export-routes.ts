import type { FastifyInstance } from 'fastify';
import { can } from '#kernel/access/access.ts';
import type { Host } from '#kernel/host.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { queryProblems } from '#kernel/query/context.ts';
import { EXPORT_PATH } from '../contract/export.ts';
import { actions } from '../contract/rules.ts';
import { exportRegister } from './export-register.ts';

/** The register as a sheet, for those who may `people:export`. */
export function exportRoutes(app: FastifyInstance, host: Host): void {
  app.get(EXPORT_PATH, async (request, reply) => {
    const { areaId, actor } = await host.whoAsks(request);
    if (!can(host.rules, actor, actions.export, host.clock.now())) {
      throw new ProblemError(queryProblems['not-allowed'], { action: actions.export });
    }
    const { bytes } = await host.read(areaId, exportRegister);
    return reply
      .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .header('content-disposition', 'attachment; filename="register.xlsx"')
      .header('cache-control', 'no-store')
      .send(bytes);
  });
}
