import type { SetUpCheck, SetUpPoint } from '../../contract/set-up-rows.ts';

/** Earliest first; of one time by id, so that every phone comes to the same. */
export const inOrder = <Check extends Pick<SetUpCheck, 'id' | 'at'>>(checks: readonly Check[]): Check[] =>
  [...checks].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));

export type PointState = 'open' | 'done' | 'photo-missing' | 'not-possible';

/**
 * How a point stands. Done without the photo it asks for is done, and said to be without: the photo may have been
 * taken with an earlier check, which a correction of the words does not undo.
 */
export function stateOf(
  point: Pick<SetUpPoint, 'wantsPhoto'>,
  checks: readonly Pick<SetUpCheck, 'id' | 'at' | 'outcome' | 'fileId'>[],
): PointState {
  const ordered = inOrder(checks);
  const latest = ordered.at(-1);
  if (!latest || latest.outcome === 'reopened') return 'open';
  if (latest.outcome === 'not-possible') return 'not-possible';
  const reopened = ordered.findLastIndex(({ outcome }) => outcome === 'reopened');
  const hasPhoto = ordered.slice(reopened + 1).some(({ fileId }) => fileId !== null);
  return point.wantsPhoto && !hasPhoto ? 'photo-missing' : 'done';
}
