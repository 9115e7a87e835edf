import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** A pass opens at a gate without a network, also over plain HTTP, where no worker keeps its page. */
const KEPT_A_WEEK = 'public, max-age=604800';

const SHELLS = ['phone', 'console'] as const;

/** What a page may load and do: everything from here, nothing from elsewhere; the wasm reader needs its own word. */
const CONTENT_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "frame-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * The shells as the web build left them. Every address below a shell's path answers with its page, whose router
 * knows the rest; hashed files are kept by browsers for a year, pages and service workers are asked for each time.
 */
export function mountWeb(app: FastifyInstance, webRoot: string): void {
  guardContent(app);
  if (!existsSync(webRoot)) return;
  app.register(fastifyStatic, {
    root: webRoot,
    wildcard: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const kept = path.includes(`${join('assets', '')}`);
      if (path.endsWith(join('pass', 'index.html')))
        return void reply.setHeader('cache-control', KEPT_A_WEEK);
      reply.setHeader('cache-control', kept ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  for (const shell of SHELLS) {
    const page = (_request: unknown, reply: FastifyReply) => reply.sendFile(`${shell}/index.html`);
    app.get(`/${shell}`, (_request, reply) => reply.redirect(`/${shell}/`));
    app.get(`/${shell}/*`, page);
  }
  app.get('/pass', (_request, reply) => reply.redirect('/pass/'));
}

/** What every answer says about itself; a page that needs less says so in a policy of its own. */
export function guardContent(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply) => {
    if (isData(request.url) && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', CONTENT_POLICY);
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'no-referrer');
  });
}

/** Answers of the house's own doors: no browser and no proxy keeps them, unless they say otherwise. */
const isData = (url: string): boolean => url.startsWith('/api/') || url.startsWith('/rpc/');

/**
 * Browsers that came once come over HTTPS alone for a year. Not with the local authority: beside it the residents' page
 * stays open over plain HTTP, and a phone that trusts it would not get there any more.
 */
export function keepToHttps(app: FastifyInstance): void {
  app.addHook('onSend', async (_request, reply) => {
    reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains');
  });
}
