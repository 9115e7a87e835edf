import type { Stamp } from '#kernel/command/module.ts';
import type { GatesEvent, GatesEventType } from '../contract/events.ts';
import type { Evolvers } from './command.ts';
import { flowEvolvers } from './flow/evolve.ts';
import { gateEvolvers } from './gates/evolve.ts';
import { passageEvolvers } from './passages/evolve.ts';
import type { GatesState } from './state.ts';
import { visitEvolvers } from './visits/evolve.ts';

/** One list per part. */
const evolvers: Evolvers<GatesEventType> = {
  ...flowEvolvers,
  ...gateEvolvers,
  ...passageEvolvers,
  ...visitEvolvers,
};

export function evolve(state: GatesState, event: GatesEvent, stamp: Stamp): void {
  const one = evolvers[event.type] as (state: GatesState, data: GatesEvent['data'], stamp: Stamp) => void;
  one(state, event.data, stamp);
}
