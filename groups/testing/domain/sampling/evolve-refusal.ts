import type { Stamp } from '#kernel/command/module.ts';
import type { EventData } from '../../contract/events.ts';
import type { TestingState } from '../state.ts';

export function refusalRecorded(
  state: TestingState,
  { refusalId: id, ...said }: EventData<'testing.refusal-recorded'>,
  { at, actorId: by, version }: Stamp,
): void {
  state.refusals.put({ id, ...said, at, by, version });
}
