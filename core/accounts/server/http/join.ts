import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { type InvitationView, joinBody } from '../../contract/http.ts';
import { accountsProblems } from '../../contract/problems.ts';
import { closedInvitation, otherPhone } from '../../domain/invitations.ts';
import { normalPhone } from '../../domain/phone.ts';
import type { InvitationRow } from '../../domain/state.ts';
import type { From } from '../auth/accounts.ts';
import { findInvitation } from '../store.ts';
import { submitAsServer } from './as-server.ts';
import { parseBody, throwRefusal } from './body.ts';
import type { RouteContext } from './context.ts';
import { type ByToken, findByToken } from './find-by-token.ts';
import { sessionView } from './session-view.ts';
import { turns } from './turns.ts';

interface Invited {
  readonly areaName: string;
  readonly invitation: InvitationRow;
}
type Found = ByToken<Invited>;

/** The public door: whoever holds an invitation's token sees what it is for, and comes in with name, phone and PIN. */
export function joinRoutes(app: FastifyInstance, context: RouteContext): void {
  const { host, accounts, sessions } = context;
  const inTurn = turns();

  app.get<{ Params: { token: string } }>(
    '/api/join/:token',
    async (request, reply): Promise<InvitationView> => {
      const { areaId, found } = await find(context, request.params.token);
      const { areaName, invitation } = found;
      throwRefusal(closedInvitation(invitation, host.clock.now()));
      reply.header('cache-control', 'no-store');
      const { role, group, name, phoneEnd, expiresAt } = invitation;
      return { areaId, areaName, role, group, name, phoneEnd, expiresAt };
    },
  );

  app.post<{ Params: { token: string } }>('/api/join/:token', async (request, reply) => {
    const { memberId, name, phone, pin, deviceId = null } = parseBody(joinBody, request.body);
    const from = { headers: request.headers, deviceId };
    const found = await find(context, request.params.token);
    const now = host.clock.now();
    if (!(await isRepeat(context, found, memberId, phone))) {
      throwRefusal(closedInvitation(found.found.invitation, now));
      // One phone at a time: two invitations of one person must not make two accounts.
      await inTurn(normalPhone(phone), () => comeIn(context, found, { memberId, name, phone, pin }, from));
    }
    const { accountId, cookies } = await accounts.signIn(phone, pin, from, now);
    sessions.forget();
    reply.header('set-cookie', [...cookies]);
    return sessionView(context, accountId);
  });
}

/**
 * The answer to the first try was lost: the same phone comes again, signs in with the same PIN and finds the place made.
 * Somebody added by hand has another id than the joining phone minted, and is known by the account.
 */
async function isRepeat(
  { accounts, placesOf }: RouteContext,
  { areaId, found: { invitation } }: Found,
  memberId: string,
  phone: string,
): Promise<boolean> {
  if (invitation.usedBy === null) return false;
  if (invitation.memberId === null) return invitation.usedBy === memberId;
  const accountId = await accounts.find(phone);
  if (accountId === null) return false;
  return (await placesOf(accountId)).some((p) => p.areaId === areaId && p.memberId === invitation.usedBy);
}

interface Joining {
  readonly memberId: string;
  readonly name: string;
  readonly phone: string;
  readonly pin: string;
}

/** Account, member and place, or nothing of them. */
async function comeIn(
  context: RouteContext,
  { areaId, tokenHash, found: { invitation } }: Found,
  { memberId, name, phone, pin }: Joining,
  from: From,
): Promise<void> {
  // Before there is an account: a phone it is not for makes none.
  throwRefusal(otherPhone(invitation, phone));
  const account = await accountFor(context, phone, pin, from);
  const body = { invitationId: invitation.id, tokenHash, memberId, accountId: account.id, name, phone };
  try {
    await submitAsServer(context.host, areaId, 'accounts.accept-invitation', body);
  } catch (error) {
    if (account.isNew) await context.accounts.remove(account.id);
    throw error;
  }
}

/** The account with this phone when its PIN is right, else a new one: one person, one account, several areas. */
async function accountFor(
  { accounts, host }: RouteContext,
  phone: string,
  pin: string,
  from: From,
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  if (await accounts.find(phone)) {
    return { id: await accounts.checkPin(phone, pin, from, host.clock.now()), isNew: false };
  }
  return { id: await accounts.create(phone, pin), isNew: true };
}

async function find({ host }: RouteContext, token: string): Promise<Found> {
  const found = await findByToken(host, token, readInvitation);
  if (!found) throw new ProblemError(accountsProblems['unknown-invitation']);
  return found;
}

async function readInvitation(tx: AreaTx, tokenHash: string): Promise<Invited | null> {
  const invitation = await findInvitation(tx, tokenHash);
  const area = await sql<{ name: string }>`select name from kernel.area where area_id = ${tx.areaId}`.execute(
    tx.db,
  );
  const areaName = area.rows[0]?.name;
  return invitation && areaName !== undefined ? { invitation, areaName } : null;
}
