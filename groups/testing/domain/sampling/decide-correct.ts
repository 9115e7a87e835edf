import type { Refused } from '#kernel/command/command.ts';
import { settingAt } from '#kernel/settings/setting.ts';
import type { TestingEvent } from '../../contract/events.ts';
import type { Sample, Tube } from '../../contract/rows.ts';
import { settings } from '../../contract/settings.ts';
import { accept, flag, refusal, type TestingCommand, type TestingDecision } from '../command.ts';
import { inRound, type TestingState } from '../state.ts';
import { byOpening, currentTube } from '../tube-rules.ts';
import { settledBy } from './settled-by.ts';

type Correct = TestingCommand<'testing.correct-tube' | 'testing.correct-tube-later'>;
type Body<W extends 'move' | 'swap'> = Extract<Correct['body'], { what: W }>;

/**
 * The tube was wrong: what was recorded goes under the right code, and how it stood before is kept. Refused where it
 * would change what others rely on: a box sealed with its count, a result of the laboratory.
 */
export function decideCorrectTube(state: TestingState, command: Correct): TestingDecision {
  const { body } = command;
  if (!state.rounds.get(body.roundId)) return refusal('no-such-round');
  if (state.corrections.get(body.correctionId)) return refusal('id-taken');
  return body.what === 'move' ? move(state, command, body) : swap(state, command, body);
}

function move(state: TestingState, command: Correct, body: Body<'move'>): TestingDecision {
  const { roundId, correctionId, tubeCode, note } = body;
  if (body.laneId && state.lanes.get(body.laneId)?.roundId !== roundId) return refusal('no-such-lane');
  const sampleIds = [...new Set(body.sampleIds)];
  const samples = sampleIds.flatMap((id) => state.samples.get(id) ?? []);
  if (samples.length < sampleIds.length) return refusal('no-such-sample');
  const from = state.tubes.get(samples[0]?.tubeId ?? '');
  if (from?.roundId !== roundId || samples.some(({ tubeId }) => tubeId !== from.id))
    return refusal('not-one-tube');
  if (samples.some(({ voidedAt }) => voidedAt !== null)) return refusal('already-voided');
  const known = rightTube(state, body);
  if (known && known.roundId !== roundId) return refusal('id-taken');
  if (known?.id === from.id) return refusal('already-there', { code: from.code });
  if (known && known.voidedAt !== null) return refusal('no-such-tube');
  const to = known ?? { id: body.tubeId, code: tubeCode, ratio: from.ratio, count: 0, closedAt: null };
  const fault = notHis(state, command, samples) ?? fixed(state, roundId, [from.code, to.code]);
  if (fault) return fault;

  const at = Math.min(...samples.map((sample) => sample.at));
  const count = to.count + samples.length;
  const events: TestingEvent[] = known ? [] : [opened(body, from, at)];
  const trace = { correctionId, fromTubeId: from.id, fromCode: from.code, toTubeId: to.id, toCode: to.code };
  events.push({ type: 'testing.samples-moved', data: { roundId, ...trace, sampleIds, note } });
  if (count === to.ratio && to.closedAt === null) events.push(full(roundId, to.id, command.at));
  const over = count > to.ratio;
  const details = { code: to.code, count, ratio: to.ratio };
  return {
    ...accept(events, over ? [flag('tube-over-ratio', { roundId, tubeId: to.id }, details)] : []),
    settles: settledBy(state, from, from.count - samples.length, sampleIds),
  };
}

/** The tube they are really in: by its id, by its code where another phone opened it, or none yet. */
function rightTube(state: TestingState, { roundId, tubeId, tubeCode }: Body<'move'>): Tube | undefined {
  return currentTube(state, tubeId) ?? state.tubes.by('code', inRound(roundId, tubeCode)).sort(byOpening)[0];
}

const opened = (body: Body<'move'>, from: Tube, at: number): TestingEvent => ({
  type: 'testing.tube-opened',
  data: {
    roundId: body.roundId,
    tubeId: body.tubeId,
    laneId: body.laneId ?? from.laneId,
    code: body.tubeCode,
    ratio: from.ratio,
    onPaper: false,
    at,
  },
});

const full = (roundId: string, tubeId: string, at: number): TestingEvent => ({
  type: 'testing.tube-closed',
  data: { roundId, tubeId, reason: 'full', note: '', at },
});

/** Labels stuck on the wrong way round: each tube takes the other's code, and with it the place in its box. */
function swap(state: TestingState, command: Correct, body: Body<'swap'>): TestingDecision {
  const { roundId, correctionId, note } = body;
  const from = currentTube(state, body.tubeId);
  const to = currentTube(state, body.otherTubeId);
  if (from?.roundId !== roundId || to?.roundId !== roundId) return refusal('no-such-tube');
  if (from.voidedAt !== null || to.voidedAt !== null) return refusal('no-such-tube');
  if (from.id === to.id || from.code === to.code) return refusal('already-there', { code: from.code });
  const samples = [from, to].flatMap(({ id }) => state.samples.by('tube', id));
  const fault = notHis(state, command, samples) ?? fixed(state, roundId, [from.code, to.code]);
  if (fault) return fault;
  const trace = { correctionId, fromTubeId: from.id, fromCode: from.code, toTubeId: to.id, toCode: to.code };
  const sampleIds = samples.map(({ id }) => id);
  return accept([{ type: 'testing.tubes-swapped', data: { roundId, ...trace, sampleIds, note } }]);
}

/** In the field it is put right by whoever did it, while it is fresh; later, and for others, by a leader. */
function notHis(
  state: TestingState,
  { kind, at, actorId }: Correct,
  samples: readonly Sample[],
): Refused | null {
  if (kind === 'testing.correct-tube-later') return null;
  if (samples.some(({ by }) => by !== actorId)) return refusal('not-your-sample');
  const minutes = settingAt(settings.correctMinutes, state.settings, at).value;
  const late = samples.some((sample) => at - sample.at > minutes * 60_000);
  return late ? refusal('correct-too-late', { minutes }) : null;
}

/** What others rely on already. */
function fixed(state: TestingState, roundId: string, codes: readonly string[]): Refused | null {
  for (const code of codes) {
    const key = inRound(roundId, code);
    const packings = state.packings.by('code', key);
    if (packings.some(({ boxId }) => state.boxes.get(boxId)?.state === 'sealed'))
      return refusal('tube-sealed', { code });
    if (state.results.by('code', key).length > 0) return refusal('tube-has-result', { code });
  }
  return null;
}
