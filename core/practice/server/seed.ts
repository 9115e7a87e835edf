import type { PlaceIndexRows } from '#core/places/contract.ts';

/** One command of a new world, in the order in which it is sent; by the server. */
export interface SeedCommand {
  readonly kind: string;
  readonly body: unknown;
}

/** What a new world is made after. */
export interface Ground {
  /** The real area's places, by name: what people know is what they practise on. No person is among them. */
  readonly places: PlaceIndexRows;
  /** The same for the same real area, so that printed practice codes outlive a reset. */
  readonly seed: number;
  /** Epoch ms. */
  readonly at: number;
}

/** The first 32 bits of chance in a real area's id. */
export const seedOf = (realAreaId: string): number => Number.parseInt(realAreaId.slice(-8), 16);
