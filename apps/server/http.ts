import compress from '@fastify/compress';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { isTransient } from '#kernel/db/transient.ts';
import { isUnstorable } from '#kernel/db/unstorable.ts';
import { defineProblems, ProblemError, type ProblemKind } from '#kernel/problem/problem.ts';
import { syncProblems } from '#kernel/sync/problems.ts';
import type { TlsPair } from '#kernel/tls/server-certificate.ts';
import { BROTLI, GZIP, PACK_FROM } from './packing.ts';

export const httpProblems = defineProblems('http', 700, {
  'not-found': [1, 404],
  'bad-request': [2, 400],
  'body-too-large': [3, 413],
  'wrong-type': [4, 415],
  internal: [5, 500],
});

/** 500 commands of 2 KB: more than any honest batch. Uploads have routes of their own. */
const BODY_LIMIT = 4 * 1024 * 1024;

/**
 * The HTTP server with what all routes share: one form of problem, and logs that hold neither bodies, queries,
 * cookies nor addresses. With a certificate it speaks HTTPS.
 */
export async function createHttp(log: FastifyBaseLogger, tls?: TlsPair): Promise<FastifyInstance> {
  const app: FastifyInstance = Fastify({
    ...(tls ? ({ https: { ...tls, minVersion: 'TLSv1.2' } } as object) : {}),
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    trustProxy: false,
    forceCloseConnections: true,
    requestTimeout: 120_000,
  });
  // Awaited: it packs the answers of routes that are added after it has loaded, and of no others.
  await app.register(compress, {
    threshold: PACK_FROM,
    encodings: ['br', 'gzip'],
    brotliOptions: BROTLI,
    zlibOptions: GZIP,
  });
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const { kind, details } = problemOf(error);
    const told = { err: withoutData(error), route: request.routeOptions.url };
    // Whoever goes away in the middle of a body, a phone in a lift, is no fault of the house.
    if (hasGone(request)) request.log.info(told, 'the sender went away');
    else if (kind.status >= 500) request.log.error(told, kind.code);
    return reply.code(kind.status).type('application/problem+json').send(problemBody(kind, details));
  });
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).type('application/problem+json').send(problemBody(httpProblems['not-found'], {})),
  );
  return app;
}

const hasGone = ({ raw }: FastifyRequest): boolean => raw.destroyed && !raw.complete;

/** RFC 9457, with our number and details as extension members. */
function problemBody(kind: ProblemKind, details: ProblemError['details']) {
  const { code, number, status } = kind;
  return { type: `urn:concerto:problem:${code}`, title: code, status, code, number, details };
}

export function problemOf(error: unknown): { kind: ProblemKind; details: ProblemError['details'] } {
  if (error instanceof ProblemError) return { kind: error.kind, details: error.details };
  if (isTransient(error)) return { kind: syncProblems['try-again'], details: {} };
  // What is written is checked by its schema; a query may still be asked for what no row can hold.
  if (isUnstorable(error)) return { kind: httpProblems['bad-request'], details: {} };
  const status = (error as Partial<FastifyError>).statusCode ?? 500;
  if (status === 413) return { kind: httpProblems['body-too-large'], details: {} };
  if (status === 415) return { kind: httpProblems['wrong-type'], details: {} };
  if (status >= 400 && status < 500) return { kind: httpProblems['bad-request'], details: {} };
  return { kind: httpProblems.internal, details: {} };
}

/** A database error names the row it stumbled over in `detail`; only what names no person is logged. */
export function withoutData(error: unknown): { name: string; code?: string; stack?: string } {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code } = error as Error & { code?: unknown };
  const frames = error.stack
    ?.split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .join('\n');
  return {
    name: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    ...(frames ? { stack: frames } : {}),
  };
}
