import type { GroupId } from '#core/accounts/contract.ts';

/** Console paths. */
export const handoversPaths = {
  handovers: '/handovers',
  of: (group: GroupId): string => `/handovers?group=${group}`,
  /** One place's thread. */
  at: (group: GroupId, place: string): string =>
    `/handovers?group=${group}&place=${encodeURIComponent(place)}`,
} as const;

/** A place without a name has one in a path. */
const NO_PLACE = '_';
export const placeIn = (params: Readonly<Record<string, string>>): string =>
  params.place === NO_PLACE ? '' : (params.place ?? '');

export const phonePaths = {
  places: '/handovers',
  place: '/handovers/$group/$place',
  write: '/handovers/$group/$place/write',
} as const;

const placePath = (group: string, place: string): string =>
  `/handovers/${group}/${encodeURIComponent(place === '' ? NO_PLACE : place)}`;

export const toPhone = {
  places: (): string => phonePaths.places,
  place: placePath,
  write: (group: string, place: string): string => `${placePath(group, place)}/write`,
} as const;
