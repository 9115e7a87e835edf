import type { GatesCommandKind } from '../contract/commands.ts';
import type { Deciders, GatesCommand, GatesDecision } from './command.ts';
import { flowDeciders } from './flow/decide.ts';
import { gateDeciders } from './gates/decide.ts';
import { passageDeciders } from './passages/decide.ts';
import type { GatesState } from './state.ts';
import { visitDeciders } from './visits/decide.ts';

/** One list per part. */
const deciders: Deciders<GatesCommandKind> = {
  ...flowDeciders,
  ...gateDeciders,
  ...passageDeciders,
  ...visitDeciders,
};

/** The rules of gates: pure, the same on a phone and on the server. */
export function decide(state: GatesState, command: GatesCommand): GatesDecision {
  const one = deciders[command.kind] as (state: GatesState, command: GatesCommand) => GatesDecision;
  return one(state, command);
}
