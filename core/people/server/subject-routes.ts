import type { FastifyInstance } from 'fastify';
import * as z from 'zod/mini';
import { can } from '#kernel/access/access.ts';
import type { Host } from '#kernel/host.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { queryProblems } from '#kernel/query/context.ts';
import { SUBJECT_SHEET_PATH } from '../contract/by-hand-queries.ts';
import { actions, problems } from '../contract/rules.ts';
import { readSubjectCopy, type SubjectDoors, subjectSheet } from './subject-copy.ts';

const wanted = z.object({
  request: z.uuid(),
  language: z._default(z.enum(['zh-CN', 'en']), 'zh-CN'),
});

/** A person's own copy as a sheet, for whoever recorded the request. */
export function subjectRoutes(app: FastifyInstance, host: Host, doors: SubjectDoors): void {
  app.get(SUBJECT_SHEET_PATH, async (request, reply) => {
    const { areaId, actor } = await host.whoAsks(request);
    const now = host.clock.now();
    if (!can(host.rules, actor, actions.answerSubject, now)) {
      throw new ProblemError(queryProblems['not-allowed'], { action: actions.answerSubject });
    }
    const query = wanted.safeParse(request.query);
    if (!query.success) throw new ProblemError(problems['request-unknown']);
    await host.requireStepUp(request);
    const { request: requestId, language } = query.data;
    const asked = { requestId, language, actorId: actor.id, now };
    const copy = await host.read(areaId, (tx) => readSubjectCopy(tx, doors, asked));
    return reply
      .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .header('content-disposition', 'attachment; filename="subject.xlsx"')
      .header('cache-control', 'no-store')
      .send(subjectSheet(copy));
  });
}
