import type { Stamp } from '#kernel/command/module.ts';
import type { EventData, TestingEvent, TestingEventType } from '../contract/events.ts';
import {
  callUpPlanned,
  doorVisited,
  householdsPlaced,
  slotCalled,
  slotCancelled,
  slotSkipped,
  slotsTimed,
} from './call-up/evolve-call-up.ts';
import { boxCounted, handoverSigned, handoverVoided } from './evolve-handover.ts';
import { listLookedAt } from './evolve-look.ts';
import { boxOpened, boxSealed, packingVoided, tubePacked } from './evolve-pack.ts';
import {
  expectationPlanned,
  expectationSet,
  roundChanged,
  roundClosed,
  roundCreated,
  roundOpened,
} from './evolve-plan.ts';
import { checkInVoided, gapAccepted, summarySigned } from './evolve-reconcile.ts';
import { resultRecorded } from './evolve-results.ts';
import { sampled, sampleVoided, tubeClosed, tubeOpened } from './evolve-sample.ts';
import { personIdentified, tubeRenamed, tubesMerged, tubeVoided } from './evolve-settle.ts';
import { calledAgain, followUpMade, missedCleared, missedFlagged } from './missed/evolve.ts';
import {
  carerRecorded,
  refusalRecorded,
  samplesMoved,
  spoilt,
  tubesSwapped,
} from './sampling/evolve-sampling.ts';
import { checkListSet, pointChecked } from './set-up/evolve.ts';
import type { TestingState } from './state.ts';
import { supplyRecorded, supplyVoided } from './supply/evolve-supply.ts';

type Appliers = {
  readonly [T in TestingEventType]: (state: TestingState, data: EventData<T>, stamp: Stamp) => void;
};

const appliers: Appliers = {
  'testing.sampled': sampled,
  'testing.tube-opened': tubeOpened,
  'testing.tube-closed': tubeClosed,
  'testing.sample-voided': sampleVoided,
  'testing.result-recorded': resultRecorded,
  'testing.refusal-recorded': refusalRecorded,
  'testing.carer-recorded': carerRecorded,
  'testing.spoilt': spoilt,
  'testing.samples-moved': samplesMoved,
  'testing.tubes-swapped': tubesSwapped,
  'testing.list-looked-at': listLookedAt,
  'testing.box-opened': boxOpened,
  'testing.tube-packed': tubePacked,
  'testing.packing-voided': packingVoided,
  'testing.box-sealed': boxSealed,
  'testing.round-created': roundCreated,
  'testing.round-changed': roundChanged,
  'testing.round-opened': roundOpened,
  'testing.round-closed': roundClosed,
  'testing.expectation-set': expectationSet,
  'testing.expectation-planned': expectationPlanned,
  'testing.supply-recorded': supplyRecorded,
  'testing.supply-voided': supplyVoided,
  'testing.tubes-merged': tubesMerged,
  'testing.tube-renamed': tubeRenamed,
  'testing.tube-voided': tubeVoided,
  'testing.person-identified': personIdentified,
  'testing.call-up-planned': callUpPlanned,
  'testing.slots-timed': slotsTimed,
  'testing.slot-cancelled': slotCancelled,
  'testing.households-placed': householdsPlaced,
  'testing.slot-called': slotCalled,
  'testing.slot-skipped': slotSkipped,
  'testing.door-visited': doorVisited,
  'testing.missed-flagged': missedFlagged,
  'testing.missed-cleared': missedCleared,
  'testing.called-again': calledAgain,
  'testing.box-counted': boxCounted,
  'testing.handover-signed': handoverSigned,
  'testing.handover-voided': handoverVoided,
  'testing.gap-accepted': gapAccepted,
  'testing.check-in-voided': checkInVoided,
  'testing.summary-signed': summarySigned,
  'testing.check-list-set': checkListSet,
  'testing.point-checked': pointChecked,
  'testing.follow-up-made': followUpMade,
};

const NO_REVISION: ReadonlySet<TestingEventType> = new Set([
  'testing.round-created',
  'testing.round-changed',
  'testing.round-opened',
  'testing.round-closed',
  // No figure of a round counts them.
  'testing.check-list-set',
  'testing.point-checked',
  // The laboratory answers after the closing, and changes no figure of it.
  'testing.result-recorded',
  // Looking changes nothing.
  'testing.list-looked-at',
  // Says why somebody is missed, who is missed either way.
  'testing.refusal-recorded',
  // Who was called when is no figure of it either.
  'testing.call-up-planned',
  'testing.slots-timed',
  'testing.slot-cancelled',
  'testing.households-placed',
  'testing.slot-called',
  'testing.slot-skipped',
  'testing.door-visited',
  // Supplies are counted beside people.
  'testing.supply-recorded',
  'testing.supply-voided',
  // What follows from figures, or stands beside them.
  'testing.missed-flagged',
  'testing.missed-cleared',
  'testing.called-again',
  'testing.carer-recorded',
  // They say what the figures mean, and change none.
  'testing.gap-accepted',
  'testing.summary-signed',
  'testing.follow-up-made',
]);

/** Applies an event to the rows; every row it changes carries the stamp's version. */
export function evolve(state: TestingState, event: TestingEvent, stamp: Stamp): void {
  // The table is keyed by the event's own type; the compiler cannot follow the pair through a union.
  const apply = appliers[event.type] as (state: TestingState, data: unknown, stamp: Stamp) => void;
  apply(state, event.data, stamp);
  if (!NO_REVISION.has(event.type)) reviseIfClosed(state, event.data.roundId, stamp);
}

/** Whatever still changes a closed round says so on its figures. */
function reviseIfClosed(state: TestingState, roundId: string, { receivedAt, version }: Stamp): void {
  const round = state.rounds.get(roundId);
  if (round?.state === 'closed') state.rounds.put({ ...round, revisedAt: receivedAt, version });
}
