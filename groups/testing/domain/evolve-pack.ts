import type { Stamp } from '#kernel/command/module.ts';
import type { EventData } from '../contract/events.ts';
import { rematch } from './rematch.ts';
import type { TestingState } from './state.ts';

export function boxOpened(state: TestingState, data: EventData<'testing.box-opened'>, stamp: Stamp): void {
  const { boxId: id, roundId, code } = data;
  state.boxes.put({
    id,
    roundId,
    code,
    state: 'open',
    openedAt: stamp.at,
    lastPackedAt: null,
    sealedAt: null,
    sealedBy: null,
    sealNumber: null,
    temperature: null,
    version: stamp.version,
  });
}

export function tubePacked(state: TestingState, data: EventData<'testing.tube-packed'>, stamp: Stamp): void {
  const { packingId: id, roundId, boxId, code } = data;
  const { at, actorId: by, version } = stamp;
  state.packings.put({ id, roundId, boxId, code, tubeId: null, at, by, voidedAt: null, version });
  const box = state.boxes.get(boxId);
  if (box) state.boxes.put({ ...box, lastPackedAt: Math.max(box.lastPackedAt ?? at, at), version });
  rematch(state, roundId, code, version);
}

export function packingVoided(
  state: TestingState,
  { packingId }: EventData<'testing.packing-voided'>,
  { at, version }: Stamp,
): void {
  const packing = state.packings.get(packingId);
  if (!packing) return;
  state.packings.put({ ...packing, tubeId: null, voidedAt: at, version });
  rematch(state, packing.roundId, packing.code, version);
}

export function boxSealed(
  state: TestingState,
  { boxId, sealNumber, temperature }: EventData<'testing.box-sealed'>,
  { at, actorId, version }: Stamp,
): void {
  const box = state.boxes.get(boxId);
  if (!box) return;
  // Of two sealings the first one is the sealing; what only a later one tells of it is added.
  const first = box.sealedAt === null ? { sealedAt: at, sealedBy: actorId } : {};
  const told = {
    sealNumber: box.sealNumber ?? sealNumber,
    temperature: box.temperature ?? temperature,
  };
  state.boxes.put({ ...box, state: 'sealed', ...first, ...told, version });
}
