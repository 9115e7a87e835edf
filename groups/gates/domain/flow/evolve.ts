import type { FlowEvent } from '../../contract/flow-events.ts';
import type { Evolvers } from '../command.ts';

export const flowEvolvers: Evolvers<FlowEvent['type']> = {
  'gates.person-looked-at'(state, data, { commandId: id, at, actorId: by, version }) {
    state.personLooks.push({ id, ...data, at, by, version });
  },
};
