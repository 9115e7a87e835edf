import type { Stamp } from '#kernel/command/module.ts';
import type { TestingEvent, TestingEventType } from '../contract/events.ts';
import { callUpPlanned, householdsPlaced, slotCancelled, slotsTimed } from './call-up/evolve-call-up.ts';
import { handoverVoided } from './evolve-handover.ts';
import { listLookedAt } from './evolve-look.ts';
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
import { personIdentified, tubeRenamed } from './evolve-settle.ts';
import { type Appliers, evolveBy, fieldAppliers } from './field/evolve-field.ts';
import { followUpMade } from './missed/evolve.ts';
import { checkListSet, pointChecked } from './set-up/evolve.ts';
import type { TestingState } from './state.ts';

const appliers: Appliers<TestingEventType> = {
  ...fieldAppliers,
  'testing.result-recorded': resultRecorded,
  'testing.list-looked-at': listLookedAt,
  'testing.round-created': roundCreated,
  'testing.round-changed': roundChanged,
  'testing.round-opened': roundOpened,
  'testing.round-closed': roundClosed,
  'testing.expectation-set': expectationSet,
  'testing.expectation-planned': expectationPlanned,
  'testing.tube-renamed': tubeRenamed,
  'testing.person-identified': personIdentified,
  'testing.call-up-planned': callUpPlanned,
  'testing.slots-timed': slotsTimed,
  'testing.slot-cancelled': slotCancelled,
  'testing.households-placed': householdsPlaced,
  'testing.handover-voided': handoverVoided,
  'testing.gap-accepted': gapAccepted,
  'testing.check-in-voided': checkInVoided,
  'testing.summary-signed': summarySigned,
  'testing.check-list-set': checkListSet,
  'testing.point-checked': pointChecked,
  'testing.follow-up-made': followUpMade,
};

/** Applies an event to the rows; every row it changes carries the stamp's version. */
export const evolve = (state: TestingState, event: TestingEvent, stamp: Stamp): void =>
  evolveBy(appliers, state, event, stamp);
