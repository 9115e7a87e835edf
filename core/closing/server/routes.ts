import type { FastifyInstance, FastifyRequest } from 'fastify';
import { can } from '#kernel/access/access.ts';
import { commandProblems } from '#kernel/command/problems.ts';
import type { Caller, Host } from '#kernel/host.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { isLanguage } from '#kernel/ui/language.ts';
import { order } from '../contract/commands.ts';
import { closingPaths, type Ordered, type Progress, TOKEN_HEADER } from '../contract/http.ts';
import { actions, problems, rules } from '../contract/rules.ts';
import { certificatePage, PAGE_POLICY } from './certificate-page.ts';
import type { Closer } from './closer.ts';

type AreaRequest = FastifyRequest<{ Params: { areaId: string } }>;
type ClosingRequest = FastifyRequest<{
  Params: { closingId: string };
  Querystring: { lang?: string; token?: unknown };
}>;

/** Ordering and stopping by the secretary; watching by whoever was told the token, for sessions end with the area. */
export function closingRoutes(app: FastifyInstance, host: Host, closer: Closer): void {
  const mayOrder = async (request: AreaRequest): Promise<Caller> => {
    const caller = await host.whoAsks(request);
    if (!can(rules, caller.actor, actions.order, host.clock.now())) {
      throw new ProblemError(commandProblems['not-allowed'], { action: actions.order });
    }
    await host.requireStepUp(request);
    return caller;
  };

  app.post(closingPaths.order(':areaId'), async (request: AreaRequest): Promise<Ordered> => {
    const { areaId, actor } = await mayOrder(request);
    const body = order.safeParse(request.body);
    if (!body.success) {
      const field = String(body.error.issues[0]?.path[0] ?? '');
      throw new ProblemError(problems['bad-request'], { field });
    }
    return closer.order(areaId, body.data, actor.id);
  });

  app.post(closingPaths.stop(':areaId'), async (request: AreaRequest, reply) => {
    const { areaId, actor } = await mayOrder(request);
    await closer.stop(areaId, actor.id);
    return reply.code(204).send();
  });

  app.get(closingPaths.progress(':closingId'), async (request: ClosingRequest, reply): Promise<Progress> => {
    reply.header('cache-control', 'no-store');
    return (await closer.look(request.params.closingId, tokenOf(request))).progress;
  });

  app.get('/api/closings/:closingId/certificate', async (request: ClosingRequest, reply) => {
    const { certificate } = await closer.look(request.params.closingId, textOf(request.query.token));
    if (!certificate) throw new ProblemError(problems.unknown);
    const { lang } = request.query;
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-security-policy', PAGE_POLICY)
      .send(certificatePage(certificate, isLanguage(lang) ? lang : 'zh-CN'));
  });

  app.get(closingPaths.standing(':areaId'), async () => ({ open: true }));
}

const tokenOf = (request: FastifyRequest): string => textOf(request.headers[TOKEN_HEADER]);

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
