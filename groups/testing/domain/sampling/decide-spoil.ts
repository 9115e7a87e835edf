import type { TestingEvent } from '../../contract/events.ts';
import type { Tube } from '../../contract/rows.ts';
import { accept, flag, refusal, type TestingCommand, type TestingDecision } from '../command.ts';
import { inRound, type TestingState } from '../state.ts';
import { currentTube } from '../tube-rules.ts';

type Spoil = TestingCommand<'testing.spoil'>;

/**
 * It happened, so it is always applied: the swab no longer stands, its check-in neither, and the person is awaited
 * again; sampled anew he or she is no double. What was withdrawn before keeps this word of it and changes no more.
 */
export function decideSpoil(state: TestingState, command: Spoil): TestingDecision {
  const { body } = command;
  if (!state.rounds.get(body.roundId)) return refusal('no-such-round');
  if (state.spoilages.get(body.spoilageId)) return refusal('id-taken');
  return body.sampleId === null ? spoilTube(state, command) : spoilSwab(state, command, body.sampleId);
}

const spoilt = (body: Spoil['body'], tubeId: string): TestingEvent => ({
  type: 'testing.spoilt',
  data: { ...body, tubeId },
});

const withdrawn = (roundId: string, sampleId: string): TestingEvent => ({
  type: 'testing.sample-voided',
  data: { roundId, sampleId, keepCheckIn: false },
});

function spoilSwab(state: TestingState, { body }: Spoil, sampleId: string): TestingDecision {
  const sample = state.samples.get(sampleId);
  if (sample?.roundId !== body.roundId) return refusal('no-such-sample');
  const word = spoilt(body, sample.tubeId);
  return accept(sample.voidedAt === null ? [word, withdrawn(body.roundId, sample.id)] : [word]);
}

/** A swab taken into it later contradicts, as after any closing: it stands, flagged. */
function spoilTube(state: TestingState, { body, at }: Spoil): TestingDecision {
  const tube = currentTube(state, body.tubeId);
  if (tube?.roundId !== body.roundId) return refusal('no-such-tube');
  const word = spoilt(body, tube.id);
  if (tube.voidedAt !== null) return accept([word]);
  const inside = state.samples.by('tube', tube.id);
  const after = inside.filter((sample) => sample.at > at);
  const { roundId } = tube;
  return accept(
    [
      word,
      ...inside.filter((sample) => sample.at <= at).map(({ id }) => withdrawn(roundId, id)),
      ...packedAs(state, tube),
      { type: 'testing.tube-voided', data: { roundId, tubeId: tube.id } },
    ],
    after.map(({ id: sampleId }) =>
      flag('sample-into-closed-tube', { roundId, tubeId: tube.id, sampleId }, { code: tube.code }),
    ),
  );
}

/** It lies in no box any more. */
const packedAs = (state: TestingState, tube: Tube): TestingEvent[] =>
  state.packings
    .by('code', inRound(tube.roundId, tube.code))
    .filter((packing) => packing.tubeId === tube.id)
    .map(({ id }) => ({
      type: 'testing.packing-voided',
      data: { roundId: tube.roundId, packingId: id },
    }));
