/** `recall`: people of positive or invalid tubes, sampled singly; `missed`: people who did not come. */
export const FOLLOW_UPS = ['recall', 'missed'] as const;
export type FollowUpPurpose = (typeof FOLLOW_UPS)[number];

/** A round made of some people of another. Its id is the round's. */
export interface FollowUp {
  readonly id: string;
  readonly ofRoundId: string;
  readonly purpose: FollowUpPurpose;
  /** Whom it was made for, also those who were excused or struck off since. */
  readonly residentIds: readonly string[];
  readonly version: number;
}
