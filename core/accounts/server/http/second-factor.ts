import type { FastifyInstance } from 'fastify';
import { codeBody, ownPinBody, paths, type SecondFactorBegun } from '../../contract/http.ts';
import { noteSecondFactor } from '../auth/session-notes.ts';
import { noteAccess } from './as-server.ts';
import { parseBody } from './body.ts';
import type { RouteContext } from './context.ts';
import { requireSameSite } from './same-site.ts';
import { sessionView } from './session-view.ts';

/** Setting up the second factor, showing it again before an export, taking it off with a code. */
export function secondFactorRoutes(app: FastifyInstance, context: RouteContext): void {
  const { db, host, accounts, sessions, secondFactor } = context;

  app.post(paths.beginSecondFactor, async (request, reply): Promise<SecondFactorBegun> => {
    requireSameSite(request);
    const { accountId } = await sessions.requireWho(request.headers);
    const { pin } = parseBody(ownPinBody, request.body);
    await accounts.checkOwnPin(accountId, pin, request.headers, host.clock.now());
    await sessions.requireShown(request.headers);
    const { places } = await sessionView(context, accountId);
    reply.header('cache-control', 'no-store');
    return secondFactor.begin(accountId, places[0]?.name ?? '');
  });

  app.post(paths.confirmSecondFactor, async (request, reply) => {
    requireSameSite(request);
    const { accountId, sessionId } = await sessions.requireWho(request.headers);
    const { code } = parseBody(codeBody, request.body);
    const now = host.clock.now();
    const recoveryCodes = await secondFactor.confirm(accountId, code, now);
    await noteSecondFactor(db, sessionId, now);
    sessions.forget();
    await noteAccess(context, accountId, 'second-factor-on');
    reply.header('cache-control', 'no-store');
    return { recoveryCodes };
  });

  app.post(paths.checkSecondFactor, async (request) => {
    requireSameSite(request);
    const { accountId, sessionId } = await sessions.requireWho(request.headers);
    const { code } = parseBody(codeBody, request.body);
    const now = host.clock.now();
    await secondFactor.check(accountId, code, now);
    await noteSecondFactor(db, sessionId, now);
    sessions.forget();
    return {};
  });

  app.post(paths.removeSecondFactor, async (request) => {
    requireSameSite(request);
    const { accountId } = await sessions.requireWho(request.headers);
    const { code } = parseBody(codeBody, request.body);
    await secondFactor.check(accountId, code, host.clock.now());
    await secondFactor.remove(accountId);
    sessions.forget();
    await noteAccess(context, accountId, 'second-factor-off');
    return {};
  });
}
