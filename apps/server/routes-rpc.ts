import { OpenAPIGenerator } from '@orpc/openapi';
import { OpenAPIHandler } from '@orpc/openapi/fetch';
import { ORPCError } from '@orpc/server';
import { RPCHandler } from '@orpc/server/fetch';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import type { FastifyInstance } from 'fastify';
import type { Module } from '#kernel/module.ts';
import type { QueryContext } from '#kernel/query/context.ts';
import type { ServerHost } from './host.ts';
import { problemOf } from './http.ts';

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
  app.all(`${prefix}/*`, async (request, reply) => {
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
  });
}

/** The document of every query, for other programs; commands go through push (docs/ARCHITECTURE.md). */
export async function mountOpenApi(app: FastifyInstance, router: Router): Promise<void> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const document = await generator.generate(router, {
    info: { title: 'Concerto 协奏', version: '1' },
    servers: [{ url: '/api/q' }],
  });
  app.get('/api/openapi.json', async () => document);
}

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
    ...(hasBody ? { body: JSON.stringify(request.body) } : {}),
  });
}
