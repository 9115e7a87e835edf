/**
 * One area's keys, kept in a file outside the database: destroying the file ends every personal value the database,
 * its log and its backups hold. The keys have versions: what is new is sealed under the newest, what stands opens by
 * the version it carries.
 */
export interface AreaKeys {
  /** Number of the newest version. */
  readonly newest: number;
  /**
   * AES-256-GCM with a fresh nonce under the newest version: `version (1 byte) ‖ nonce (12) ‖ ciphertext ‖ tag (16)`.
   * `context` is bound in as associated data, so that a value moved to another column or row kind does not open,
   * e.g. `people.resident.phone`.
   */
  seal(plain: string, context: string): Buffer;
  /** Throws when the value was altered, belongs to another context or another area. */
  open(sealed: Uint8Array, context: string): string;
  /** Whether the newest version sealed it. Looks at the version byte alone where every value has one. */
  isCurrent(sealed: Uint8Array, context: string): boolean;
  /** Whether every sealed value begins with its version; those of the first files of all did not. */
  readonly marked: boolean;
  /**
   * Keyed, 16 bytes: equal values of one kind give equal indexes within the area, and tell nothing without the key.
   * Under the newest version: for writing.
   */
  blindIndex(kind: string, value: string): Buffer;
  /** The same under every version a stored index may still have, newest first: for looking up. One, but while keys are rotated. */
  blindIndexes(kind: string, value: string): readonly Buffer[];
  /**
   * A secret derived for one purpose, 32 bytes, e.g. the hash key a round's phones get.
   * @param at epoch ms: of the version in force then, so that what was handed out at that time goes on fitting;
   * the newest version without it
   */
  derive(purpose: string, at?: number): Buffer;
  /** The same of every version, newest first: to open what somebody sealed under an earlier one. */
  deriveAll(purpose: string): readonly Buffer[];
  /** Looks whether the file has changed, e.g. rotated by the command line beside a running server. Throws `crypto.no-key`. */
  refresh(): void;
}
