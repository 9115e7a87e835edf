import type { QueryContext } from '#kernel/query/context.ts';
import type { Language } from '#kernel/ui/language.ts';

/** Who came to the desk: the person, or somebody who may speak for him or her. */
export const SUBJECT_ASKERS = ['self', 'guardian', 'family', 'heir'] as const;
export type SubjectAsker = (typeof SUBJECT_ASKERS)[number];

export const CORRECTION_OUTCOMES = ['corrected', 'declined'] as const;
export type CorrectionOutcome = (typeof CORRECTION_OUTCOMES)[number];

/** One kind of record about a person, in words that he or she understands. */
export interface SubjectSection {
  readonly title: string;
  /** What it is for and how long it is kept. */
  readonly purpose: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * A module's answer to "what do you hold about me". Each module that keeps something of residents lists one where it
 * is mounted (`apps/server/modules.ts`); whatever is not told here is not known to be held.
 */
export interface SubjectSource {
  /**
   * @param residentIds the person, first by the id that stands, then by those that were merged into it
   * @returns sections, also empty ones: that nothing is held is an answer
   */
  read(
    tx: QueryContext['tx'],
    residentIds: readonly string[],
    language: Language,
  ): Promise<readonly SubjectSection[]>;
}
