import type { DomainEvent } from '#kernel/command/command.ts';
import type { RefusalKind, RefusalReason } from './refusal-rows.ts';

interface InRound {
  readonly roundId: string;
}

/** Who, when and on which device stand in the event's stamp. */
export type SamplingEvent = DomainEvent<
  'testing.refusal-recorded',
  InRound & {
    readonly refusalId: string;
    readonly residentId: string;
    readonly kind: RefusalKind;
    readonly reason: RefusalReason;
    readonly note: string;
  }
>;
