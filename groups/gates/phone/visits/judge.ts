import { statusAt, type ZoneStatus } from '#core/zones/contract.ts';
import type { GateAnswer } from '../../domain/decision/attempt.ts';
import { decidePassage } from '../../domain/decision/decide-passage.ts';
import { pathTo } from '../../domain/visits/state.ts';
import type { Destination } from './draft.ts';
import type { Here } from './use-here.ts';

const pathOf = ({ state, gate: { compoundId } }: Here, to: Destination): readonly string[] => {
  const place = to === 'nobody' ? { buildingId: null, entranceId: null } : to;
  return pathTo({ compoundId, ...place }, state.gates.buildings);
};

/** Whether somebody may come in and go there: the rule of the server, by what this phone knows. @param at epoch ms */
export const judge = (here: Here, to: Destination, at: number): GateAnswer =>
  decidePassage(here.state.gates, {
    gateId: here.gate.id,
    laneId: here.laneId,
    direction: 'in',
    at,
    residentId: null,
    householdId: null,
    pass: null,
    // It is made with the third tap.
    visit: { visitId: '', path: pathOf(here, to) },
    emergency: null,
  });

export const statusOf = (here: Here, to: Destination, at: number): ZoneStatus =>
  statusAt(here.state.gates.statuses.values(), pathOf(here, to), at).status;
