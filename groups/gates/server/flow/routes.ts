import type { FastifyInstance } from 'fastify';
import * as z from 'zod/mini';
import { can } from '#kernel/access/access.ts';
import type { Host } from '#kernel/host.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { queryProblems } from '#kernel/query/context.ts';
import { chinaDay } from '#kernel/time-id/china-time.ts';
import { actions } from '../../contract/access.ts';
import type { GatesDoors } from '../doors.ts';
import { exportDay } from './export-day.ts';

const query = z.object({
  language: z.catch(z.enum(['zh-CN', 'en']), 'zh-CN'),
  day: z.catch(z.nullable(z.coerce.number().check(z.int(), z.minimum(0), z.maximum(1_000_000))), null),
});

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A day's passages as a sheet, behind the second factor; today's where no day is named. */
export function flowRoutes(app: FastifyInstance, host: Host, doors: GatesDoors): void {
  app.get('/api/areas/:areaId/gates/passages.xlsx', async (request, reply) => {
    const by = await host.whoAsks(request);
    const now = host.clock.now();
    if (!can(host.rules, by.actor, actions.oversee, now)) {
      throw new ProblemError(queryProblems['not-allowed'], { action: actions.oversee });
    }
    await host.requireStepUp(request);
    const { language, day } = query.parse(request.query);
    const asked = { day: day ?? chinaDay(now), now, language, actorId: by.actor.id };
    const sheet = await host.read(by.areaId, (tx) => exportDay(tx, doors, asked));
    return reply
      .type(XLSX)
      .header('content-disposition', 'attachment; filename="gates-passages.xlsx"')
      .header('cache-control', 'no-store')
      .send(sheet);
  });
}
