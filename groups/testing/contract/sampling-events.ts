import type { DomainEvent } from '#kernel/command/command.ts';
import type { RefusalKind, RefusalReason } from './refusal-rows.ts';
import type { SpoilReason } from './sampling-rows.ts';

interface InRound {
  readonly roundId: string;
}

/** Who, when and on which device stand in the event's stamp. */
export type SamplingEvent =
  | DomainEvent<
      'testing.refusal-recorded',
      InRound & {
        readonly refusalId: string;
        readonly residentId: string;
        readonly kind: RefusalKind;
        readonly reason: RefusalReason;
        readonly note: string;
      }
    >
  | DomainEvent<'testing.carer-recorded', InRound & { readonly sampleId: string; readonly carerId: string }>
  /** The trace alone; what it does to rows follows in the events beside it. */
  | DomainEvent<
      'testing.spoilt',
      InRound & {
        readonly spoilageId: string;
        readonly tubeId: string;
        readonly sampleId: string | null;
        readonly reason: SpoilReason;
        readonly note: string;
      }
    >
  | DomainEvent<'testing.samples-moved', Corrected>
  | DomainEvent<'testing.tubes-swapped', Corrected>;

/** `code`s as they stood before. */
type Corrected = InRound & {
  readonly correctionId: string;
  readonly fromTubeId: string;
  readonly fromCode: string;
  readonly toTubeId: string;
  readonly toCode: string;
  readonly sampleIds: readonly string[];
  readonly note: string;
};
