/**
 * Finding a person by identity card without a network and without stored numbers: the list carries a keyed hash of
 * each number (`identityHash` of core/people), the phone hashes what the reader typed.
 *
 * Cut to 24 bits on purpose: the key is on the phone too, and longer hashes would let its holder try all numbers of
 * the district until one fits. At 24 bits dozens fit each. The price: among 10,000 people about three pairs share a
 * hash, so a find may return two people, and the screen asks which.
 */
export const IDENTITY_HASH_BYTES = 3;

/** The purpose to derive a round's key for. */
export const identityKeyPurpose = (roundId: string): string => `testing.round/${roundId}`;
