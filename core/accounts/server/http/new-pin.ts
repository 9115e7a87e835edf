import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { changePinBody, type NewPinView, newPinBody, paths, type SessionView } from '../../contract/http.ts';
import { accountsProblems } from '../../contract/problems.ts';
import { closedOffer } from '../../domain/new-pins.ts';
import type { NewPinRow } from '../../domain/state.ts';
import { refuseWeak } from '../auth/accounts.ts';
import { endSessions } from '../auth/session-notes.ts';
import { PHONE_CONTEXT } from '../sealed-phone.ts';
import { findNewPin } from '../store.ts';
import { noteAccess, submitAsServer } from './as-server.ts';
import { parseBody, throwRefusal } from './body.ts';
import type { RouteContext } from './context.ts';
import { type ByToken, findByToken } from './find-by-token.ts';
import { requireSameSite } from './same-site.ts';
import { sessionView } from './session-view.ts';

interface Offered extends Pick<NewPinView, 'areaName' | 'name' | 'phoneMask'> {
  readonly offer: NewPinRow;
  readonly accountId: string | null;
  readonly phone: string;
}

/** Setting a PIN anew: by a leader's one-time code, or by oneself with the old one. */
export function newPinRoutes(app: FastifyInstance, context: RouteContext): void {
  const { db, host, accounts, secondFactor, sessions } = context;

  app.get<{ Params: { token: string } }>(
    '/api/new-pin/:token',
    async (request, reply): Promise<NewPinView> => {
      const { found } = await find(context, request.params.token);
      throwRefusal(closedOffer(found.offer, host.clock.now()));
      reply.header('cache-control', 'no-store');
      const { areaName, name, phoneMask, offer } = found;
      return { areaName, name, phoneMask, expiresAt: offer.expiresAt };
    },
  );

  app.post<{ Params: { token: string } }>(
    '/api/new-pin/:token',
    async (request, reply): Promise<SessionView> => {
      const { pin, deviceId = null } = parseBody(newPinBody, request.body);
      const { areaId, tokenHash, found } = await find(context, request.params.token);
      const now = host.clock.now();
      throwRefusal(closedOffer(found.offer, now));
      if (found.accountId === null) throw new ProblemError(accountsProblems['no-account']);
      // Before the code is used up: a weak PIN is chosen again with the same code.
      refuseWeak(pin, found.phone);
      await submitAsServer(host, areaId, 'accounts.use-new-pin', { offerId: found.offer.id, tokenHash });
      await accounts.setPin(found.accountId, found.phone, pin);
      sessions.forget();
      // A code from a leader stands for the PIN alone: the PIN is set, and who has a second factor signs in with both.
      if (await secondFactor.isOn(found.accountId)) throw new ProblemError(accountsProblems['needs-code']);
      const from = { headers: request.headers, deviceId };
      const { cookies } = await accounts.open(found.accountId, from, now);
      reply.header('set-cookie', [...cookies]);
      return sessionView(context, found.accountId);
    },
  );

  app.post(paths.changePin, async (request) => {
    requireSameSite(request);
    const { accountId, sessionId } = await sessions.requireWho(request.headers);
    const { oldPin, pin } = parseBody(changePinBody, request.body);
    refuseWeak(pin, await phoneOf(context, accountId));
    await accounts.checkOwnPin(accountId, oldPin, request.headers, host.clock.now());
    await accounts.changePin(accountId, pin);
    await endSessions(db, accountId, sessionId);
    sessions.forget();
    await noteAccess(context, accountId, 'pin-changed');
    return {};
  });
}

/** The phone as the account's first place keeps it, for judging a PIN by; empty when none keeps it. */
async function phoneOf({ host, placesOf }: RouteContext, accountId: string): Promise<string> {
  const [place] = await placesOf(accountId);
  if (!place) return '';
  return host.read(place.areaId, async (tx) => {
    const { rows } = await sql<{ phoneCipher: Uint8Array | null }>`
      select phone_cipher from accounts.member where area_id = ${tx.areaId} and id = ${place.memberId}`.execute(
      tx.db,
    );
    const cipher = rows[0]?.phoneCipher;
    return cipher ? tx.keys.open(cipher, PHONE_CONTEXT) : '';
  });
}

async function find({ host }: RouteContext, token: string): Promise<ByToken<Offered>> {
  const found = await findByToken(host, token, readOffer);
  if (!found) throw new ProblemError(accountsProblems['unknown-new-pin']);
  return found;
}

async function readOffer(tx: AreaTx, tokenHash: string): Promise<Offered | null> {
  const offer = await findNewPin(tx, tokenHash);
  if (!offer) return null;
  const { rows } = await sql<Omit<Offered, 'offer' | 'phone'> & { phoneCipher: Uint8Array | null }>`
    select a.name as area_name, m.name, m.phone_mask, m.phone_cipher, p.account_id
    from accounts.member m
    join kernel.area a on a.area_id = m.area_id
    left join auth.place p on p.area = m.area_id and p.member_id = m.id
    where m.area_id = ${tx.areaId} and m.id = ${offer.memberId} and m.ended_at is null`.execute(tx.db);
  const [row] = rows;
  if (!row) return null;
  const { phoneCipher, ...member } = row;
  return { ...member, offer, phone: phoneCipher ? tx.keys.open(phoneCipher, PHONE_CONTEXT) : '' };
}
