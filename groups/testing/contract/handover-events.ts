import type { DomainEvent } from '#kernel/command/command.ts';
import type { HandoverSide } from './handover-rows.ts';

interface InRound {
  readonly roundId: string;
}

export type HandoverEvent =
  | DomainEvent<
      'testing.box-counted',
      InRound & {
        readonly countId: string;
        readonly boxCode: string;
        readonly tubes: number;
        readonly counterName: string | null;
      }
    >
  /** One event per side; `by` and the version stand in its stamp. */
  | DomainEvent<
      'testing.handover-signed',
      InRound & Omit<HandoverSide, 'id' | 'by' | 'voidedAt' | 'version'> & { readonly sideId: string }
    >
  | DomainEvent<'testing.handover-voided', InRound & { readonly code: string }>;
