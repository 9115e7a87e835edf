import type { FastifyInstance } from 'fastify';
import { ProblemError } from '#kernel/problem/problem.ts';
import { paths, signInBody } from '../../contract/http.ts';
import { accountsProblems } from '../../contract/problems.ts';
import { endSession } from '../auth/session-notes.ts';
import { parseBody } from './body.ts';
import type { RouteContext } from './context.ts';
import { toHeaders } from './headers.ts';
import { sessionView } from './session-view.ts';

/** Sign-in by phone and PIN, the session as screens see it, sign-out. */
export function signInRoutes(app: FastifyInstance, context: RouteContext): void {
  const { host, auth, accounts, sessions } = context;

  app.post(paths.signIn, async (request, reply) => {
    const { phone, pin, deviceId = null, code } = parseBody(signInBody, request.body);
    const former = await sessions.whoIs(request.headers);
    const from = { headers: request.headers, deviceId };
    const { accountId, cookies } = await accounts.signIn(phone, pin, from, host.clock.now(), code);
    // Nobody could use the former one any more: the browser has one cookie for it.
    if (former) await endSession(context.db, former.accountId, former.sessionId);
    sessions.forget();
    reply.header('set-cookie', [...cookies]);
    return sessionView(context, accountId);
  });

  app.get(paths.session, async (request, reply) => {
    await sessions.requireWho(request.headers);
    // Asked once as an app opens: the place to lengthen a session in use, cookie and row alike.
    const { headers, response } = await auth.api.getSession({
      headers: toHeaders(request.headers),
      returnHeaders: true,
    });
    if (!response) throw new ProblemError(accountsProblems['no-session']);
    const cookies = headers.getSetCookie();
    if (cookies.length > 0) reply.header('set-cookie', cookies);
    reply.header('cache-control', 'no-store');
    const accountId = response.user.id;
    return sessionView(context, accountId);
  });

  app.post(paths.signOut, async (request, reply) => {
    const response = await auth.api.signOut({ headers: toHeaders(request.headers), asResponse: true });
    sessions.forget();
    reply.header('set-cookie', response.headers.getSetCookie());
    return {};
  });
}
