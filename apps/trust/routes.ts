import { readFileSync } from 'node:fs';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Authority } from '#kernel/tls/authority.ts';
import { html } from '#kernel/ui/html.ts';
import { isLanguage, type Language } from '#kernel/ui/language.ts';
import { translator } from '#kernel/ui/text.ts';
import { text } from './messages/index.ts';
import { renderTrustPage } from './page.ts';
import { isInsideAnApp, platformOf } from './platform.ts';
import { mobileConfig } from './profile.ts';

type Request = FastifyRequest<{ Querystring: { lang?: string; to?: string } }>;

export interface TrustParts {
  readonly authority: Authority;
  /** The HTTPS origin that stands for the host a request came to. */
  httpsOrigin(request: FastifyRequest): string;
}

const CHECK_JS = readFileSync(new URL('check.js', import.meta.url), 'utf8');
const START = '/phone/';

/** `/trust` and what is downloaded from it: the same over HTTP, where it is needed, and over HTTPS. */
export function mountTrust(app: FastifyInstance, { authority, httpsOrigin }: TrustParts): void {
  app.get('/trust', async (request: Request, reply) => {
    const origin = httpsOrigin(request);
    const userAgent = request.headers['user-agent'] ?? '';
    const to = localPath(request.query.to);
    const page = renderTrustPage({
      language: languageOf(request),
      platform: platformOf(userAgent),
      insideAnApp: isInsideAnApp(userAgent),
      origin,
      to: to ?? START,
      onTheWay: to !== null && request.protocol === 'http',
      authority,
    });
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header(
        'content-security-policy',
        `default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; img-src ${origin}; connect-src ${origin}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      )
      .send(page);
  });

  app.get('/trust/check.js', async (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').header('cache-control', 'no-cache').send(CHECK_JS),
  );
  app.get('/trust/seen.svg', async (request: Request, reply) =>
    reply
      .type('image/svg+xml')
      .header('cache-control', 'no-store')
      .send(seenPicture(languageOf(request))),
  );

  const file = (name: string, type: string, body: string | Buffer, how: 'attachment' | 'inline') =>
    app.get(`/trust/${name}`, async (_request, reply) =>
      reply
        .type(type)
        .header('cache-control', 'no-cache')
        .header('content-disposition', `${how}; filename="${name}"`)
        .send(body),
    );
  file('concerto.crt', 'application/x-x509-ca-cert', authority.der, 'attachment');
  file('concerto.pem', 'application/x-pem-file', authority.pem, 'attachment');
  // Safari offers to install a profile only where it is not a download.
  file('concerto.mobileconfig', 'application/x-apple-aspen-config', mobileConfig(authority), 'inline');
}

function languageOf(request: Request): Language {
  const { lang } = request.query;
  if (isLanguage(lang)) return lang;
  const said = request.headers['accept-language'] ?? '';
  return /^en\b/i.test(said) ? 'en' : 'zh-CN';
}

/** A path of this server, never another site's address; null when none was named. */
function localPath(to: unknown): string | null {
  return typeof to === 'string' && /^\/(?![/\\])[\w\-./?=&%]*$/.test(to) ? to : null;
}

/** Comes over the trusted connection only: for browsers without script. */
function seenPicture(language: Language): string {
  const t = translator(text, language);
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="420" height="40" viewBox="0 0 420 40"><text x="0" y="27" font-size="20" font-weight="700" font-family="sans-serif" fill="#1e6b3c">${t('check-trusted')}</text></svg>`
    .text;
}
