import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest } from 'fastify';
import { mountResident, type ResidentParts } from '#apps/resident/routes.ts';
import { mountTrust } from '#apps/trust/routes.ts';
import type { Authority } from '#kernel/tls/authority.ts';
import { createHttp } from './http.ts';
import { guardContent } from './routes-web.ts';

export interface PlainParts {
  readonly log: FastifyBaseLogger;
  readonly webRoot: string;
  /** The HTTPS origin that stands for the host a request came to. */
  readonly httpsOrigin: (request: FastifyRequest) => string;
  /** Null with the operator's own certificate, which phones trust already. */
  readonly authority: Authority | null;
  readonly resident: ResidentParts;
}

/**
 * The plain port beside HTTPS. It asks for no password and shows nobody's data: everything is sent on to HTTPS.
 * With the local authority two things stay: the trust pages, over which a person on the way to a page goes, and the
 * residents' page, since nobody asks a resident to install a certificate for reading a bulletin.
 */
export async function createPlain({
  log,
  webRoot,
  httpsOrigin,
  authority,
  resident,
}: PlainParts): Promise<FastifyInstance> {
  const app = await createHttp(log);
  guardContent(app);
  if (authority) {
    mountTrust(app, { authority, httpsOrigin });
    mountResident(app, resident);
    for (const folder of ['icons', 'resident']) {
      const root = join(webRoot, folder);
      if (existsSync(root)) {
        app.register(fastifyStatic, {
          root,
          prefix: `/${folder}/`,
          decorateReply: false,
          wildcard: false,
        });
      }
    }
  }
  app.all('/*', async (request, reply) => {
    const isPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    if (authority && isPage) return reply.redirect(`/trust?to=${encodeURIComponent(request.url)}`, 302);
    // 308 keeps the method; it is not remembered, for the address may be another's tomorrow.
    return reply.header('cache-control', 'no-store').redirect(`${httpsOrigin(request)}${request.url}`, 308);
  });
  return app;
}
