import type { Flag } from '#kernel/command/command.ts';
import type { TestingEvent } from '../contract/events.ts';
import type { Round, Tube } from '../contract/rows.ts';
import { accept, flag, refusal, type TestingCommand, type TestingDecision } from './command.ts';
import { doubleFlags, personFlags } from './person-flags.ts';
import { recogniseSwab, tubeOnPaper } from './same-swab.ts';
import { inRound, type TestingState } from './state.ts';
import { currentTube, ratioOf, tubeEnd, withFewer } from './tube-rules.ts';

type SampleCommand = TestingCommand<'testing.sample'>;

/**
 * A swab was taken: it is always applied. Only ids that never stood (round, lane) or that are taken already are
 * refused, for those are no field facts. Whatever contradicts is flagged, each contradiction by itself.
 */
export function decideSample(state: TestingState, command: SampleCommand): TestingDecision {
  const { body } = command;
  // Paper tells its own time; one that has not come yet is a slip of the pen.
  const at = Math.min(body.takenAt ?? command.at, command.at);
  const round = state.rounds.get(body.roundId);
  if (!round) return refusal('no-such-round');
  if (state.lanes.get(body.laneId)?.roundId !== round.id) return refusal('no-such-lane');
  if (state.samples.get(body.sampleId) || state.checkIns.get(body.checkInId)) return refusal('id-taken');
  const named = currentTube(state, body.tubeId);
  if (named && named.roundId !== round.id) return refusal('id-taken');

  const { codeText, laneId, method, sampleId, checkInId } = body;
  const residentId =
    body.residentId === null ? null : (state.standing.get(body.residentId) ?? body.residentId);
  const paper = named ? null : tubeOnPaper(state, command);
  const known = named ?? paper?.tube;
  const tubeId = known?.id ?? body.tubeId;
  const events: TestingEvent[] = [];
  if (!known || paper?.opens) events.push(tubeOpened(round, command, at));
  const swab = { id: sampleId, roundId: round.id, residentId, codeText, tubeId, method, at };
  const { isKnown, replaced } = recogniseSwab(state, swab, body.tubeCode);
  events.push(...replaced.map((id) => withdrawn(round.id, id)));
  if (paper?.opens) events.push(merged(round.id, body.tubeId, paper.tube));
  events.push({
    type: 'testing.sampled',
    data: { roundId: round.id, sampleId, checkInId, residentId, codeText, tubeId, laneId, method, at },
  });
  // A second record of one swab, or a swab of a tube that was thrown away after it.
  if (isKnown || isThrownAway(known, at)) {
    events.push(withdrawn(round.id, sampleId));
    return accept(events, roundFlags(round, command, at));
  }
  const freed = replaced.filter((id) => state.samples.get(id)?.tubeId === known?.id).length;
  const tube = known && withFewer(known, freed);
  const count = (tube?.count ?? 0) + 1;
  const ratio = tube?.ratio ?? ratioFor(round, command);
  if (count === ratio && !tube?.closedAt) {
    events.push({
      type: 'testing.tube-closed',
      data: { roundId: round.id, tubeId, reason: 'full', note: '', at },
    });
  }
  return accept(events, [
    ...roundFlags(round, command, at),
    ...personFlags(state, swab),
    ...doubleFlags(state, swab, replaced),
    ...(tube ? tubeFlags(tube, count, sampleId, at) : reuseFlags(state, command)),
  ]);
}

/** Persons a new tube takes: one alone where somebody is sampled singly beside the pools. */
const ratioFor = (round: Round, { body }: SampleCommand): number => (body.single ? 1 : ratioOf(round));

function tubeOpened(round: Round, command: SampleCommand, at: number): TestingEvent {
  const { tubeId, laneId, tubeCode, method } = command.body;
  const onPaper = method === 'paper';
  return {
    type: 'testing.tube-opened',
    data: { roundId: round.id, tubeId, laneId, code: tubeCode, ratio: ratioFor(round, command), onPaper, at },
  };
}

/** Its phone was late: whoever threw the tube away did so with this swab in it. */
const isThrownAway = (tube: Tube | undefined, at: number): boolean =>
  tube !== undefined && tube.voidedAt !== null && at <= tube.voidedAt;

/** The phone's opening and the paper's are one tube. */
const merged = (roundId: string, mergedTubeId: string, tube: Tube): TestingEvent => ({
  type: 'testing.tubes-merged',
  data: { roundId, tubeId: tube.id, mergedTubeId },
});

/** The second record of one swab, with the check-in that came with it. */
const withdrawn = (roundId: string, sampleId: string): TestingEvent => ({
  type: 'testing.sample-voided',
  data: { roundId, sampleId, keepCheckIn: false },
});

/** A late phone is no contradiction: only a swab taken before the opening or after the closing is. */
function roundFlags(round: Round, { body }: SampleCommand, at: number): Flag[] {
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
