import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { FullPerson } from '../contract/readers.ts';
import { openField } from './tools.ts';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly idCipher: Buffer | null;
  readonly phoneCipher: Buffer | null;
}

/** Names and numbers of these people in full; opens sealed numbers. */
export async function fullByIds(
  tx: AreaTx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, FullPerson>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Row>`
    select id, name, id_cipher, phone_cipher from people.resident
    where area_id = ${tx.areaId} and id = any(${ids}::uuid[])`.execute(tx.db);
  return new Map(
    rows.map(({ id, name, idCipher, phoneCipher }) => [
      id,
      {
        name,
        idNumber: idCipher === null ? null : openField(tx, 'idNumber', idCipher),
        phone: phoneCipher === null ? null : openField(tx, 'phone', phoneCipher),
      },
    ]),
  );
}
