import type { SealedTable } from '#kernel/crypto/sealed-table.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { ResidentTools, SealedField } from '../domain/resident.ts';
import { readName } from './read-name.ts';

/** Bound into each sealed value, so that none opens in another column's place. */
const CONTEXT: Readonly<Record<SealedField, string>> = {
  idNumber: 'people.resident.id-number',
  phone: 'people.resident.phone',
  otherPhone: 'people.resident.other-phone',
};

/** Both phones share one kind, so that a number is found wherever it stands. */
const BLIND_KIND: Readonly<Record<SealedField, string>> = {
  idNumber: 'people.id-number',
  phone: 'people.phone',
  otherPhone: 'people.phone',
};

/** What of a resident is sealed, for the rotation of keys. */
export const sealedResident: SealedTable = {
  table: 'people.resident',
  fields: [
    sealedColumn('idNumber', 'idCipher', 'idBlind'),
    sealedColumn('phone', 'phoneCipher', 'phoneBlind'),
    sealedColumn('otherPhone', 'otherPhoneCipher', 'otherPhoneBlind'),
  ],
};

function sealedColumn(field: SealedField, cipher: string, column: string): SealedTable['fields'][number] {
  return { cipher, context: CONTEXT[field], index: { column, kind: BLIND_KIND[field], as: 'hex' } };
}

export const sealField = (tx: AreaTx, field: SealedField, plain: string): Buffer =>
  tx.keys.seal(plain, CONTEXT[field]);

/** Throws when the value was altered or moved. */
export const openField = (tx: AreaTx, field: SealedField, sealed: Uint8Array): string =>
  tx.keys.open(sealed, CONTEXT[field]);

export const blindOf = (tx: AreaTx, field: SealedField, plain: string): string =>
  tx.keys.blindIndex(BLIND_KIND[field], plain).toString('hex');

/** Every index the value may stand under: several only while keys are rotated. */
export const blindsOf = (tx: AreaTx, field: SealedField, plain: string): string[] =>
  tx.keys.blindIndexes(BLIND_KIND[field], plain).map((blind) => blind.toString('hex'));

export function residentTools(tx: AreaTx): ResidentTools {
  return {
    seal: (field, plain) => sealField(tx, field, plain),
    blind: (field, plain) => blindOf(tx, field, plain),
    readName,
  };
}
