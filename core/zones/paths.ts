import type { ZoneStatus } from './contract/rows.ts';

/** Console paths that other modules link to. */
export const zonesPaths = {
  zones: '/zones',
  /** Today's plan with those in that status alone. */
  inStatus: (status: ZoneStatus): string => `/zones?status=${status}`,
} as const;

/** The residents' page of a building or an entrance. */
export const residentPath = (areaId: string, placeId: string): string => `/a/${areaId}/b/${placeId}`;
