import { secureRandom, uuidv7 } from '#kernel/time-id/uuid.ts';
import type { AccountsBody } from '../contract/commands.ts';
import { hashToken, mintToken } from '../contract/token.ts';

export const newPinLink = (origin: string, token: string): string => `${origin}/phone/new-pin#${token}`;

/** A code for a new PIN: the command's body carries only the hash, the link is shown once. */
export async function makeNewPinOffer(offer: {
  readonly areaId: string;
  readonly origin: string;
  readonly memberId: string;
  readonly now: number;
}): Promise<{ readonly link: string; readonly body: AccountsBody<'accounts.offer-new-pin'> }> {
  const token = mintToken(offer.areaId);
  const offerId = uuidv7(offer.now, secureRandom);
  return {
    link: newPinLink(offer.origin, token),
    body: { offerId, memberId: offer.memberId, tokenHash: await hashToken(token) },
  };
}
