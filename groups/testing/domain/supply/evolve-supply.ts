import type { Stamp } from '#kernel/command/module.ts';
import type { EventData } from '../../contract/events.ts';
import type { TestingState } from '../state.ts';

export function supplyRecorded(
  state: TestingState,
  { entryId: id, ...data }: EventData<'testing.supply-recorded'>,
  { at, actorId: by, version }: Stamp,
): void {
  state.supplies.put({ id, ...data, at, by, voidedAt: null, version });
}

export function supplyVoided(
  state: TestingState,
  { entryId }: EventData<'testing.supply-voided'>,
  { at, version }: Stamp,
): void {
  const entry = state.supplies.get(entryId);
  if (entry) state.supplies.put({ ...entry, voidedAt: at, version });
}
