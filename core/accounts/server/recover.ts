import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { Host } from '#kernel/host.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { hashToken, mintToken } from '../contract/token.ts';
import { submitAsServer } from './http/as-server.ts';

export interface Secretary {
  readonly id: string;
  readonly name: string;
}

/** Secretaries at work who have an account. */
export async function secretariesOf(tx: AreaTx): Promise<readonly Secretary[]> {
  const { rows } = await sql<Secretary>`
    select m.id, m.name from accounts.member m
    join auth.place p on p.area = m.area_id and p.member_id = m.id
    where m.area_id = ${tx.areaId} and m.role = 'secretary' and m.ended_at is null order by m.name, m.id`.execute(
    tx.db,
  );
  return rows;
}

/**
 * A code for a new PIN on the authority of whoever runs the server; logged as given by `cli`.
 * @returns the path that opens it once, to be put behind the address people use
 */
export async function offerNewPinFromShell(
  host: Pick<Host, 'clock' | 'submit'>,
  areaId: string,
  memberId: string,
): Promise<string> {
  const token = mintToken(areaId);
  const body = { offerId: uuidv7(host.clock.now()), memberId, tokenHash: await hashToken(token) };
  await submitAsServer(host, areaId, 'accounts.offer-new-pin', body, 'cli');
  return `/phone/new-pin#${token}`;
}

/** Takes authenticator and passkeys off, on the same authority. Throws `accounts.no-second-factor`. */
export async function resetSecondFactorFromShell(
  host: Pick<Host, 'clock' | 'submit'>,
  areaId: string,
  memberId: string,
): Promise<void> {
  await submitAsServer(host, areaId, 'accounts.reset-second-factor', { memberId }, 'cli');
}
