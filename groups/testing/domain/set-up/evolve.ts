import type { Stamp } from '#kernel/command/module.ts';
import type { EventData } from '../../contract/events.ts';
import type { SetUpWorld } from './state.ts';

export function checkListSet(
  { setUp }: SetUpWorld,
  { roundId, sites }: EventData<'testing.check-list-set'>,
  { at, version }: Stamp,
): void {
  for (const { siteId, points } of sites) {
    const kept = new Set(points.map(({ pointId }) => pointId));
    for (const point of setUp.points.by('site', siteId)) {
      if (!kept.has(point.id) && point.removedAt === null)
        setUp.points.put({ ...point, removedAt: at, version });
    }
    for (const [sort, { pointId: id, ...point }] of points.entries()) {
      setUp.points.put({ id, roundId, siteId, ...point, sort, removedAt: null, version });
    }
  }
}

export function pointChecked(
  { setUp }: SetUpWorld,
  { checkId: id, photo, ...said }: EventData<'testing.point-checked'>,
  stamp: Stamp,
): void {
  const { at, actorId: by, version } = stamp;
  setUp.checks.put({ id, ...said, fileId: photo?.fileId ?? null, at, by, version });
  if (photo) setUp.photos.push({ file: photo, stamp });
}
