import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RouteContext } from './context.ts';

/** better-auth's own paths that are open. Its sign-in and sign-up are not: they would pass by our count of tries. */
const OPEN_PATHS = [
  ['GET', '/api/auth/get-session'],
  ['GET', '/api/auth/list-sessions'],
  ['POST', '/api/auth/sign-out'],
  ['POST', '/api/auth/revoke-session'],
  ['POST', '/api/auth/revoke-sessions'],
  ['POST', '/api/auth/revoke-other-sessions'],
] as const;

export function betterAuthRoutes(app: FastifyInstance, { auth, sessions }: RouteContext): void {
  for (const [method, url] of OPEN_PATHS) {
    app.route({
      method,
      url,
      handler: async (request, reply) => {
        const response = await auth.handler(toRequest(request));
        if (method === 'POST') sessions.forget();
        return answer(reply, response);
      },
    });
  }
}

function toRequest(request: FastifyRequest): Request {
  const url = new URL(request.url, `http://${request.headers.host ?? 'localhost'}`);
  const body = request.method === 'POST' ? JSON.stringify(request.body ?? {}) : null;
  return new Request(url, { method: request.method, headers: toHeaders(request.headers), body });
}

async function answer(reply: FastifyReply, response: Response): Promise<FastifyReply> {
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) reply.header('set-cookie', cookies);
  reply.header('cache-control', 'no-store').type(response.headers.get('content-type') ?? 'application/json');
  return reply.status(response.status).send(await response.text());
}

/** Only what sign-in needs: no forwarded header reaches better-auth. */
export function toHeaders(headers: IncomingHttpHeaders): Headers {
  const kept = new Headers();
  for (const name of ['cookie', 'origin', 'referer', 'host', 'content-type'] as const) {
    const value = headers[name];
    if (value !== undefined) kept.set(name, value);
  }
  return kept;
}
