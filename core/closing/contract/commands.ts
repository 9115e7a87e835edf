import * as z from 'zod/mini';
import type { Command, DomainEvent } from '#kernel/command/command.ts';
import type { CommandKind } from '#kernel/command/module.ts';
import { actions } from './rules.ts';

const id = z.uuid();
const words = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));

/** What whoever orders a closing says; the same on the console and on the command line. */
export const order = z.strictObject({
  /** The area's name, typed by hand. */
  areaName: words(120),
  /** On which decision or rule, e.g. the street office's notice and its number. */
  rule: words(300),
  /** Who answers for it, and who watched: as they are to stand on the certificate. */
  responsible: words(60),
  witness: words(60),
});
export type Order = z.output<typeof order>;

export const bodies = {
  /** By the server alone, after it has seen the second factor of whoever orders it. */
  'closing.begin': z.extend(order, { closingId: id, orderedBy: words(60) }),
  /** Before the point of no return. */
  'closing.stop': z.strictObject({
    closingId: id,
    stoppedBy: words(60),
    because: z.enum(['asked', 'interrupted', 'failed']),
  }),
} as const;

export type ClosingCommandKind = keyof typeof bodies;
export type ClosingBody<K extends ClosingCommandKind> = z.output<(typeof bodies)[K]>;
export type ClosingCommand = {
  [K in ClosingCommandKind]: Command<K, ClosingBody<K>>;
}[ClosingCommandKind];

export type ClosingEvent =
  | DomainEvent<'closing.begun', Omit<ClosingBody<'closing.begin'>, 'areaName'>>
  | DomainEvent<'closing.stopped', ClosingBody<'closing.stop'>>;

const kind = <K extends ClosingCommandKind>(name: K): CommandKind => ({
  nature: 'wish',
  action: actions.record,
  v: 1,
  body: bodies[name],
});

export const kinds: Readonly<Record<ClosingCommandKind, CommandKind>> = {
  'closing.begin': kind('closing.begin'),
  'closing.stop': kind('closing.stop'),
};
