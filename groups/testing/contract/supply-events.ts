import type { DomainEvent } from '#kernel/command/command.ts';
import type { SupplyDeed, SupplyKind } from './supply-rows.ts';

export type SupplyEvent =
  | DomainEvent<
      'testing.supply-recorded',
      {
        readonly roundId: string;
        readonly entryId: string;
        readonly laneId: string;
        readonly kind: SupplyKind;
        readonly name: string;
        readonly deed: SupplyDeed;
        readonly quantity: number;
        readonly note: string;
      }
    >
  | DomainEvent<'testing.supply-voided', { readonly roundId: string; readonly entryId: string }>;
