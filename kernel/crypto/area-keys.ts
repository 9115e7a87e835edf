/**
 * One area's keys, kept in a file outside the database: destroying the file ends every personal value the database,
 * its log and its backups hold.
 */
export interface AreaKeys {
  /**
   * AES-256-GCM with a fresh nonce. `context` is bound in as associated data, so that a value moved to another
   * column or row kind does not open, e.g. `people.resident.phone`.
   */
  seal(plain: string, context: string): Buffer;
  /** Throws when the value was altered, belongs to another context or another area. */
  open(sealed: Uint8Array, context: string): string;
  /** Keyed, 16 bytes: equal values of one kind give equal indexes within the area, and tell nothing without the key. */
  blindIndex(kind: string, value: string): Buffer;
  /** A secret derived for one purpose, 32 bytes, e.g. the hash key a round's phones get. */
  derive(purpose: string): Buffer;
}
