import type { Flag } from '#kernel/command/command.ts';
import type { TestingEvent } from '../contract/events.ts';
import type { Box } from '../contract/rows.ts';
import { accept, flag, refusal, type TestingCommand, type TestingDecision } from './command.ts';
import { sealedAgain, sealOf, temperatureFlags } from './seal.ts';
import { inRound, type TestingState } from './state.ts';

/**
 * Tubes were scanned into a box. A box is its code: two phones that fill one box offline fill one row. A tube nobody
 * is known to have opened is packed all the same: its phone has not synced yet, and the reconciliation names it
 * until then.
 */
export function decidePack(
  state: TestingState,
  { body, at }: TestingCommand<'testing.pack-tubes'>,
): TestingDecision {
  const { roundId, boxCode } = body;
  if (!state.rounds.get(roundId)) return refusal('no-such-round');
  if (body.tubes.some(({ packingId }) => state.packings.get(packingId))) return refusal('id-taken');
  const box = boxOf(state, roundId, boxCode);
  if (!box && state.boxes.get(body.boxId)) return refusal('id-taken');
  const boxId = box?.id ?? body.boxId;
  const events: TestingEvent[] = [];
  const flags: Flag[] = [];
  if (!box) events.push({ type: 'testing.box-opened', data: { roundId, boxId, code: boxCode } });
  const sealedBefore = box?.sealedAt != null && at > box.sealedAt;
  const scanned = new Map<string, number>();
  for (const { packingId, code } of body.tubes) {
    events.push({ type: 'testing.tube-packed', data: { roundId, packingId, boxId, code } });
    const before = state.packings.by('code', inRound(roundId, code));
    const packed = before.length + (scanned.get(code) ?? 0);
    scanned.set(code, (scanned.get(code) ?? 0) + 1);
    const tubes = state.tubes.by('code', inRound(roundId, code)).length;
    // A second beep in the same box is no contradiction; the same code in two boxes is.
    const other = before.find((packing) => packing.boxId !== boxId);
    if (other && packed >= tubes) {
      const subjects = { roundId, packingId, otherPackingId: other.id, boxId, otherBoxId: other.boxId };
      flags.push(flag('tube-packed-twice', subjects, { code }));
    }
    if (sealedBefore) {
      flags.push(flag('packed-into-sealed-box', { roundId, boxId, packingId }, { code: boxCode }));
    }
  }
  return accept(events, flags);
}

export function decideUnpack(
  state: TestingState,
  { body }: TestingCommand<'testing.unpack-tube'>,
): TestingDecision {
  const packing = state.packings.get(body.packingId);
  if (packing?.roundId !== body.roundId) return refusal('no-such-packing');
  if (packing.voidedAt !== null) return refusal('already-voided');
  if (state.boxes.get(packing.boxId)?.sealedAt) return refusal('box-sealed');
  const { roundId, packingId } = body;
  return accept([{ type: 'testing.packing-voided', data: { roundId, packingId } }]);
}

export function decideSeal(
  state: TestingState,
  { body, at }: TestingCommand<'testing.seal-box'>,
): TestingDecision {
  const { roundId, boxCode } = body;
  if (!state.rounds.get(roundId)) return refusal('no-such-round');
  const box = boxOf(state, roundId, boxCode);
  const odd = temperatureFlags(state, { body, at }, box?.id ?? body.boxId);
  if (box?.sealedAt) return accept(sealedAgain(box, body), odd);
  if (!box && state.boxes.get(body.boxId)) return refusal('id-taken');
  const boxId = box?.id ?? body.boxId;
  const sealed: TestingEvent = { type: 'testing.box-sealed', data: { roundId, boxId, ...sealOf(body) } };
  if (!box) {
    const opened: TestingEvent = { type: 'testing.box-opened', data: { roundId, boxId, code: boxCode } };
    return accept([opened, sealed], [flag('box-unknown', { roundId, boxId }, { code: boxCode }), ...odd]);
  }
  // The mirror of the rule in `decidePack`: the packing came first and the earlier sealing late.
  const late = box.lastPackedAt !== null && box.lastPackedAt > at;
  return accept(
    [sealed],
    late ? [flag('packed-into-sealed-box', { roundId, boxId }, { code: boxCode }), ...odd] : odd,
  );
}

function boxOf(state: TestingState, roundId: string, code: string): Box | undefined {
  return state.boxes.by('code', inRound(roundId, code))[0];
}
