export const LINE_DOUBTS = [
  'nothing-to-read',
  /** An identity number or an id that nobody living has. */
  'unknown-mark',
  'no-such-place',
  /** The place stands, and nobody of that name lives there. */
  'not-at-this-place',
  'nobody-of-that-name',
  'several',
] as const;
/** Why a line of a list does not say for certain whom it means. */
export type LineDoubt = (typeof LINE_DOUBTS)[number];

export interface LineReading {
  /** Whom the line means; with the doubt `several`, whom it could mean. */
  readonly residentIds: readonly string[];
  readonly doubt: LineDoubt | null;
}
