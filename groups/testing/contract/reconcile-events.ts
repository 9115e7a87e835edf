import type { DomainEvent } from '#kernel/command/command.ts';
import type { GapKind, SignsAs } from './reconcile-rows.ts';

interface InRound {
  readonly roundId: string;
}

export type ReconcileEvent =
  | DomainEvent<
      'testing.gap-accepted',
      InRound & {
        readonly acceptanceId: string;
        readonly kind: GapKind;
        readonly subject: string;
        readonly said: string;
        readonly note: string;
      }
    >
  | DomainEvent<'testing.check-in-voided', InRound & { readonly sampleId: string }>
  | DomainEvent<
      'testing.summary-signed',
      InRound & { readonly signatureId: string; readonly hash: string; readonly signsAs: SignsAs }
    >;
