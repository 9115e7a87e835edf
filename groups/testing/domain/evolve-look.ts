import type { Stamp } from '#kernel/command/module.ts';
import type { EventData } from '../contract/events.ts';
import type { TestingState } from './state.ts';

export function listLookedAt(
  state: TestingState,
  data: EventData<'testing.list-looked-at'>,
  { commandId: id, actorId: by, at, version }: Stamp,
): void {
  state.looks.put({ id, ...data, at, by, version });
}
