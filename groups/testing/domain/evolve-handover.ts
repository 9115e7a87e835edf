import type { Stamp } from '#kernel/command/module.ts';
import type { EventData } from '../contract/events.ts';
import { inRound, type TestingState } from './state.ts';

export function boxCounted(
  state: TestingState,
  { countId, ...said }: EventData<'testing.box-counted'>,
  { at, actorId, version }: Stamp,
): void {
  state.boxCounts.put({ id: countId, ...said, by: actorId, at, version });
}

export function handoverSigned(
  state: TestingState,
  { sideId, ...said }: EventData<'testing.handover-signed'>,
  { actorId, version }: Stamp,
): void {
  state.handoverSides.put({ id: sideId, ...said, by: actorId, voidedAt: null, version });
}

export function handoverVoided(
  state: TestingState,
  { roundId, code }: EventData<'testing.handover-voided'>,
  { at, version }: Stamp,
): void {
  for (const side of state.handoverSides.by('code', inRound(roundId, code))) {
    if (side.voidedAt === null) state.handoverSides.put({ ...side, voidedAt: at, version });
  }
}
