import type { CommandModule } from '#kernel/command/module.ts';
import { readArea } from '#kernel/command/server/area.ts';
import { type ClosingCommand, type ClosingEvent, kinds } from '../contract/commands.ts';
import { type ClosingState, decide, emptyState, evolve } from '../domain/decide.ts';
import { findClosings, saveClosings } from './store.ts';

export const closingCommands: CommandModule<ClosingState, ClosingCommand, ClosingEvent> = {
  kinds,
  async load(tx) {
    const area = await readArea(tx);
    const state = emptyState(area?.name ?? '', (area?.practisesFor ?? null) !== null);
    state.closings.load(await findClosings(tx));
    return state;
  },
  decide,
  evolve,
  save: (tx, state) => saveClosings(tx, state.closings.changed()),
};
