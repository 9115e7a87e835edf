import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { type InvitationView, joinBody } from '../../contract/http.ts';
import { accountsProblems } from '../../contract/problems.ts';
import { areaOfToken, hashToken } from '../../contract/token.ts';
import { closedInvitation } from '../../domain/invitations.ts';
import type { InvitationRow } from '../../domain/state.ts';
import { systemActor } from '../actors.ts';
import { findInvitation } from '../store.ts';
import { parseBody, requireAccepted } from './body.ts';
import type { RouteContext } from './context.ts';
import { sessionView } from './session-view.ts';

interface Found {
  readonly areaId: string;
  readonly areaName: string;
  readonly tokenHash: string;
  readonly invitation: InvitationRow;
}

/** The public door: whoever holds an invitation's token sees what it is for, and comes in with name, phone and PIN. */
export function joinRoutes(app: FastifyInstance, context: RouteContext): void {
  const { host, accounts, sessions } = context;

  app.get<{ Params: { token: string } }>(
    '/api/join/:token',
    async (request, reply): Promise<InvitationView> => {
      const { areaId, areaName, invitation } = await find(context, request.params.token);
      refuseClosed(invitation, host.clock.now());
      reply.header('cache-control', 'no-store');
      const { role, group, name, expiresAt } = invitation;
      return { areaId, areaName, role, group, name, expiresAt };
    },
  );

  app.post<{ Params: { token: string } }>('/api/join/:token', async (request, reply) => {
    const { memberId, name, phone, pin } = parseBody(joinBody, request.body);
    const found = await find(context, request.params.token);
    const { areaId, invitation, tokenHash } = found;
    const now = host.clock.now();
    // The answer to the first try was lost: the same member signs in with the same PIN and finds the place made.
    const isRepeat = invitation.usedBy === memberId;
    if (!isRepeat) {
      refuseClosed(invitation, now);
      const account = await accountFor(context, phone, pin);
      const body = { invitationId: invitation.id, tokenHash, memberId, accountId: account.id, name, phone };
      const command = {
        id: uuidv7(now),
        kind: 'accounts.accept-invitation',
        v: 1,
        claimedAt: now,
        actorId: 'system',
        body,
      };
      try {
        requireAccepted(
          await host.submit(areaId, [command], { areaId, actor: systemActor('system'), deviceId: null }),
        );
      } catch (error) {
        if (account.isNew) await accounts.remove(account.id);
        throw error;
      }
    }
    const { accountId, cookies } = await accounts.signIn(phone, pin, now);
    sessions.forget();
    reply.header('set-cookie', [...cookies]);
    return sessionView(host, accountId, await context.placesOf(accountId));
  });
}

/** The account with this phone when its PIN is right, else a new one: one person, one account, several areas. */
async function accountFor(
  { accounts, host }: RouteContext,
  phone: string,
  pin: string,
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  if (await accounts.find(phone)) {
    const { accountId } = await accounts.signIn(phone, pin, host.clock.now());
    return { id: accountId, isNew: false };
  }
  return { id: await accounts.create(phone, pin), isNew: true };
}

async function find({ host }: RouteContext, token: string): Promise<Found> {
  const areaId = areaOfToken(token);
  const unknown = new ProblemError(accountsProblems['unknown-invitation']);
  if (areaId === null) throw unknown;
  const tokenHash = await hashToken(token);
  const found = await host
    .read(areaId, (tx) => readInvitation(tx, tokenHash))
    .catch((error: unknown) => {
      // A made-up token names an area that is not here.
      if (error instanceof ProblemError && error.kind.code === 'crypto.no-key') return null;
      throw error;
    });
  if (!found) throw unknown;
  return { areaId, tokenHash, ...found };
}

async function readInvitation(
  tx: AreaTx,
  tokenHash: string,
): Promise<Pick<Found, 'areaName' | 'invitation'> | null> {
  const invitation = await findInvitation(tx, tokenHash);
  const area = await sql<{ name: string }>`select name from kernel.area where area_id = ${tx.areaId}`.execute(
    tx.db,
  );
  const areaName = area.rows[0]?.name;
  return invitation && areaName !== undefined ? { invitation, areaName } : null;
}

function refuseClosed(invitation: InvitationRow, now: number): void {
  const closed = closedInvitation(invitation, now);
  if (closed) throwProblem(closed.refused.code);
}

function throwProblem(code: string): never {
  const kind = Object.values(accountsProblems).find((k) => k.code === code);
  throw kind ? new ProblemError(kind) : new Error(`no such problem: ${code}`);
}
