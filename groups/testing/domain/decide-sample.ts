import type { Flag } from '#kernel/command/command.ts';
import type { TestingEvent } from '../contract/events.ts';
import type { Round, Tube } from '../contract/rows.ts';
import { accept, flag, refusal, type TestingCommand, type TestingDecision } from './command.ts';
import { doubleFlags, personFlags } from './person-flags.ts';
import { inRound, type TestingState } from './state.ts';
import { currentTube, ratioOf, tubeEnd } from './tube-rules.ts';

type SampleCommand = TestingCommand<'testing.sample'>;

/**
 * A swab was taken: it is always applied. Only ids that never stood (round, lane) or that are taken already are
 * refused, for those are no field facts. Whatever contradicts is flagged, each contradiction by itself.
 */
export function decideSample(state: TestingState, command: SampleCommand): TestingDecision {
  const { body, at } = command;
  const round = state.rounds.get(body.roundId);
  if (!round) return refusal('no-such-round');
  if (state.lanes.get(body.laneId)?.roundId !== round.id) return refusal('no-such-lane');
  if (state.samples.get(body.sampleId) || state.checkIns.get(body.checkInId)) return refusal('id-taken');
  const known = currentTube(state, body.tubeId);
  if (known && known.roundId !== round.id) return refusal('id-taken');

  const events: TestingEvent[] = [];
  if (!known) events.push(tubeOpened(round, command));
  const { residentId, codeText, laneId, method, sampleId, checkInId } = body;
  const tubeId = known?.id ?? body.tubeId;
  events.push({
    type: 'testing.sampled',
    data: { roundId: round.id, sampleId, checkInId, residentId, codeText, tubeId, laneId, method },
  });
  const swab = { id: sampleId, roundId: round.id, residentId, codeText, tubeId };
  const count = (known?.count ?? 0) + 1;
  const ratio = known?.ratio ?? ratioOf(round);
  if (count === ratio && !known?.closedAt) {
    events.push({
      type: 'testing.tube-closed',
      data: { roundId: round.id, tubeId, reason: 'full', note: '' },
    });
  }
  return accept(events, [
    ...roundFlags(round, command),
    ...personFlags(state, swab),
    ...doubleFlags(state, swab),
    ...(known ? tubeFlags(known, count, sampleId, at) : reuseFlags(state, command)),
  ]);
}

function tubeOpened(round: Round, { body }: SampleCommand): TestingEvent {
  const { tubeId, laneId, tubeCode } = body;
  return {
    type: 'testing.tube-opened',
    data: { roundId: round.id, tubeId, laneId, code: tubeCode, ratio: ratioOf(round) },
  };
}

/** A late phone is no contradiction: only a swab taken before the opening or after the closing is. */
function roundFlags(round: Round, { body, at }: SampleCommand): Flag[] {
  const early = round.openedAt === null || at < round.openedAt;
  const late = round.closedAt !== null && at > round.closedAt;
  if (!early && !late) return [];
  const subjects = { roundId: round.id, sampleId: body.sampleId };
  return [
    flag('round-not-open', subjects, { state: early ? 'testing.state.draft' : 'testing.state.closed' }),
  ];
}

/** The same code under another tube id: another phone or lane opened it. */
function reuseFlags(state: TestingState, { body }: SampleCommand): Flag[] {
  const { roundId, tubeId, tubeCode, laneId } = body;
  const [other] = state.tubes.by('code', inRound(roundId, tubeCode));
  if (!other) return [];
  const subjects = { roundId, tubeId, otherTubeId: other.id, laneId, otherLaneId: other.laneId };
  return [flag('tube-used-twice', subjects, { code: tubeCode })];
}

function tubeFlags(tube: Tube, count: number, sampleId: string, at: number): Flag[] {
  const { roundId, code, ratio } = tube;
  const subjects = { roundId, tubeId: tube.id, sampleId };
  const flags: Flag[] = [];
  if (count > ratio) flags.push(flag('tube-over-ratio', subjects, { code, count, ratio }));
  const end = tubeEnd(tube);
  // A tube closed by being full says so above; the closing itself is no second contradiction.
  const closedByCount = tube.closeReason === 'full' && end === tube.closedAt && count > ratio;
  if (end !== null && at > end && !closedByCount) {
    flags.push(flag('sample-into-closed-tube', subjects, { code }));
  }
  return flags;
}
