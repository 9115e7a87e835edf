import type { CommandModule } from '#kernel/command/module.ts';
import { kinds } from '../contract/commands.ts';
import type { GatesEvent } from '../contract/events.ts';
import type { GatesCommand } from '../domain/command.ts';
import { decide } from '../domain/decide.ts';
import { evolve } from '../domain/evolve.ts';
import { createGatesState, type GatesState } from '../domain/state.ts';
import type { GatesDoors } from './doors.ts';
import { parts } from './parts.ts';

export function gatesCommands(doors: GatesDoors): CommandModule<GatesState, GatesCommand, GatesEvent> {
  return {
    kinds,
    async load(tx, commands) {
      const state = createGatesState();
      for (const part of parts) await part.load(tx, doors, state, commands);
      return state;
    },
    decide,
    evolve,
    async save(tx, state) {
      await Promise.all(parts.map((part) => part.save(tx, state)));
    },
  };
}
