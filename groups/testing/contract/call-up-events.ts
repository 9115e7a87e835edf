import type { DomainEvent } from '#kernel/command/command.ts';
import type { CallUpChoices, DoorPlace, DoorReason, DoorVisit, SlotKind, SlotPart } from './call-up-rows.ts';

interface InRound {
  readonly roundId: string;
}

export interface SlotPeople {
  readonly slotId: string;
  readonly householdIds: readonly string[];
  readonly parts: readonly SlotPart[];
  readonly people: number;
  readonly priority: number;
  readonly escorts: number;
}

export interface SlotTime {
  readonly slotId: string;
  readonly siteId: string;
  readonly startsAt: number;
  readonly endsAt: number;
}

export interface PlannedDoor {
  readonly stopId: string;
  readonly householdId: string;
  readonly buildingId: string;
  readonly place: DoorPlace;
  readonly reason: DoorReason;
  readonly people: number;
  readonly team: number;
  readonly sort: number;
}

export type CallUpEvent =
  | DomainEvent<
      'testing.call-up-planned',
      InRound & {
        readonly choices: CallUpChoices;
        readonly slots: readonly (SlotPeople & SlotTime & { readonly kind: SlotKind })[];
        readonly doors: readonly PlannedDoor[];
      }
    >
  | DomainEvent<'testing.slots-timed', InRound & { readonly times: readonly SlotTime[] }>
  | DomainEvent<'testing.slot-cancelled', InRound & { readonly slotId: string }>
  /** Who stands in these slots and at these doors now; what is named in neither stays. */
  | DomainEvent<
      'testing.households-placed',
      InRound & {
        readonly slots: readonly SlotPeople[];
        readonly doors: readonly PlannedDoor[];
        /** No longer on the door list. */
        readonly endedStopIds: readonly string[];
      }
    >
  | DomainEvent<'testing.slot-called', InRound & { readonly slotId: string }>
  | DomainEvent<'testing.slot-skipped', InRound & { readonly slotId: string }>
  | DomainEvent<'testing.door-visited', InRound & { readonly stopId: string; readonly visit: DoorVisit }>;
