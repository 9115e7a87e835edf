import type { Flag } from '#kernel/command/command.ts';
import type { EventData, TestingEvent } from '../contract/events.ts';
import type { TestingProblem } from '../contract/problems.ts';
import { RESOLUTIONS_OF } from '../contract/settlement.ts';
import { flag, refusal, type TestingCommand, type TestingDecision } from './command.ts';
import { doubleFlags, personFlags } from './person-flags.ts';
import { isRefusal, type Outcome, resolve } from './resolve.ts';
import type { KnownDiscrepancy, TestingState } from './state.ts';

/** A leader settles one discrepancy. What that changes follows from the resolution; the word and the note are kept. */
export function decideSettle(
  state: TestingState,
  command: TestingCommand<'testing.settle'>,
): TestingDecision {
  const { body } = command;
  const found = state.discrepancies.get(body.discrepancyId);
  if (!found || found.subjects.roundId !== body.roundId) return refusal('no-such-discrepancy');
  if (found.settled) return refusal('already-settled');
  const { resolution, note } = body;
  if (!waysOf(found).includes(resolution))
    return refusal('resolution-wrong', { resolution: `testing.resolution.${resolution}` });
  const outcome: Outcome = resolve(state, found, body);
  if (isRefusal(outcome)) return outcome;
  const settles = [{ discrepancyId: found.id, resolution, note }];
  return { events: outcome, flags: followUps(state, outcome), settles };
}

function waysOf({ code }: KnownDiscrepancy): readonly string[] {
  return RESOLUTIONS_OF[code.replace(/^testing\./, '') as TestingProblem] ?? [];
}

/** What a settlement brings to light, to be settled next: an overfilled tube, a person found to be sampled twice. */
function followUps(state: TestingState, events: readonly TestingEvent[]): Flag[] {
  return events.flatMap((event) => {
    if (event.type === 'testing.tubes-merged') return overfilled(state, event.data);
    if (event.type === 'testing.person-identified') return identified(state, event.data);
    return [];
  });
}

function overfilled(
  state: TestingState,
  { tubeId, mergedTubeId }: EventData<'testing.tubes-merged'>,
): Flag[] {
  const tube = state.tubes.get(tubeId);
  const merged = state.tubes.get(mergedTubeId);
  if (!tube || !merged || tube.count + merged.count <= tube.ratio) return [];
  const { roundId, code, ratio } = tube;
  return [flag('tube-over-ratio', { roundId, tubeId }, { code, count: tube.count + merged.count, ratio })];
}

function identified(
  state: TestingState,
  { sampleId, residentId }: EventData<'testing.person-identified'>,
): Flag[] {
  const sample = state.samples.get(sampleId);
  if (!sample || sample.voidedAt !== null) return [];
  const swab = { ...sample, residentId, codeText: null };
  return [...personFlags(state, swab), ...doubleFlags(state, swab)];
}
