import { decideCallSlot, decideSkipSlot, decideVisitDoor } from '../call-up/decide-call.ts';
import type { TestingCommand, TestingDecision } from '../command.ts';
import { decideCount, decideGive, decideTake } from '../decide-handover.ts';
import { decidePack, decideSeal, decideUnpack } from '../decide-pack.ts';
import { decideSample } from '../decide-sample.ts';
import { decideCloseTube } from '../decide-tube.ts';
import { decideUndo } from '../decide-void.ts';
import { decideCallAgain } from '../missed/decide-call.ts';
import { followMissed } from '../missed/follow.ts';
import { decideRecordCarer } from '../sampling/decide-carer.ts';
import { decideCorrectTube } from '../sampling/decide-correct.ts';
import { decideRecordRefusal } from '../sampling/decide-refusal.ts';
import { decideSpoil } from '../sampling/decide-spoil.ts';
import type { TestingState } from '../state.ts';
import { decideRecordSupplies, decideUndoSupply } from '../supply/decide-supply.ts';

/** What is done on a phone at a site, and so decided there as well. */
export type FieldKind =
  | 'testing.sample'
  | 'testing.record-refusal'
  | 'testing.record-carer'
  | 'testing.spoil'
  | 'testing.correct-tube'
  | 'testing.close-tube'
  | 'testing.undo-sample'
  | 'testing.pack-tubes'
  | 'testing.unpack-tube'
  | 'testing.seal-box'
  | 'testing.call-slot'
  | 'testing.skip-slot'
  | 'testing.visit-door'
  | 'testing.call-again'
  | 'testing.count-box'
  | 'testing.give-boxes'
  | 'testing.take-boxes'
  | 'testing.record-supplies'
  | 'testing.undo-supply';

/** The phone's part of the rules; it carries none of the desk's, which its first page would wait for. */
export const decideField = (state: TestingState, command: TestingCommand<FieldKind>): TestingDecision =>
  followMissed(state, command, decideFieldAlone(state, command));

export function decideFieldAlone(state: TestingState, command: TestingCommand<FieldKind>): TestingDecision {
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
      return decideCorrectTube(state, command);
    case 'testing.close-tube':
      return decideCloseTube(state, command);
    case 'testing.undo-sample':
      return decideUndo(state, command);
    case 'testing.pack-tubes':
      return decidePack(state, command);
    case 'testing.unpack-tube':
      return decideUnpack(state, command);
    case 'testing.seal-box':
      return decideSeal(state, command);
    case 'testing.call-slot':
      return decideCallSlot(state, command);
    case 'testing.skip-slot':
      return decideSkipSlot(state, command);
    case 'testing.visit-door':
      return decideVisitDoor(state, command);
    case 'testing.call-again':
      return decideCallAgain(state, command);
    case 'testing.count-box':
      return decideCount(state, command);
    case 'testing.give-boxes':
      return decideGive(state, command);
    case 'testing.take-boxes':
      return decideTake(state, command);
    case 'testing.record-supplies':
      return decideRecordSupplies(state, command);
    case 'testing.undo-supply':
      return decideUndoSupply(state, command);
  }
}
