import { secureRandom, uuidv7 } from '#kernel/time-id/uuid.ts';
import type { AccountsBody } from '../contract/commands.ts';
import type { GroupId, Role } from '../contract/roles.ts';
import { hashToken, mintToken } from '../contract/token.ts';

/** What the console keeps in memory of an invitation it made, for as long as the drawer is open. */
export interface FreshInvitation {
  readonly id: string;
  /** Opens the join page; the token is in the fragment, which no server and no log sees. */
  readonly link: string;
  readonly role: Role;
  readonly group: GroupId | null;
  readonly name: string | null;
  readonly expiresAt: number;
}

export const joinLink = (origin: string, token: string): string => `${origin}/phone/join#${token}`;

export interface InvitationOffer {
  readonly areaId: string;
  readonly origin: string;
  readonly role: Role;
  readonly group: GroupId | null;
  readonly name: string | null;
  readonly now: number;
  readonly validMs: number;
  /** Somebody added by hand, who gets an account by it. */
  readonly memberId?: string;
  /** Last four digits of the only phone it opens for. */
  readonly phoneEnd?: string;
}

/** Mints a token; the command's body carries only its hash. */
export async function makeInvitation(
  offer: InvitationOffer,
): Promise<{ readonly fresh: FreshInvitation; readonly body: AccountsBody<'accounts.invite'> }> {
  const { areaId, origin, role, group, name, now, memberId = null, phoneEnd = null } = offer;
  const token = mintToken(areaId);
  const id = uuidv7(now, secureRandom);
  const expiresAt = now + offer.validMs;
  const rest = { role, group, name, expiresAt };
  return {
    fresh: { id, link: joinLink(origin, token), ...rest },
    body: { invitationId: id, tokenHash: await hashToken(token), memberId, phoneEnd, ...rest },
  };
}
