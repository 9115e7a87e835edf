import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError } from '#kernel/problem/problem.ts';
import {
  addPasskeyBody,
  ownPinBody,
  passkeyBody,
  paths,
  removePasskeyBody,
  renamePasskeyBody,
} from '../../contract/http.ts';
import { accountsProblems } from '../../contract/problems.ts';
import { type PasskeySite, passkeySite } from '../../domain/passkey-site.ts';
import { endSession, noteSecondFactor } from '../auth/session-notes.ts';
import { noteAccess } from './as-server.ts';
import { parseBody } from './body.ts';
import type { RouteContext } from './context.ts';
import { requireSameSite } from './same-site.ts';
import { sessionView } from './session-view.ts';

/** A desk's passkeys: adding, naming, taking off, signing in with one, showing one before an export. */
export function passkeyRoutes(app: FastifyInstance, context: RouteContext): void {
  const { db, host, accounts, passkeys, sessions } = context;
  const now = () => host.clock.now();

  app.post(paths.beginPasskey, async (request, reply) => {
    requireSameSite(request);
    const { accountId } = await sessions.requireWho(request.headers);
    const site = siteOf(context, request);
    const { pin } = parseBody(ownPinBody, request.body);
    await accounts.checkOwnPin(accountId, pin, request.headers, now());
    await sessions.requireShown(request.headers);
    const { places } = await sessionView(context, accountId);
    reply.header('cache-control', 'no-store');
    return passkeys.beginAdding(site, accountId, places[0]?.name ?? '', now());
  });

  app.post(paths.addPasskey, async (request) => {
    requireSameSite(request);
    const { accountId, sessionId } = await sessions.requireWho(request.headers);
    const site = siteOf(context, request);
    const { name, answer } = parseBody(addPasskeyBody, request.body);
    await passkeys.add(site, accountId, name, answer, now());
    await noteSecondFactor(db, sessionId, now());
    sessions.forget();
    await noteAccess(context, accountId, 'passkey-added');
    return {};
  });

  app.post(paths.renamePasskey, async (request) => {
    requireSameSite(request);
    const { accountId } = await sessions.requireWho(request.headers);
    const { id, name } = parseBody(renamePasskeyBody, request.body);
    if (!(await passkeys.rename(accountId, id, name))) throw unknown();
    return {};
  });

  app.post(paths.removePasskey, async (request) => {
    requireSameSite(request);
    const { accountId } = await sessions.requireWho(request.headers);
    const { id } = parseBody(removePasskeyBody, request.body);
    await sessions.requireShown(request.headers);
    if (!(await passkeys.remove(accountId, id))) throw unknown();
    sessions.forget();
    await noteAccess(context, accountId, 'passkey-removed');
    return {};
  });

  app.post(paths.askPasskey, async (request, reply) => {
    requireSameSite(request);
    const { accountId } = await sessions.requireWho(request.headers);
    const site = siteOf(context, request);
    reply.header('cache-control', 'no-store');
    return passkeys.ask(site, { show: accountId }, now());
  });

  app.post(paths.showPasskey, async (request) => {
    requireSameSite(request);
    const { accountId, sessionId } = await sessions.requireWho(request.headers);
    const site = siteOf(context, request);
    const { answer } = parseBody(passkeyBody, request.body);
    await passkeys.check(site, { show: accountId }, answer, now());
    await noteSecondFactor(db, sessionId, now());
    sessions.forget();
    return {};
  });

  app.post(paths.askPasskeySignIn, async (request, reply) => {
    requireSameSite(request);
    reply.header('cache-control', 'no-store');
    return passkeys.ask(siteOf(context, request), 'sign-in', now());
  });

  app.post(paths.passkeySignIn, async (request, reply) => {
    requireSameSite(request);
    const site = siteOf(context, request);
    const { answer } = parseBody(passkeyBody, request.body);
    const accountId = await passkeys.check(site, 'sign-in', answer, now());
    const former = await sessions.whoIs(request.headers);
    const from = { headers: request.headers, deviceId: null };
    const { sessionId, cookies } = await accounts.open(accountId, from, now());
    await noteSecondFactor(db, sessionId, now());
    if (former) await endSession(db, former.accountId, former.sessionId);
    sessions.forget();
    reply.header('set-cookie', [...cookies]);
    return sessionView(context, accountId);
  });
}

const unknown = () => new ProblemError(accountsProblems['unknown-passkey']);

function siteOf({ address }: RouteContext, { headers }: FastifyRequest): PasskeySite {
  const site = passkeySite({ ...address, host: headers.host });
  if (typeof site === 'string') throw new ProblemError(accountsProblems['no-passkeys-here'], { why: site });
  return site;
}
