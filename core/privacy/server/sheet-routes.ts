import type { FastifyInstance } from 'fastify';
import { can } from '#kernel/access/access.ts';
import type { Host } from '#kernel/host.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { queryProblems } from '#kernel/query/context.ts';
import { isLanguage } from '#kernel/ui/language.ts';
import { actions } from '../contract/rules.ts';
import type { PrivacyDoors } from './doors.ts';
import { paperSheet } from './paper-sheet.ts';

/** The record of processing and the assessment as sheets, for those who may `privacy:read`. */
export function sheetRoutes(app: FastifyInstance, host: Host, doors: PrivacyDoors): void {
  for (const kind of ['records', 'assessment'] as const) {
    app.get<{ Querystring: { lang?: string } }>(`/api/privacy/${kind}.xlsx`, async (request, reply) => {
      const { areaId, actor } = await host.whoAsks(request);
      const now = host.clock.now();
      if (!can(host.rules, actor, actions.read, now)) {
        throw new ProblemError(queryProblems['not-allowed'], { action: actions.read });
      }
      await host.requireStepUp(request);
      const language = isLanguage(request.query.lang) ? request.query.lang : 'zh-CN';
      const bytes = await host.read(areaId, (tx) => paperSheet(tx, doors, kind, now, language));
      return reply
        .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header('content-disposition', `attachment; filename="${kind}.xlsx"`)
        .header('cache-control', 'no-store')
        .send(bytes);
    });
  }
}
