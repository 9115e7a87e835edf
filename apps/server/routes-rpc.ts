import { type OpenAPI, OpenAPIGenerator } from '@orpc/openapi';
import { OpenAPIHandler } from '@orpc/openapi/fetch';
import { ORPCError } from '@orpc/server';
import { RPCHandler } from '@orpc/server/fetch';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import type { FastifyInstance } from 'fastify';
import type { Module } from '#kernel/module.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import type { QueryContext } from '#kernel/query/context.ts';
import type { ServerHost } from './host.ts';
import { httpProblems, problemOf } from './http.ts';
import { AREA_HEADER } from './identity.ts';
import type { Mounted } from './modules.ts';
import { syncDocument } from './openapi-sync.ts';

type Router = NonNullable<Module['queries']>;

export function routerOf(modules: readonly Pick<Module, 'name' | 'queries'>[]): Router {
  return Object.fromEntries(modules.flatMap((m) => (m.queries ? [[m.name, m.queries]] : []))) as Router;
}

/** Both answer a request out of the same router. */
type Handler = Pick<RPCHandler<QueryContext>, 'handle'>;

/**
 * Queries: oRPC's own form for our screens at /rpc, plain JSON as the OpenAPI document says at /api/q. One read-only
 * view of the caller's area per request. A problem travels as the error's `data`, in the same shape as everywhere.
 */
export function mountQueries(app: FastifyInstance, host: ServerHost, router: Router): void {
  const interceptors = [
    <T>({ next }: { next(): Promise<T> }): Promise<T> =>
      next().catch((error: unknown) => {
        throw asRpcError(error);
      }),
  ];
  mountHandler(app, host, '/rpc', new RPCHandler(router, { interceptors }));
  mountHandler(app, host, '/api/q', new OpenAPIHandler(router, { interceptors }));
}

function mountHandler(
  app: FastifyInstance,
  host: ServerHost,
  prefix: '/rpc' | '/api/q',
  handler: Handler,
): void {
  // Others, as TRACE, have no form as a fetch request.
  app.route({
    method: ['GET', 'POST'],
    url: `${prefix}/*`,
    handler: async (request, reply) => {
      const caller = await host.whoAsks(request);
      const answer = await host.read(caller.areaId, async (tx) => {
        const context: QueryContext = { tx, actor: caller.actor, now: host.clock.now(), rules: host.rules };
        const { response } = await handler.handle(toFetch(request), { prefix, context });
        return response
          ? { status: response.status, headers: response.headers, body: await response.text() }
          : null;
      });
      if (!answer) return reply.callNotFound();
      reply.code(answer.status);
      answer.headers.forEach((value, key) => {
        reply.header(key, value);
      });
      return reply.send(answer.body);
    },
  });
}

/** One document for other programs: every query, and the doors of sync with every command. */
export async function mountOpenApi(
  app: FastifyInstance,
  router: Router,
  modules: readonly Pick<Mounted, 'commands'>[],
): Promise<void> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const queries = await generator.generate(router, {
    info: { title: 'Concerto 协奏', version: '1' },
    servers: [{ url: '/api/q' }],
    security: [{ session: [] }],
  });
  const { paths, schemas } = syncDocument(modules);
  const document = {
    ...queries,
    paths: { ...mapValues(queries.paths ?? {}, inArea), ...paths },
    components: {
      ...queries.components,
      schemas: { ...queries.components?.schemas, ...schemas },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'concerto.session_token' } },
    },
  };
  app.get('/api/openapi.json', async () => document);
}

/** Which place of the session's owner a query is about travels in a header. */
const inArea = (item: OpenAPI.PathItemObject | undefined): OpenAPI.PathItemObject => ({
  ...item,
  parameters: [
    { name: AREA_HEADER, in: 'header', required: true, schema: { type: 'string', format: 'uuid' } },
  ],
});

const mapValues = <A, B>(from: Readonly<Record<string, A>>, to: (value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(from).map(([key, value]) => [key, to(value)]));

function asRpcError(error: unknown): ORPCError<string, unknown> {
  if (error instanceof ORPCError) return error;
  const { kind, details } = problemOf(error);
  const { code, number, status } = kind;
  return new ORPCError(code, { status, defined: true, data: { code, number, details, status } });
}

function toFetch(request: { url: string; method: string; body: unknown }): Request {
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD' && request.body != null;
  return new Request(new URL(request.url, 'http://localhost'), {
    method: request.method,
    headers: { 'content-type': 'application/json' },
    ...(hasBody ? { body: textOf(request.body) } : {}),
  });
}

/** @throws `http.bad-request` when it is nested too deep to be written down again */
function textOf(body: unknown): string {
  try {
    return JSON.stringify(body);
  } catch (error) {
    if (error instanceof RangeError) throw new ProblemError(httpProblems['bad-request']);
    throw error;
  }
}
