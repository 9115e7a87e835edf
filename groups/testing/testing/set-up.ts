import type { TestingBodies } from '../contract/commands.ts';
import { STANDARD_POINTS } from '../contract/set-up-rows.ts';

type Lists = TestingBodies['testing.set-check-list'];
export type CheckPoint = TestingBodies['testing.check-point'];

/** The standard points as the list of every site. */
export const standardLists = (
  round: { readonly roundId: string; readonly sites: readonly { readonly siteId: string }[] },
  newId: () => string,
): Lists => ({
  roundId: round.roundId,
  sites: round.sites.map(({ siteId }) => ({
    siteId,
    points: STANDARD_POINTS.map((point) => ({ pointId: newId(), ...point, name: '' })),
  })),
});

/** The point of that number at that site. */
export function pointAt(lists: Lists, site: number, point: number): string {
  const found = lists.sites[site]?.points[point];
  if (!found) throw new Error(`there is no point ${point} at site ${site}`);
  return found.pointId;
}

export const aCheck = (
  newId: () => string,
  roundId: string,
  pointId: string,
  said: Partial<CheckPoint> = {},
): CheckPoint => ({
  roundId,
  checkId: newId(),
  pointId,
  outcome: 'done',
  note: '',
  photo: null,
  ...said,
});
