import type { Stamp } from '#kernel/command/module.ts';
import type { EventData } from '../contract/events.ts';
import type { TestingState } from './state.ts';

export function gapAccepted(
  state: TestingState,
  { acceptanceId, ...said }: EventData<'testing.gap-accepted'>,
  { at, actorId, version }: Stamp,
): void {
  state.acceptances.put({ id: acceptanceId, ...said, at, by: actorId, version });
}

export function checkInVoided(
  state: TestingState,
  { sampleId }: EventData<'testing.check-in-voided'>,
  { at, version }: Stamp,
): void {
  const checkIn = state.checkIns.get(state.samples.get(sampleId)?.checkInId ?? '');
  if (checkIn) state.checkIns.put({ ...checkIn, voidedAt: at, version });
}

export function summarySigned(
  state: TestingState,
  { signatureId, ...said }: EventData<'testing.summary-signed'>,
  { at, actorId, version }: Stamp,
): void {
  state.signatures.put({ id: signatureId, ...said, at, by: actorId, version });
}
