import type { FastifyInstance } from 'fastify';
import { ProblemError } from '#kernel/problem/problem.ts';
import { endSessionBody, type OwnSessions, paths } from '../../contract/http.ts';
import { accountsProblems } from '../../contract/problems.ts';
import { type PasskeyHindrance, passkeySite } from '../../domain/passkey-site.ts';
import { endSession, endSessions, sessionsOf } from '../auth/session-notes.ts';
import { parseBody } from './body.ts';
import type { RouteContext } from './context.ts';
import { requireSameSite } from './same-site.ts';

/** Where somebody is signed in, and ending it from anywhere; felt by the very next request. */
export function ownSessionsRoutes(app: FastifyInstance, context: RouteContext): void {
  const { db, sessions } = context;

  app.get(paths.sessions, async (request, reply): Promise<OwnSessions> => {
    const { accountId, sessionId, secondFactor } = await sessions.requireWho(request.headers);
    reply.header('cache-control', 'no-store');
    const open = await sessionsOf(db, accountId);
    return {
      sessions: open.map((session) => ({ ...session, isThis: session.id === sessionId })),
      secondFactor: {
        isOn: secondFactor.isOn,
        recoveryCodesLeft: await context.secondFactor.recoveryCodesLeft(accountId),
      },
      passkeys: await context.passkeys.of(accountId),
      passkeyHindrance: hindranceOf(context.address, request.headers.host),
      wrongPins: await context.wrongPinsOf(accountId),
    };
  });

  app.post(paths.endSession, async (request) => {
    requireSameSite(request);
    const { accountId } = await sessions.requireWho(request.headers);
    const { sessionId } = parseBody(endSessionBody, request.body);
    const ended = await endSession(db, accountId, sessionId);
    sessions.forget();
    if (!ended) throw new ProblemError(accountsProblems['unknown-session']);
    return {};
  });

  app.post(paths.endOtherSessions, async (request) => {
    requireSameSite(request);
    const { accountId, sessionId } = await sessions.requireWho(request.headers);
    await endSessions(db, accountId, sessionId);
    sessions.forget();
    return {};
  });

  app.post(paths.wrongPinsTold, async (request) => {
    requireSameSite(request);
    const { accountId } = await sessions.requireWho(request.headers);
    await context.tellWrongPins(accountId);
    return {};
  });
}

function hindranceOf(address: RouteContext['address'], host: string | undefined): PasskeyHindrance | null {
  const site = passkeySite({ ...address, host });
  return typeof site === 'string' ? site : null;
}
