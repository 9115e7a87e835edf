export const LOOKED_AT = ['records', 'contacts'] as const;
/** The round's records with the minimum fields of the norm, or the contacts of a tube. */
export type LookedAt = (typeof LOOKED_AT)[number];

/** One look at many people at once: its id is its command's. */
export interface ListLook {
  readonly id: string;
  readonly roundId: string;
  readonly what: LookedAt;
  /** Full names and numbers; false: printed, masked. */
  readonly inFull: boolean;
  readonly tubeCode: string | null;
  /** Of contacts: who stands on the list. Empty for records: everybody sampled in the round until then. */
  readonly residentIds: readonly string[];
  readonly reason: string;
  readonly at: number;
  readonly by: string;
  readonly version: number;
}
