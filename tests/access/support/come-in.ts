import { sql } from 'kysely';
import type { House } from '#apps/server/house.ts';
import { Client, type TestServer } from '#apps/server/testing-server.ts';
import type { GroupId, Role } from '#core/accounts/contract.ts';
import { makeAuth } from '#core/accounts/server/auth/better-auth.ts';
import { openAuthSecrets } from '#core/accounts/server/auth/secrets.ts';
import { asServer } from './say.ts';

export interface Place {
  readonly areaId: string;
  readonly role: Role;
  readonly group: GroupId | null;
}

/**
 * Brings many people in without a PIN, whose hash is slow on purpose: an account, its places, and a session opened by
 * the same code as behind every sign-in. The doors with PINs have tests of their own.
 */
export async function comingIn(
  { dataFolder, address }: Pick<TestServer, 'dataFolder' | 'address'>,
  house: House,
) {
  const auth = makeAuth(house.db, await openAuthSecrets(dataFolder), { secureCookies: false });
  return async (places: readonly Place[]): Promise<readonly Client[]> => {
    const accountId = crypto.randomUUID();
    await sql`
      insert into auth."user" ("id", "name", "email", "emailVerified")
      values (${accountId}, '', ${`${accountId}@phone.invalid`}, false)`.execute(house.db);
    const members = places.map((place) => ({ ...place, memberId: crypto.randomUUID() }));
    for (const { areaId, role, group, memberId } of members) {
      const body = { memberId, name: '矩阵', phone: null, role, group, residentId: null, accountId };
      await asServer(house, areaId, [{ kind: 'accounts.add-member', body }]);
    }
    const { headers } = await auth.api.openSession({ body: { userId: accountId }, returnHeaders: true });
    const cookie = headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    return members.map(({ areaId, memberId }) => new Client(address, cookie, areaId, memberId));
  };
}
