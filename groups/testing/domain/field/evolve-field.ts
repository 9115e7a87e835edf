import type { Stamp } from '#kernel/command/module.ts';
import type { EventData, TestingEvent, TestingEventType } from '../../contract/events.ts';
import { doorVisited, slotCalled, slotSkipped } from '../call-up/evolve-call-up.ts';
import { boxCounted, handoverSigned } from '../evolve-handover.ts';
import { boxOpened, boxSealed, packingVoided, tubePacked } from '../evolve-pack.ts';
import { sampled, sampleVoided, tubeClosed, tubeOpened } from '../evolve-sample.ts';
import { tubesMerged, tubeVoided } from '../evolve-settle.ts';
import { calledAgain, missedCleared, missedFlagged } from '../missed/evolve.ts';
import {
  carerRecorded,
  refusalRecorded,
  samplesMoved,
  spoilt,
  tubesSwapped,
} from '../sampling/evolve-sampling.ts';
import type { TestingState } from '../state.ts';
import { supplyRecorded, supplyVoided } from '../supply/evolve-supply.ts';

export type Appliers<T extends TestingEventType> = {
  readonly [Type in T]: (state: TestingState, data: EventData<Type>, stamp: Stamp) => void;
};

/** What follows from the commands of the field. */
export const fieldAppliers = {
  'testing.sampled': sampled,
  'testing.tube-opened': tubeOpened,
  'testing.tube-closed': tubeClosed,
  'testing.sample-voided': sampleVoided,
  'testing.refusal-recorded': refusalRecorded,
  'testing.carer-recorded': carerRecorded,
  'testing.spoilt': spoilt,
  'testing.samples-moved': samplesMoved,
  'testing.tubes-swapped': tubesSwapped,
  'testing.box-opened': boxOpened,
  'testing.tube-packed': tubePacked,
  'testing.packing-voided': packingVoided,
  'testing.box-sealed': boxSealed,
  'testing.supply-recorded': supplyRecorded,
  'testing.supply-voided': supplyVoided,
  'testing.tube-voided': tubeVoided,
  'testing.tubes-merged': tubesMerged,
  'testing.slot-called': slotCalled,
  'testing.slot-skipped': slotSkipped,
  'testing.door-visited': doorVisited,
  'testing.missed-flagged': missedFlagged,
  'testing.missed-cleared': missedCleared,
  'testing.called-again': calledAgain,
  'testing.box-counted': boxCounted,
  'testing.handover-signed': handoverSigned,
} satisfies Partial<Appliers<TestingEventType>>;

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

/** Applies an event that follows from work in the field; an event of the desk never reaches a phone, which pulls rows. */
export const evolveField = (state: TestingState, event: TestingEvent, stamp: Stamp): void =>
  evolveBy(fieldAppliers, state, event, stamp);

export function evolveBy(
  appliers: Partial<Appliers<TestingEventType>>,
  state: TestingState,
  event: TestingEvent,
  stamp: Stamp,
): void {
  // The table is keyed by the event's own type; the compiler cannot follow the pair through a union.
  const apply = appliers[event.type] as
    | ((state: TestingState, data: unknown, stamp: Stamp) => void)
    | undefined;
  if (!apply) throw new Error(`nothing applies ${event.type} here`);
  apply(state, event.data, stamp);
  if (!NO_REVISION.has(event.type)) reviseIfClosed(state, event.data.roundId, stamp);
}

/** Whatever still changes a closed round says so on its figures. */
function reviseIfClosed(state: TestingState, roundId: string, { receivedAt, version }: Stamp): void {
  const round = state.rounds.get(roundId);
  if (round?.state === 'closed') state.rounds.put({ ...round, revisedAt: receivedAt, version });
}
