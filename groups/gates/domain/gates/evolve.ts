import type { GateEvent } from '../../contract/events.ts';
import type { LanePlan } from '../../contract/gate-commands.ts';
import type { Evolvers } from '../command.ts';
import type { GatesState } from '../state.ts';

export const gateEvolvers: Evolvers<GateEvent['type']> = {
  'gates.gate-added'(state, { gateId, lanes, ...gate }, stamp) {
    const sort = Math.max(-1, ...[...state.gates.all()].map((one) => one.sort)) + 1;
    state.gates.put({ id: gateId, ...gate, closedAt: null, sort, version: stamp.version });
    putLanes(state, gateId, lanes, stamp);
  },

  'gates.gate-changed'(state, { gateId, lanes, ...changes }, stamp) {
    const gate = state.gates.get(gateId);
    if (!gate) return;
    state.gates.put({ ...gate, ...changes, version: stamp.version });
    putLanes(state, gateId, lanes, stamp);
  },

  'gates.gate-closed'(state, { gateId }, { at, version }) {
    const gate = state.gates.get(gateId);
    if (gate) state.gates.put({ ...gate, closedAt: at, version });
  },

  'gates.gate-reopened'(state, { gateId }, { version }) {
    const gate = state.gates.get(gateId);
    if (gate) state.gates.put({ ...gate, closedAt: null, version });
  },
};

function putLanes(
  state: GatesState,
  gateId: string,
  lanes: LanePlan,
  { at, version }: { readonly at: number; readonly version: number },
): void {
  const kept = new Set(lanes.map(({ laneId }) => laneId));
  for (const lane of state.lanes.by('gate', gateId)) {
    if (!kept.has(lane.id) && lane.removedAt === null) state.lanes.put({ ...lane, removedAt: at, version });
  }
  for (const [sort, { laneId: id, ...lane }] of lanes.entries()) {
    state.lanes.put({ id, gateId, ...lane, sort, removedAt: null, version });
  }
}
