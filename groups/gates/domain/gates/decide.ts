import type { Refused } from '#kernel/command/command.ts';
import type { GatesBodies } from '../../contract/commands.ts';
import type { gateBodies } from '../../contract/gate-commands.ts';
import { accept, type Deciders, type GatesDecision, refusal } from '../command.ts';
import type { GatesState } from '../state.ts';

type Planned = Pick<GatesBodies['gates.change-gate'], 'gateId' | 'name' | 'openFrom' | 'openUntil' | 'lanes'>;

/** Wishes of whoever leads the group. */
export const gateDeciders: Deciders<keyof typeof gateBodies> = {
  'gates.add-gate'(state, { body }) {
    if (state.gates.get(body.gateId)) return refusal('id-taken');
    if (!state.compounds.has(body.compoundId)) return refusal('no-such-compound');
    return fault(state, body, body.compoundId) ?? accept([{ type: 'gates.gate-added', data: { ...body } }]);
  },

  'gates.change-gate'(state, { body }) {
    const gate = state.gates.get(body.gateId);
    if (!gate) return refusal('no-such-gate');
    if (gate.closedAt !== null) return refusal('gate-closed');
    return fault(state, body, gate.compoundId) ?? accept([{ type: 'gates.gate-changed', data: { ...body } }]);
  },

  'gates.close-gate': (state, { body: { gateId } }) => onGate(state, gateId, 'open', 'gates.gate-closed'),
  'gates.reopen-gate': (state, { body: { gateId } }) =>
    onGate(state, gateId, 'closed', 'gates.gate-reopened'),
};

function fault(state: GatesState, planned: Planned, compoundId: string): Refused | null {
  const { gateId, name, openFrom, openUntil, lanes } = planned;
  const others = state.gates.by('compound', compoundId).filter((one) => one.id !== gateId);
  if (others.some((one) => one.name === name && one.closedAt === null))
    return refusal('name-taken', { name });
  if ((openFrom === null) !== (openUntil === null) || (openFrom !== null && openFrom === openUntil))
    return refusal('hours-wrong');
  const ids = lanes.map(({ laneId }) => laneId);
  const elsewhere = ids.some((id) => (state.lanes.get(id)?.gateId ?? gateId) !== gateId);
  return elsewhere || new Set(ids).size !== ids.length ? refusal('id-taken') : null;
}

function onGate(
  state: GatesState,
  gateId: string,
  wanted: 'open' | 'closed',
  type: 'gates.gate-closed' | 'gates.gate-reopened',
): GatesDecision {
  const gate = state.gates.get(gateId);
  if (!gate) return refusal('no-such-gate');
  const stands = gate.closedAt === null ? 'open' : 'closed';
  if (stands !== wanted) return refusal(stands === 'open' ? 'gate-open' : 'gate-closed');
  return accept([{ type, data: { gateId } }]);
}
