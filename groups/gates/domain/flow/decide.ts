import type { flowBodies } from '../../contract/flow-commands.ts';
import { accept, type Deciders } from '../command.ts';

export const flowDeciders: Deciders<keyof typeof flowBodies> = {
  'gates.look-person'(_state, { body }) {
    return accept([{ type: 'gates.person-looked-at', data: body }]);
  },
};
