import { type OpenAPI, OpenAPIGenerator } from '@orpc/openapi';
import { OpenAPIHandler } from '@orpc/openapi/fetch';
import { ORPCError, traverseContractProcedures } from '@orpc/server';
import { RPCHandler } from '@orpc/server/fetch';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { can } from '#kernel/access/access.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { Module } from '#kernel/module.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import type { QueryContext } from '#kernel/query/context.ts';
import { sharedBy, whoeverMay } from '#kernel/query/same-for-all.ts';
import { Gathered } from '#kernel/together/gathered.ts';
import type { ServerHost } from './host.ts';
import { httpProblems, problemOf } from './http.ts';
import { AREA_HEADER } from './identity.ts';
import type { Mounted } from './modules.ts';
import { syncDocument } from './openapi-sync.ts';
import { PackedOnce } from './packing.ts';

type Router = NonNullable<Module['queries']>;

export function routerOf(modules: readonly Pick<Module, 'name' | 'queries'>[]): Router {
  return Object.fromEntries(modules.flatMap((m) => (m.queries ? [[m.name, m.queries]] : []))) as Router;
}

/** Both answer a request out of the same router. */
type Handler = Pick<RPCHandler<QueryContext>, 'handle'>;

/**
 * Queries: oRPC's own form for our screens at /rpc, plain JSON as the OpenAPI document says at /api/q. One read-only
 * view of the caller's area per request; at /rpc those who ask the same together share one, where the contract says
 * that all get the same. A problem travels as the error's `data`, in the same shape as everywhere.
 */
export function mountQueries(app: FastifyInstance, host: ServerHost, router: Router): void {
  const interceptors = [
    <T>({ next }: { next(): Promise<T> }): Promise<T> =>
      next().catch((error: unknown) => {
        throw asRpcError(error);
      }),
  ];
  mountHandler(app, host, '/rpc', new RPCHandler(router, { interceptors }), sharedQueries(router));
  mountHandler(app, host, '/api/q', new OpenAPIHandler(router, { interceptors }), new Map());
}

/** The actions of the queries that are the same for all who may do them, by their address at /rpc. */
function sharedQueries(router: Router): Shared {
  const shared = new Map<string, readonly string[]>();
  traverseContractProcedures({ router, path: [] }, ({ contract, path }) => {
    const actions = sharedBy(contract['~orpc'].meta);
    if (actions) shared.set(['/rpc', ...path].join('/'), actions);
  });
  return shared;
}

type Shared = ReadonlyMap<string, readonly string[]>;

interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: PackedOnce;
}

function mountHandler(
  app: FastifyInstance,
  host: ServerHost,
  prefix: '/rpc' | '/api/q',
  handler: Handler,
  shared: Shared,
): void {
  const answerIn = async (tx: AreaTx, by: Pick<QueryContext, 'actor' | 'rules'>, request: Request) => {
    const context: QueryContext = { ...by, tx, now: host.clock.now() };
    const { response } = await handler.handle(request, { prefix, context });
    return response
      ? { status: response.status, headers: response.headers, body: new PackedOnce(await response.text()) }
      : null;
  };

  /** One view says what is answered, and who of those who ask may see it; the others are left out. */
  const together = new Gathered<string, Answered | null>((question, memberIds) => {
    const { areaId, url, text } = JSON.parse(question) as Question;
    const actions = shared.get(url) ?? [];
    return host.read(areaId, async (tx) => {
      const actors = await host.loadActors(tx, memberIds);
      const now = host.clock.now();
      const may = [...actors.values()].filter((actor) =>
        actions.every((action) => can(host.rules, actor, action, now)),
      );
      if (may.length === 0) return new Map();
      const answer = await answerIn(tx, whoeverMay(actions), rpcRequest(url, 'POST', text));
      return new Map(may.map(({ id }) => [id, answer]));
    });
  });

  const answer = async (request: FastifyRequest): Promise<Answered | null> => {
    const { method, url, body } = request;
    if (method === 'POST' && shared.has(url)) {
      const { areaId, memberId } = await host.placeOf(request);
      const question: Question = { areaId, url, text: textOf(body) };
      const answered = await together.ask(JSON.stringify(question), memberId);
      if (answered !== undefined) return answered;
      // Whoever may not is refused as ever.
    }
    const { areaId, actor } = await host.whoAsks(request);
    const { rules } = host;
    return host.read(areaId, (tx) =>
      answerIn(tx, { actor, rules }, rpcRequest(url, method, method === 'POST' ? textOf(body) : null)),
    );
  };

  // Others, as TRACE, have no form as a fetch request.
  app.route({
    method: ['GET', 'POST'],
    url: `${prefix}/*`,
    handler: async (request, reply) => {
      const answered = await answer(request);
      if (!answered) return reply.callNotFound();
      reply.code(answered.status);
      answered.headers.forEach((value, key) => {
        reply.header(key, value);
      });
      const { body } = answered;
      const packed = body.as(request.headers['accept-encoding']);
      if (!packed) return reply.send(body.text);
      // Bytes have no charset of their own.
      reply.type('application/json; charset=utf-8').header('vary', 'accept-encoding');
      reply.header('content-encoding', packed.encoding);
      return reply.send(await packed.bytes);
    },
  });
}

/** What those have in common who share an answer. */
interface Question {
  readonly areaId: string;
  readonly url: string;
  /** The body. */
  readonly text: string | null;
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

function rpcRequest(url: string, method: string, text: string | null): Request {
  return new Request(new URL(url, 'http://localhost'), {
    method,
    headers: { 'content-type': 'application/json' },
    ...(text === null ? {} : { body: text }),
  });
}

/** @throws `http.bad-request` when it is nested too deep to be written down again */
function textOf(body: unknown): string | null {
  if (body == null) return null;
  try {
    return JSON.stringify(body);
  } catch (error) {
    if (error instanceof RangeError) throw new ProblemError(httpProblems['bad-request']);
    throw error;
  }
}
