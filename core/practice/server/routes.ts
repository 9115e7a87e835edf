import type { FastifyInstance, FastifyRequest } from 'fastify';
import { can } from '#kernel/access/access.ts';
import { commandProblems } from '#kernel/command/problems.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { type Entered, practicePaths, resetBody } from '../contract/http.ts';
import { practiceProblems, practiceRules } from '../contract/rules.ts';
import type { Asker, Practice, PracticeParts } from './parts.ts';

type AreaRequest = FastifyRequest<{ Params: { areaId: string } }>;

/** Entering and starting over; both are asked of the real area, whose rows they never touch. */
export function practiceRoutes(app: FastifyInstance, parts: PracticeParts, practice: Practice): void {
  const { host, accounts } = parts;

  const ask = async (request: AreaRequest, action: keyof typeof practiceRules): Promise<Asker> => {
    const { areaId, actor } = await host.whoAsks(request);
    if (!can(practiceRules, actor, action, host.clock.now())) {
      throw new ProblemError(commandProblems['not-allowed'], { action });
    }
    const { accountId, memberId } = await accounts.placeIn(request.headers, areaId);
    return { realAreaId: areaId, memberId, accountId };
  };

  app.post(practicePaths.enter(':areaId'), async (request: AreaRequest): Promise<Entered> => {
    return practice.enter(await ask(request, 'practice:enter'));
  });

  app.post(practicePaths.reset(':areaId'), async (request: AreaRequest): Promise<Entered> => {
    const body = resetBody.safeParse(request.body);
    if (!body.success) throw new ProblemError(practiceProblems['bad-request'], { field: 'replaces' });
    const who = await ask(request, 'practice:reset');
    await practice.reset(who.realAreaId, body.data.replaces);
    return practice.enter(who);
  });
}
