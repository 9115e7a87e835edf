import { settingAt } from '#kernel/settings/setting.ts';
import { chinaTime } from '#kernel/time-id/china-time.ts';
import { settings } from '../../contract/settings.ts';
import { accept, refusal, type TestingCommand, type TestingDecision } from '../command.ts';
import type { TestingState } from '../state.ts';
import { type CallUpHousehold, type ElderRule, householdsOf } from './household.ts';
import { slotId, stopId } from './ids.ts';
import { type CallUpSite, planCallUp } from './plan-call-up.ts';
import { canStand } from './slot-state.ts';

/** Slots and doors for everybody who is still awaited and was not called. */
export function decidePlanCallUp(
  state: TestingState,
  { at, body }: TestingCommand<'testing.plan-call-up'>,
): TestingDecision {
  const { roundId, planId, choices } = body;
  const round = state.rounds.get(roundId);
  if (!round) return refusal('no-such-round');
  if (round.state === 'closed') return refusal('round-over');
  if (state.slots.get(slotId(planId, 0))) return refusal('id-taken');
  const sites = sitesAtWork(state, roundId);
  if (sites.length === 0) return refusal('no-lanes');
  const known = new Set(sites.map(({ siteId }) => siteId));
  if (choices.buildings.some(({ siteId }) => siteId !== null && !known.has(siteId))) {
    return refusal('site-without-lanes');
  }
  const settled = settledHouseholds(state, roundId);
  const households = householdsOf(
    (state.callUpPeople.get(roundId) ?? []).filter((one) => !one.sampled && !settled.has(one.householdId)),
    elderRule(state.settings, at),
  );
  if (households.length === 0) return refusal('nobody-to-call');
  const lift = settingAt(settings.liftFloors, state.settings, at).value;
  const { slots, doors } = planCallUp(households, sites, choices, lift);
  if (!canStand(slots)) return refusal('times-wrong');
  return accept([
    {
      type: 'testing.call-up-planned',
      data: {
        roundId,
        choices,
        slots: slots.map((slot, n) => ({ slotId: slotId(planId, n), ...slot })),
        doors: doors.map((stop) => ({ stopId: stopId(roundId, stop.householdId), ...stop })),
      },
    },
  ]);
}

/** Sites of the plan where a lane stands, in their order. */
export function sitesAtWork(state: TestingState, roundId: string): CallUpSite[] {
  const lanes = state.lanes.by('round', roundId).filter((lane) => lane.removedAt === null);
  return state.sites
    .by('round', roundId)
    .filter((site) => site.removedAt === null)
    .sort((a, b) => a.sort - b.sort)
    .map(({ id }) => ({ siteId: id, lanes: lanes.filter((lane) => lane.siteId === id).length }))
    .filter(({ lanes }) => lanes > 0);
}

/** Everybody of the round's list, sampled or not. */
export function awaitedHouseholds(state: TestingState, roundId: string, at: number): CallUpHousehold[] {
  return householdsOf(state.callUpPeople.get(roundId) ?? [], elderRule(state.settings, at));
}

export const elderRule = (values: TestingState['settings'], at: number): ElderRule => ({
  age: settingAt(settings.priorityAge, values, at).value,
  year: Number(chinaTime(at).slice(0, 4)),
});

/** Called already, or visited: a new plan leaves them where they are. */
function settledHouseholds(state: TestingState, roundId: string): ReadonlySet<string> {
  const called = state.slots
    .by('round', roundId)
    .filter((slot) => slot.endedAt === null && slot.lastCallAt !== null)
    .flatMap(({ householdIds }) => householdIds);
  const visited = state.doors
    .by('round', roundId)
    .filter((stop) => stop.endedAt === null && stop.visit === 'done')
    .map(({ householdId }) => householdId);
  return new Set([...called, ...visited]);
}
