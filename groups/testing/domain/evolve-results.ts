import type { Stamp } from '#kernel/command/module.ts';
import type { EventData } from '../contract/events.ts';
import type { TestingState } from './state.ts';

export function resultRecorded(
  state: TestingState,
  { resultId, replaces, ...said }: EventData<'testing.result-recorded'>,
  { at, actorId, version }: Stamp,
): void {
  const earlier = replaces === null ? undefined : state.results.get(replaces);
  if (earlier) state.results.put({ ...earlier, replacedAt: at, version });
  state.results.put({
    id: resultId,
    ...said,
    recordedAt: at,
    recordedBy: actorId,
    replacedAt: null,
    version,
  });
}
