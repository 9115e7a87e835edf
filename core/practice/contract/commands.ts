import * as z from 'zod/mini';
import type { Command, DomainEvent } from '#kernel/command/command.ts';

export const bodies = {
  /** The last command of a new practice area: all that is to be practised with stands. By the server alone. */
  'practice.begin': z.strictObject({
    practisesFor: z.uuid(),
    /** 1 for the first, one more with every reset. */
    generation: z.int().check(z.minimum(1)),
  }),
} as const;

export type PracticeCommandKind = keyof typeof bodies;
export type PracticeBody<K extends PracticeCommandKind> = z.output<(typeof bodies)[K]>;
export type PracticeCommand = Command<'practice.begin', PracticeBody<'practice.begin'>>;
export type PracticeEvent = DomainEvent<'practice.begun', PracticeBody<'practice.begin'>>;

/** A practice area that is ready. */
export interface World {
  /** The practice area's own id. */
  readonly id: string;
  readonly practisesFor: string;
  readonly generation: number;
  /** Epoch ms. */
  readonly begunAt: number;
}
