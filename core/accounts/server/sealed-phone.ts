import type { SealedTable } from '#kernel/crypto/sealed-table.ts';

/** Bound into the ciphertext of a member's phone. */
export const PHONE_CONTEXT = 'accounts.member.phone';

/** Of the blind index by which a phone is found. */
export const PHONE_KIND = 'phone';

/** What of a member is sealed, for the rotation of keys. */
export const sealedMember: SealedTable = {
  table: 'accounts.member',
  fields: [
    {
      cipher: 'phoneCipher',
      context: PHONE_CONTEXT,
      index: { column: 'phoneBlind', kind: PHONE_KIND, as: 'hex' },
    },
  ],
};
