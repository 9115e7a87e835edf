import { decideCallSlot, decideSkipSlot, decideVisitDoor } from './call-up/decide-call.ts';
import { decideCancelSlot, decidePlaceHouseholds } from './call-up/decide-place.ts';
import { decidePlanCallUp } from './call-up/decide-plan.ts';
import { decideOrderSlots, decideTimeSlot } from './call-up/decide-slots.ts';
import type { TestingCommand, TestingDecision } from './command.ts';
import { decideCloseRound } from './decide-close.ts';
import {
  decideCount,
  decideGive,
  decideRecordHandover,
  decideTake,
  decideVoidHandover,
} from './decide-handover.ts';
import { decideLook } from './decide-look.ts';
import { decidePack, decideSeal, decideUnpack } from './decide-pack.ts';
import {
  decideChangeRound,
  decideCreateRound,
  decideOpenRound,
  decideSetExpectation,
} from './decide-plan.ts';
import { decideSettleGap, decideSignSummary } from './decide-reconcile.ts';
import { decideRecordResults } from './decide-results.ts';
import { decideSample } from './decide-sample.ts';
import { decideSettle } from './decide-settle.ts';
import { decideCloseTube } from './decide-tube.ts';
import { decideUndo, decideVoid } from './decide-void.ts';
import { decideCallAgain } from './missed/decide-call.ts';
import { decideFollowUp } from './missed/decide-follow-up.ts';
import { followMissed } from './missed/follow.ts';
import { decideRecordCarer } from './sampling/decide-carer.ts';
import { decideCorrectTube } from './sampling/decide-correct.ts';
import { decideRecordRefusal } from './sampling/decide-refusal.ts';
import { decideSpoil } from './sampling/decide-spoil.ts';
import { decideCheckPoint, decideSetCheckList } from './set-up/decide.ts';
import type { TestingState } from './state.ts';
import {
  decideIssue,
  decideRecordSupplies,
  decideUndoSupply,
  decideVoidSupply,
} from './supply/decide-supply.ts';

/** The rules of testing: pure, the same on a phone and on the server. */
export function decide(state: TestingState, command: TestingCommand): TestingDecision {
  return followMissed(state, command, decideAlone(state, command));
}

function decideAlone(state: TestingState, command: TestingCommand): TestingDecision {
  switch (command.kind) {
    case 'testing.sample':
      return decideSample(state, command);
    case 'testing.record-refusal':
      return decideRecordRefusal(state, command);
    case 'testing.record-carer':
      return decideRecordCarer(state, command);
    case 'testing.spoil':
      return decideSpoil(state, command);
    case 'testing.correct-tube':
    case 'testing.correct-tube-later':
      return decideCorrectTube(state, command);
    case 'testing.close-tube':
      return decideCloseTube(state, command);
    case 'testing.undo-sample':
      return decideUndo(state, command);
    case 'testing.void-sample':
      return decideVoid(state, command);
    case 'testing.pack-tubes':
      return decidePack(state, command);
    case 'testing.unpack-tube':
      return decideUnpack(state, command);
    case 'testing.seal-box':
      return decideSeal(state, command);
    case 'testing.create-round':
      return decideCreateRound(state, command);
    case 'testing.change-round':
      return decideChangeRound(state, command);
    case 'testing.open-round':
      return decideOpenRound(state, command);
    case 'testing.set-expectation':
      return decideSetExpectation(state, command);
    case 'testing.close-round':
      return decideCloseRound(state, command);
    case 'testing.record-results':
      return decideRecordResults(state, command);
    case 'testing.follow-up':
      return decideFollowUp(state, command);
    case 'testing.call-again':
      return decideCallAgain(state, command);
    case 'testing.set-check-list':
      return decideSetCheckList(state, command);
    case 'testing.check-point':
      return decideCheckPoint(state, command);
    case 'testing.look-records':
    case 'testing.look-contacts':
    case 'testing.print-contacts':
      return decideLook(state, command);
    case 'testing.settle':
      return decideSettle(state, command);
    case 'testing.plan-call-up':
      return decidePlanCallUp(state, command);
    case 'testing.order-slots':
      return decideOrderSlots(state, command);
    case 'testing.time-slot':
      return decideTimeSlot(state, command);
    case 'testing.cancel-slot':
      return decideCancelSlot(state, command);
    case 'testing.place-households':
      return decidePlaceHouseholds(state, command);
    case 'testing.call-slot':
      return decideCallSlot(state, command);
    case 'testing.skip-slot':
      return decideSkipSlot(state, command);
    case 'testing.visit-door':
      return decideVisitDoor(state, command);
    case 'testing.issue-supplies':
      return decideIssue(state, command);
    case 'testing.record-supplies':
      return decideRecordSupplies(state, command);
    case 'testing.undo-supply':
      return decideUndoSupply(state, command);
    case 'testing.void-supply':
      return decideVoidSupply(state, command);
    case 'testing.count-box':
      return decideCount(state, command);
    case 'testing.give-boxes':
      return decideGive(state, command);
    case 'testing.take-boxes':
      return decideTake(state, command);
    case 'testing.record-handover':
      return decideRecordHandover(state, command);
    case 'testing.void-handover':
      return decideVoidHandover(state, command);
    case 'testing.settle-gap':
      return decideSettleGap(state, command);
    case 'testing.sign-summary':
      return decideSignSummary(state, command);
  }
}
