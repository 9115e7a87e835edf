import type { GatesBodies } from '#groups/gates/contract/commands.ts';
import type { Done } from '../caller.ts';
import { type BenchGate, newId } from './area.ts';

type Passage = GatesBodies['gates.record-passage'];

/** Somebody of the register at a gate, as a phone records it. */
export interface Came {
  readonly gate: BenchGate;
  readonly residentId: string;
  /** Null: by the person's own card. */
  readonly passId: string | null;
  readonly direction: Passage['direction'];
  readonly outcome: 'allowed' | 'refused';
  readonly rule: string;
}

export function recorded({ gate, residentId, passId, direction, outcome, rule }: Came, at?: number): Done {
  const body: Passage = {
    ...{ passageId: newId(), gateId: gate.gateId, laneId: gate.laneId, direction },
    ...{ subject: passId === null ? 'resident' : 'pass', residentId, householdId: null, passId },
    ...{ visitId: null, outcome, rule, reason: null, note: '', photo: null },
  };
  return { kind: 'gates.record-passage', body, ...(at !== undefined && { at }) };
}
