import type { CommandModule } from '#kernel/command/module.ts';
import { bodies, type PracticeCommand, type PracticeEvent } from '../contract/commands.ts';
import { decide, emptyState, evolve, type PracticeState } from '../domain/decide.ts';
import { findWorld, saveWorlds } from './store.ts';

export const practiceCommands: CommandModule<PracticeState, PracticeCommand, PracticeEvent> = {
  kinds: {
    'practice.begin': { nature: 'wish', action: 'practice:begin', v: 1, body: bodies['practice.begin'] },
  },
  async load(tx) {
    const state = emptyState(tx.areaId);
    const world = await findWorld(tx);
    if (world) state.worlds.load([world]);
    return state;
  },
  decide,
  evolve,
  save: (tx, state) => saveWorlds(tx, state.worlds.changed()),
};
