import { describe, expect, it } from 'vitest';
import type { SetUpSite } from '../../contract/set-up-queries.ts';
import { STANDARD_POINTS } from '../../contract/set-up-rows.ts';
import { addPoint, changePoint, draftOf, movePoint, removePoint, wordless } from './list-draft.ts';

let next = 0;
const newId = () => `id-${++next}`;
const site: SetUpSite = {
  siteId: 's',
  name: '1号点',
  points: [],
  proposal: STANDARD_POINTS.map((point) => ({ ...point, name: '' })),
  proposedBy: null,
};
const words = (points: readonly { standard: string | null; name: string }[]) =>
  points.map(({ standard, name }) => name || standard);

describe('a list being edited', () => {
  it('begins with the proposal under fresh ids, or with the list as it stands under its own', () => {
    const proposed = draftOf(site, newId);
    expect(words(proposed)).toEqual(STANDARD_POINTS.map(({ standard }) => standard));
    expect(new Set(proposed.map(({ pointId }) => pointId)).size).toBe(proposed.length);
    const standing = draftOf(
      { ...site, points: proposed.map((point) => ({ ...point, state: 'open', checks: [] })) },
      newId,
    );
    expect(standing).toEqual(proposed);
  });

  it('takes a new point behind the others of its part, or at the end of a part that has none', () => {
    const points = addPoint(draftOf(site, newId), 'waiting', 'mine');
    expect(points.findIndex(({ pointId }) => pointId === 'mine')).toBe(4);
    expect(wordless(points).map(({ pointId }) => pointId)).toEqual(['mine']);
    const named = changePoint(points, 'mine', { name: '热水' });
    expect(wordless(named)).toEqual([]);
    const only = addPoint([], 'waste', 'first');
    expect(only).toHaveLength(1);
  });

  it('moves a point among those of its part alone, and no further than its ends', () => {
    const points = draftOf(site, newId);
    const [first, second, third] = points.map(({ pointId }) => pointId);
    if (!first || !second || !third) throw new Error('the proposal is too short');
    expect(
      movePoint(points, second, -1)
        .map(({ pointId }) => pointId)
        .slice(0, 3),
    ).toEqual([second, first, third]);
    expect(movePoint(points, first, -1)).toEqual(points);
    // The third is of the next part: the second stays where it is.
    expect(movePoint(points, second, 1)).toEqual(points);
    expect(movePoint(points, 'nobody', 1)).toEqual(points);
  });

  it('loses a point that is removed', () => {
    const points = draftOf(site, newId);
    const gone = points[0]?.pointId ?? '';
    expect(removePoint(points, gone)).toHaveLength(points.length - 1);
  });
});
