/** Rows of a round's call-up: who is called when, and at whose doors a team rings. Instants are epoch ms. */

/** Where a slot's people live: a building, or one entrance of it, with the floors that are called. */
export interface SlotPart {
  readonly buildingId: string;
  readonly compound: string;
  readonly building: string;
  readonly entrance: string | null;
  /** In calling order; empty in priority slots, whose floors would say who is old or ill. */
  readonly floors: readonly number[];
  readonly people: number;
}

/** `priority`: households with elders, pregnant or dialysed people, called before the others. */
export type SlotKind = 'block' | 'priority';

/** 时段: households called up together to one site. A household is in one slot or on the door list, never in two. */
export interface Slot {
  readonly id: string;
  readonly roundId: string;
  readonly siteId: string;
  readonly kind: SlotKind;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly householdIds: readonly string[];
  readonly parts: readonly SlotPart[];
  readonly people: number;
  /** Of them those who go to the head of the line. */
  readonly priority: number;
  /** Of these those who live alone: a volunteer goes with them. */
  readonly escorts: number;
  readonly calledAt: number | null;
  /** Who called last; with `calls`, the same in whatever order phones sync. */
  readonly calledBy: string | null;
  readonly lastCallAt: number | null;
  readonly calls: number;
  readonly skippedAt: number | null;
  /** Cancelled by hand, or replaced by a new plan: its people are elsewhere. */
  readonly endedAt: number | null;
  readonly endedAs: 'cancelled' | 'replaced' | null;
  readonly version: number;
}

export interface DoorPlace {
  readonly compound: string;
  readonly building: string;
  readonly entrance: string | null;
  readonly floor: number | null;
  readonly room: string;
}

/** `sealed`: the zone is locked down; `immobile`: somebody cannot leave; `chosen`: a leader put it there. */
export type DoorReason = 'sealed' | 'immobile' | 'chosen';

/** `done`: the team has finished there; `nobody`: rang, and nobody opened. Swabs are samples like any other. */
export const DOOR_VISITS = ['done', 'nobody'] as const;
export type DoorVisit = (typeof DOOR_VISITS)[number];

/** 上门: a household sampled at its door. The id follows from round and household, so that a new plan keeps visits. */
export interface DoorStop {
  readonly id: string;
  readonly roundId: string;
  readonly householdId: string;
  readonly buildingId: string;
  readonly place: DoorPlace;
  readonly reason: DoorReason;
  readonly people: number;
  /** 1, 2, …: which team goes there. */
  readonly team: number;
  /** Walking order within the team. */
  readonly sort: number;
  readonly visit: DoorVisit | null;
  readonly visitedAt: number | null;
  readonly visitedBy: string | null;
  /** Taken off the door list. */
  readonly endedAt: number | null;
  readonly version: number;
}

/** From which floor a building with a lift is called; `any`: by entrance and room, whatever the floor. */
export const FLOOR_ORDERS = ['top', 'bottom', 'any'] as const;
export type FloorOrder = (typeof FLOOR_ORDERS)[number];

/** `early`: slots of their own before the others; `head`: their household's slot, at the head of the line. */
export const PRIORITY_WAYS = ['early', 'head'] as const;
export type PriorityWay = (typeof PRIORITY_WAYS)[number];

export interface CallUpChoices {
  /** The first call. */
  readonly startsAt: number;
  /** Buildings in calling order; with a site, or null: wherever it is done first. Others follow in address order. */
  readonly buildings: readonly { readonly buildingId: string; readonly siteId: string | null }[];
  readonly floors: FloorOrder;
  readonly priority: PriorityWay;
  /** People a slot holds at most; a bigger household has one of its own. */
  readonly batch: number;
  /** At a lane, its share of the tube change in it. */
  readonly personSeconds: number;
  /** Time left free after each slot, per cent of it. */
  readonly slack: number;
  readonly teams: number;
}

/** What the standing plan was made from. The id is the round's. */
export interface CallUp {
  readonly id: string;
  readonly roundId: string;
  readonly choices: CallUpChoices;
  readonly plannedAt: number;
  readonly plannedBy: string;
  readonly version: number;
}
