import type { GroupId } from '#core/accounts/contract.ts';

/** What a shift was like, in big chips: a press each instead of words. */
export const CHIPS = ['quiet', 'queue', 'dispute', 'emergency', 'equipment', 'supplies', 'reported'] as const;
export type Chip = (typeof CHIPS)[number];

/** What one shift leaves to the next at a place of a group. */
export interface Note {
  readonly id: string;
  readonly group: GroupId;
  /** As the duty says it: words, or an id of the group's own; empty where the duty names none. */
  readonly place: string;
  readonly chips: readonly Chip[];
  /** Null once its time to be kept is over. */
  readonly text: string | null;
  /** Epoch ms. */
  readonly at: number;
  readonly by: string;
  /** Masked, e.g. 陈**; empty while pending on a phone. */
  readonly byName: string;
  readonly version: number;
}

/** Somebody has read a note. Read by another than its author it is taken over. */
export interface Reading {
  readonly id: string;
  readonly noteId: string;
  readonly at: number;
  readonly by: string;
  readonly byName: string;
  readonly version: number;
}

/** Something that is not finished when a shift ends; it lives on until it is done. */
export interface Point {
  readonly id: string;
  readonly group: GroupId;
  readonly place: string;
  /** The note it was left with; null: added by itself. */
  readonly noteId: string | null;
  readonly text: string | null;
  /** By when it should be done, epoch ms; null: as soon as can be. */
  readonly dueAt: number | null;
  readonly at: number;
  readonly by: string;
  readonly byName: string;
  readonly version: number;
}

export const DEEDS = ['done', 'reopened'] as const;

/** What was done about a point; the latest by its own time counts. */
export interface Deed {
  readonly id: string;
  readonly pointId: string;
  readonly what: (typeof DEEDS)[number];
  readonly note: string | null;
  readonly at: number;
  readonly by: string;
  readonly byName: string;
  readonly version: number;
}
