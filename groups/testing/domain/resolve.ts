import type { Refused } from '#kernel/command/command.ts';
import type { TestingBodies } from '../contract/commands.ts';
import type { TestingEvent } from '../contract/events.ts';
import type { Packing, Sample, Tube } from '../contract/rows.ts';
import { refusal } from './command.ts';
import { inRound, type KnownDiscrepancy, type TestingState } from './state.ts';
import { byOpening } from './tube-rules.ts';

type Settle = TestingBodies['testing.settle'];

/** The events that carry a settlement out, or why it cannot be. */
export type Outcome = readonly TestingEvent[] | Refused;

export const isRefusal = (outcome: Outcome): outcome is Refused => 'refused' in outcome;

/**
 * First and second are by the time of the deed, not of arrival, so that the words mean the same on every screen.
 * Rows voided meanwhile need nothing more.
 */
export function resolve(state: TestingState, found: KnownDiscrepancy, body: Settle): Outcome {
  const { roundId, resolution } = body;
  switch (resolution) {
    case 'accept':
    case 'keep-both':
    case 'corrected':
      return [];
    case 'void-sample':
      return voidSample(roundId, subjectSample(state, found));
    case 'keep-first':
      return found.subjects.packingId
        ? voidPacking(roundId, packingsOf(state, found)[1])
        : voidSample(roundId, samplesOf(state, found)[1]);
    case 'keep-second':
      return found.subjects.packingId
        ? voidPacking(roundId, packingsOf(state, found)[0])
        : voidSample(roundId, samplesOf(state, found)[0]);
    case 'void-packing':
      return voidPacking(roundId, state.packings.get(found.subjects.packingId ?? ''));
    case 'same-tube':
      return mergeTubes(state, found, roundId);
    case 'rename-first':
      return renameTube(state, tubesOf(state, found)[0], body.code);
    case 'rename-second':
      return renameTube(state, tubesOf(state, found)[1], body.code);
    case 'void-first':
      return voidTube(state, tubesOf(state, found)[0]);
    case 'void-second':
      return voidTube(state, tubesOf(state, found)[1]);
    case 'identify':
      return identify(state, found, body);
    case 'add-to-scope':
    case 'came-back':
      return expect(state, found, roundId);
  }
}

const byTime = (a: { at: number; id: string }, b: { at: number; id: string }): number =>
  a.at - b.at || (a.id < b.id ? -1 : 1);

const present = <Row>(rows: readonly (Row | undefined)[]): Row[] => rows.filter((row) => row !== undefined);

/** A sample flagged for a tube that closed late has no sample of its own: the latest in the tube is meant. */
function subjectSample(state: TestingState, { subjects }: KnownDiscrepancy): Sample | undefined {
  if (subjects.sampleId) return state.samples.get(subjects.sampleId);
  return state.samples
    .by('tube', subjects.tubeId ?? '')
    .sort(byTime)
    .at(-1);
}

const samplesOf = (state: TestingState, { subjects }: KnownDiscrepancy): Sample[] =>
  present([subjects.sampleId, subjects.otherSampleId].map((id) => state.samples.get(id ?? ''))).sort(byTime);

const packingsOf = (state: TestingState, { subjects }: KnownDiscrepancy): Packing[] =>
  present([subjects.packingId, subjects.otherPackingId].map((id) => state.packings.get(id ?? ''))).sort(
    byTime,
  );

const tubesOf = (state: TestingState, { subjects }: KnownDiscrepancy): Tube[] =>
  present([subjects.tubeId, subjects.otherTubeId].map((id) => state.tubes.get(id ?? ''))).sort(byOpening);

function voidSample(roundId: string, sample: Sample | undefined): Outcome {
  if (!sample) return refusal('no-such-sample');
  if (sample.voidedAt !== null) return [];
  return [{ type: 'testing.sample-voided', data: { roundId, sampleId: sample.id, keepCheckIn: false } }];
}

function voidPacking(roundId: string, packing: Packing | undefined): Outcome {
  if (!packing) return refusal('no-such-packing');
  if (packing.voidedAt !== null) return [];
  return [{ type: 'testing.packing-voided', data: { roundId, packingId: packing.id } }];
}

function mergeTubes(state: TestingState, found: KnownDiscrepancy, roundId: string): Outcome {
  const [first, second] = tubesOf(state, found);
  if (!first || !second) return refusal('no-such-tube');
  if (first.voidedAt !== null || second.voidedAt !== null) return [];
  return [{ type: 'testing.tubes-merged', data: { roundId, tubeId: first.id, mergedTubeId: second.id } }];
}

function renameTube(state: TestingState, tube: Tube | undefined, code: string | undefined): Outcome {
  if (!tube) return refusal('no-such-tube');
  if (!code) return refusal('code-missing');
  const { roundId } = tube;
  if (state.tubes.by('code', inRound(roundId, code)).length > 0) {
    return refusal('code-taken', { code });
  }
  return [{ type: 'testing.tube-renamed', data: { roundId, tubeId: tube.id, code } }];
}

/** Its people have to be sampled again: their samples go with it, their check-ins too. */
export function voidTube(state: TestingState, tube: Tube | undefined): Outcome {
  if (!tube) return refusal('no-such-tube');
  if (tube.voidedAt !== null) return [];
  const { roundId } = tube;
  const samples = state.samples.by('tube', tube.id).map(
    ({ id }): TestingEvent => ({
      type: 'testing.sample-voided',
      data: { roundId, sampleId: id, keepCheckIn: false },
    }),
  );
  return [...samples, { type: 'testing.tube-voided', data: { roundId, tubeId: tube.id } }];
}

function identify(
  state: TestingState,
  { subjects }: KnownDiscrepancy,
  { roundId, residentId }: Settle,
): Outcome {
  if (!residentId) return refusal('resident-missing');
  if (!state.people.get(residentId)) return refusal('no-such-resident');
  const sample = state.samples.get(subjects.sampleId ?? '');
  if (!sample) return refusal('no-such-sample');
  return [{ type: 'testing.person-identified', data: { roundId, sampleId: sample.id, residentId } }];
}

function expect(state: TestingState, { subjects }: KnownDiscrepancy, roundId: string): Outcome {
  const person = state.people.get(subjects.residentId ?? '');
  if (!person) return refusal('no-such-resident');
  const { residentId, buildingId } = person;
  return [
    {
      type: 'testing.expectation-set',
      data: { roundId, status: 'expected', reason: null, people: [{ residentId, buildingId }] },
    },
  ];
}
