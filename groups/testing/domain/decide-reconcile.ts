import type { TestingEvent } from '../contract/events.ts';
import { accept, refusal, type TestingCommand, type TestingDecision } from './command.ts';
import { voidTube } from './resolve.ts';
import { inRound, type TestingState } from './state.ts';

type Gap = TestingCommand<'testing.settle-gap'>['body'];

/** A leader settles a difference; what that changes follows from the way, and the figures follow from the rows. */
export function decideSettleGap(
  state: TestingState,
  { body }: TestingCommand<'testing.settle-gap'>,
): TestingDecision {
  if (!state.rounds.get(body.roundId)) return refusal('no-such-round');
  switch (body.way) {
    case 'accept':
      return acceptGap(state, body);
    case 'pack-into':
      return packInto(state, body);
    case 'void-tube': {
      const tube = state.tubes.get(body.tubeId);
      if (tube?.roundId !== body.roundId) return refusal('no-such-tube');
      if (tube.voidedAt !== null) return refusal('already-voided');
      const outcome = voidTube(state, tube);
      return 'refused' in outcome ? outcome : accept(outcome);
    }
    case 'void-check-in':
      return voidCheckIn(state, body);
    case 'void-packing': {
      const packing = state.packings.get(body.packingId);
      if (packing?.roundId !== body.roundId) return refusal('no-such-packing');
      if (packing.voidedAt !== null) return refusal('already-voided');
      const { roundId, packingId } = body;
      return accept([{ type: 'testing.packing-voided', data: { roundId, packingId } }]);
    }
  }
}

function acceptGap(state: TestingState, body: Extract<Gap, { way: 'accept' }>): TestingDecision {
  const { way: _, ...said } = body;
  if (state.acceptances.get(body.acceptanceId)) return refusal('id-taken');
  return accept([{ type: 'testing.gap-accepted', data: said }]);
}

/** Found afterwards, and put into a box that may be sealed by now: no contradiction, a leader has looked. */
function packInto(state: TestingState, body: Extract<Gap, { way: 'pack-into' }>): TestingDecision {
  const { roundId, tubeId, packingId, boxCode } = body;
  const tube = state.tubes.get(tubeId);
  if (tube?.roundId !== roundId || tube.voidedAt !== null) return refusal('no-such-tube');
  if (tube.packedAt !== null) return refusal('tube-packed', { code: tube.code });
  if (state.packings.get(packingId)) return refusal('id-taken');
  const [box] = state.boxes.by('code', inRound(roundId, boxCode));
  if (!box && state.boxes.get(body.boxId)) return refusal('id-taken');
  const boxId = box?.id ?? body.boxId;
  const events: TestingEvent[] = [];
  if (!box) events.push({ type: 'testing.box-opened', data: { roundId, boxId, code: boxCode } });
  events.push({ type: 'testing.tube-packed', data: { roundId, packingId, boxId, code: tube.code } });
  return accept(events);
}

function voidCheckIn(state: TestingState, body: Extract<Gap, { way: 'void-check-in' }>): TestingDecision {
  const sample = state.samples.get(body.sampleId);
  if (sample?.roundId !== body.roundId) return refusal('no-such-sample');
  if (sample.voidedAt === null) return refusal('sample-stands');
  if (state.checkIns.get(sample.checkInId)?.voidedAt !== null) return refusal('already-voided');
  const { roundId, sampleId } = body;
  return accept([{ type: 'testing.check-in-voided', data: { roundId, sampleId } }]);
}

/** Signed as it stands at the server: whoever signs has seen these figures and no others. */
export function decideSignSummary(
  state: TestingState,
  { body, actorId }: TestingCommand<'testing.sign-summary'>,
): TestingDecision {
  const { roundId, signatureId, hash, signsAs } = body;
  const round = state.rounds.get(roundId);
  if (!round) return refusal('no-such-round');
  if (round.state !== 'closed') return refusal('not-closed');
  if (state.signatures.get(signatureId)) return refusal('id-taken');
  if (state.summaryHashes.get(roundId) !== hash) return refusal('summary-changed');
  const same = state.signatures.by('round', roundId).filter((signature) => signature.hash === hash);
  if (same.some((signature) => signature.by === actorId || signature.signsAs === signsAs)) {
    return refusal('summary-signed');
  }
  return accept([{ type: 'testing.summary-signed', data: { roundId, signatureId, hash, signsAs } }]);
}
