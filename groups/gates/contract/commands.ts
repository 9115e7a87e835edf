import type * as z from 'zod/mini';
import type { CommandKind } from '#kernel/command/module.ts';
import { flowBodies, flowKinds } from './flow-commands.ts';
import { gateBodies, gateKinds } from './gate-commands.ts';
import { passageBodies, passageKinds } from './passage-commands.ts';
import { visitBodies, visitKinds } from './visit-commands.ts';

/** One list per part; a part adds its line here and in `kinds`. */
export const bodies = {
  ...flowBodies,
  ...gateBodies,
  ...passageBodies,
  ...visitBodies,
} as const;

export type GatesBodies = { [K in keyof typeof bodies]: z.infer<(typeof bodies)[K]> };
export type GatesCommandKind = keyof GatesBodies;

export const kinds: Readonly<Record<GatesCommandKind, CommandKind>> = {
  ...flowKinds,
  ...gateKinds,
  ...passageKinds,
  ...visitKinds,
};
