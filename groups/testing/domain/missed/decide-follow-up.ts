import { isRefused } from '#kernel/command/command.ts';
import type { TestingEvent } from '../../contract/events.ts';
import { accept, refusal, type TestingCommand, type TestingDecision } from '../command.ts';
import { decideCreateRound } from '../decide-plan.ts';
import { followUpKey, type TestingState } from '../state.ts';

type FollowUp = TestingCommand<'testing.follow-up'>;

/** A round of people recalled or missed in another: each of them in one such round only. */
export function decideFollowUp(state: TestingState, command: FollowUp): TestingDecision {
  const { roundId, ofRoundId, purpose, plan } = command.body;
  if (!state.rounds.get(ofRoundId)) return refusal('no-such-round');
  const residentIds = stillWaiting(state, command);
  if (residentIds.length === 0) return refusal('nobody-to-follow-up');
  const made: TestingEvent = {
    type: 'testing.follow-up-made',
    data: { roundId, ofRoundId, purpose, residentIds },
  };
  if (plan === null) return added(state, command, residentIds, made);
  if (purpose === 'recall' && plan.mode !== 'single') return refusal('recall-not-single');
  const scope = { compoundIds: [], buildingIds: [], residentIds };
  const created = decideCreateRound(state, {
    ...command,
    kind: 'testing.create-round',
    body: { roundId, ...plan, scope },
  });
  return isRefused(created) ? created : accept([...created.events, made]);
}

/** Of those named whoever is recalled or missed now, and in no such round yet. */
function stillWaiting(state: TestingState, { body }: FollowUp): string[] {
  const key = followUpKey(body);
  const waiting = state.followable.get(key) ?? new Set();
  const taken = new Set(state.followUps.by('of', key).flatMap(({ residentIds }) => residentIds));
  return [...new Set(body.residentIds)].filter((id) => waiting.has(id) && !taken.has(id));
}

/** Into the one that stands: its scope while it is in draft, its list once it runs. */
function added(
  state: TestingState,
  { body }: FollowUp,
  residentIds: readonly string[],
  made: TestingEvent,
): TestingDecision {
  const { roundId } = body;
  const round = state.rounds.get(roundId);
  const standing = state.followUps.get(roundId);
  const same = standing !== undefined && followUpKey(standing) === followUpKey(body);
  if (!round || !same || round.state === 'closed') return refusal('not-its-follow-up');
  if (round.state === 'draft') {
    const { name, mode, poolRatio, tubeSeries } = round;
    const listed = state.scopeLists.get(roundId)?.residentIds ?? [];
    const scope = { ...round.scope, residentIds: [...listed, ...residentIds] };
    const data = { roundId, name, mode, poolRatio, scope, tubeSeries, sites: null };
    return accept([{ type: 'testing.round-changed', data }, made]);
  }
  const people = residentIds.flatMap((id) => state.people.get(id) ?? []);
  const data = {
    roundId,
    status: 'expected' as const,
    reason: null,
    people: people.map(({ residentId, buildingId }) => ({ residentId, buildingId })),
  };
  return accept([{ type: 'testing.expectation-set', data }, made]);
}
