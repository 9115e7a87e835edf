import { useEffect } from 'react';
import { useSyncClient, useSyncState } from '#kernel/sync/client/hooks.ts';
import { readInHand } from '../current-tube.ts';
import { useTesting } from '../use-round.ts';
import { type Step, stepsDone } from './steps.ts';

/** What only this phone has seen, for as long as the world stands. */
const key = (areaId: string): string => `concerto.testing.practice-offline/${areaId}`;

/** The learner's steps; watches for work that waits without a network. */
export function useSteps(): ReadonlySet<Step> {
  const { areaId, actorId } = useSyncClient();
  const { pending, online } = useSyncState();
  const { testing } = useTesting();
  const waits = !online && pending > 0;
  useEffect(() => {
    if (waits) localStorage.setItem(key(areaId), 'seen');
  }, [waits, areaId]);
  return stepsDone({
    memberId: actorId,
    samples: testing.samples.all(),
    tubes: testing.tubes.all(),
    tubeInHand: [...testing.lanes.all()].some((lane) => readInHand(lane.id) !== null),
    waitedOffline: waits || localStorage.getItem(key(areaId)) !== null,
    pending,
    online,
  });
}
