import type { DomainEvent } from '#kernel/command/command.ts';
import type { FollowUpPurpose } from './follow-up-rows.ts';
import type { CallAnswer, CallWay, Clearing } from './missed-rows.ts';

/** `testing.missed-flagged` and `testing.missed-cleared` are for gates to hear; what stands is read with `missedNow`. */
export type MissedEvent =
  | DomainEvent<
      'testing.follow-up-made',
      {
        readonly roundId: string;
        readonly ofRoundId: string;
        readonly purpose: FollowUpPurpose;
        /** Whom it was made for now, beside those it was made for before. */
        readonly residentIds: readonly string[];
      }
    >
  | DomainEvent<
      'testing.missed-flagged',
      { readonly roundId: string; readonly residentIds: readonly string[] }
    >
  | DomainEvent<
      'testing.missed-cleared',
      {
        readonly roundId: string;
        readonly residentIds: readonly string[];
        readonly clearedBy: Clearing;
        /** The swab, where one cleared it. */
        readonly sampleId: string | null;
      }
    >
  | DomainEvent<
      'testing.called-again',
      {
        readonly roundId: string;
        readonly callId: string;
        readonly residentId: string;
        readonly way: CallWay;
        readonly answer: CallAnswer;
        readonly note: string;
      }
    >;
