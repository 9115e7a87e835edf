import { decideCancelSlot, decidePlaceHouseholds } from './call-up/decide-place.ts';
import { decidePlanCallUp } from './call-up/decide-plan.ts';
import { decideOrderSlots, decideTimeSlot } from './call-up/decide-slots.ts';
import type { TestingCommand, TestingDecision } from './command.ts';
import { decideCloseRound } from './decide-close.ts';
import { decideRecordHandover, decideVoidHandover } from './decide-handover.ts';
import { decideLook } from './decide-look.ts';
import {
  decideChangeRound,
  decideCreateRound,
  decideOpenRound,
  decideSetExpectation,
} from './decide-plan.ts';
import { decideSettleGap, decideSignSummary } from './decide-reconcile.ts';
import { decideRecordResults } from './decide-results.ts';
import { decideSettle } from './decide-settle.ts';
import { decideVoid } from './decide-void.ts';
import { decideFieldAlone } from './field/decide-field.ts';
import { decideFollowUp } from './missed/decide-follow-up.ts';
import { followMissed } from './missed/follow.ts';
import { decideCorrectTube } from './sampling/decide-correct.ts';
import { decideCheckPoint, decideSetCheckList } from './set-up/decide.ts';
import type { TestingState } from './state.ts';
import { decideIssue, decideVoidSupply } from './supply/decide-supply.ts';

/** The rules of testing: pure, the same on a phone and on the server. */
export function decide(state: TestingState, command: TestingCommand): TestingDecision {
  return followMissed(state, command, decideAlone(state, command));
}

function decideAlone(state: TestingState, command: TestingCommand): TestingDecision {
  switch (command.kind) {
    case 'testing.correct-tube-later':
      return decideCorrectTube(state, command);
    case 'testing.void-sample':
      return decideVoid(state, command);
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
    case 'testing.issue-supplies':
      return decideIssue(state, command);
    case 'testing.void-supply':
      return decideVoidSupply(state, command);
    case 'testing.record-handover':
      return decideRecordHandover(state, command);
    case 'testing.void-handover':
      return decideVoidHandover(state, command);
    case 'testing.settle-gap':
      return decideSettleGap(state, command);
    case 'testing.sign-summary':
      return decideSignSummary(state, command);
    default:
      return decideFieldAlone(state, command);
  }
}
