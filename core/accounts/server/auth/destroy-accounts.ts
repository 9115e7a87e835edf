import { sql, type Transaction } from 'kysely';
import { hasPracticeCodes } from '#core/codes/contract.ts';
import type { NoTables } from '#kernel/db/area-tx.ts';

/**
 * The accounts of an area that is being destroyed: those that work in no other real area go with their sessions, PIN,
 * second factor, passkeys and counters of failures; the others lose their place here.
 */
export async function destroyAccounts(
  trx: Transaction<NoTables>,
  areaId: string,
): Promise<{ readonly destroyed: number; readonly workElsewhere: number }> {
  const { rows } = await sql<{ id: string; phoneIndex: string; others: readonly string[] }>`
    select u.id, split_part(u.email, '@', 1) as phone_index,
      array(select o.area::text from auth.place o where o.account_id = u.id and o.area <> p.area) as others
    from auth.place p join auth."user" u on u.id = p.account_id where p.area = ${areaId}`.execute(trx);
  const gone = rows.filter(({ others }) => others.every(hasPracticeCodes));
  const ids = gone.map(({ id }) => id);
  // The second factor counts its failures by the account.
  const counted = [...gone.map(({ phoneIndex }) => phoneIndex), ...ids];
  await sql`delete from auth.attempt where phone_index = any(${counted}::text[])`.execute(trx);
  await sql`delete from auth.known_device where phone_index = any(${counted}::text[])`.execute(trx);
  await sql`delete from auth.verification where identifier = any(${counted}::text[])`.execute(trx);
  await sql`delete from auth."user" where id = any(${ids}::uuid[])`.execute(trx);
  await sql`delete from auth.place where area = ${areaId}`.execute(trx);
  return { destroyed: gone.length, workElsewhere: rows.length - gone.length };
}
