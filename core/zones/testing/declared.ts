import type { Status } from '../contract/rows.ts';

/** A declaration that holds from the beginning and without an end, unless said otherwise. */
export const declared = (
  placeId: string,
  status: Status['status'],
  change: Partial<Status> = {},
): Status => ({
  id: `${placeId}-${status}`,
  placeKind: 'building',
  placeId,
  status,
  from: 0,
  until: null,
  reason: '密接',
  source: '街道通知',
  ...change,
});
