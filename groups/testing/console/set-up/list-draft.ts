import type { SetUpLists } from '../../contract/set-up-commands.ts';
import type { SetUpSite } from '../../contract/set-up-queries.ts';
import type { SetUpPart } from '../../contract/set-up-rows.ts';

export type DraftPoint = SetUpLists[number]['points'][number];

/** The list as it stands, or as it is proposed with fresh ids. */
export const draftOf = (site: SetUpSite, newId: () => string): readonly DraftPoint[] =>
  site.points.length > 0
    ? site.points.map(({ pointId, part, standard, name, wantsPhoto }) => ({
        pointId,
        part,
        standard,
        name,
        wantsPhoto,
      }))
    : site.proposal.map((point) => ({ pointId: newId(), ...point }));

/** A new point behind the others of its part, so that the list stays in walking order. */
export function addPoint(points: readonly DraftPoint[], part: SetUpPart, pointId: string): DraftPoint[] {
  const fresh: DraftPoint = { pointId, part, standard: null, name: '', wantsPhoto: false };
  const last = points.findLastIndex((point) => point.part === part);
  return last === -1 ? [...points, fresh] : points.toSpliced(last + 1, 0, fresh);
}

/** One place up or down among those of its part; at either end it stays. */
export function movePoint(points: readonly DraftPoint[], pointId: string, by: -1 | 1): readonly DraftPoint[] {
  const index = points.findIndex((point) => point.pointId === pointId);
  const one = points[index];
  if (!one) return points;
  const ofPart = points.flatMap((point, i) => (point.part === one.part ? [i] : []));
  const target = ofPart[ofPart.indexOf(index) + by];
  const other = target === undefined ? undefined : points[target];
  if (target === undefined || !other) return points;
  return points.with(index, other).with(target, one);
}

export const changePoint = (
  points: readonly DraftPoint[],
  pointId: string,
  change: Partial<DraftPoint>,
): DraftPoint[] => points.map((point) => (point.pointId === pointId ? { ...point, ...change } : point));

export const removePoint = (points: readonly DraftPoint[], pointId: string): DraftPoint[] =>
  points.filter((point) => point.pointId !== pointId);

/** Points of one's own without words: they can be neither shown nor saved. */
export const wordless = (points: readonly DraftPoint[]): readonly DraftPoint[] =>
  points.filter(({ standard, name }) => standard === null && name.trim() === '');
