import type { ReadCode } from '#core/codes/contract.ts';
import { IDENTITY_HASH_BYTES, identityHash } from './identity-hash.ts';
import type { IndexedCard, PeopleIndex } from './people-index.ts';

/**
 * Whom a code that was read means, without a network: a person's code, an identity card by its keyed, cut hash (two may
 * share one), or everybody of a household by its code.
 * @param key what the duty hashes identity numbers with
 * @returns empty where nobody is known by it; null where the code is of no person
 */
export async function findByCode<Card extends IndexedCard>(
  read: ReadCode,
  people: PeopleIndex<Card>,
  key: Uint8Array,
): Promise<readonly Card[] | null> {
  switch (read.kind) {
    case 'person':
      return people.bySerial(read.serial);
    case 'household':
      return people.byHouseholdSerial(read.serial);
    case 'id-card':
      return people.byIdentityHash(await identityHash(key, read.text, IDENTITY_HASH_BYTES));
    default:
      return null;
  }
}
