import type { ResidentChoice, ResidentView } from '#core/zones/contract.ts';

/** What the page asks zones; put together by the server. */
export interface ResidentZones {
  choices(areaId: string): Promise<readonly ResidentChoice[]>;
  /** Null where no such place stands. */
  view(areaId: string, placeId: string): Promise<ResidentView | null>;
}
