import * as z from 'zod/mini';
import { templateFault } from './template.ts';

/**
 * How the addresses of a compound are read, as data: a page edits it, a compound refers to it. Templates are made of
 *
 * - `{piece}`: road, lane, inner, tower, building, suffix, entrance, floor, unit, room (their meaning: `template.ts`);
 * - `[…]`: may be missing; `(a|b)`: one of these; every other character stands for itself.
 *
 * Several columns that form one address are joined by `-` before they are read.
 */
export const addressRuleSchema = z.strictObject({
  /** Tried in order on the whole address. */
  patterns: z.array(template(120)).check(z.minLength(1), z.maxLength(12)),
  /** The building's name, e.g. `{lane}弄{building}号[{suffix}]`: 15弄13号 and 15弄13号甲 are two buildings. */
  label: template(60),
  /** The entrance's name, e.g. `{entrance}单元`; empty where the compound has none. */
  entrance: z.union([z.literal(''), template(60)]),
  /** The room's name, e.g. `{room}`, `{floor}{unit}`, or plain words where a house is one dwelling. */
  room: template(60),
  /** `room`: the digits before the last two; `piece`: what `{floor}` says. */
  floor: z.enum(['room', 'piece', 'none']),
});

export type AddressRule = z.infer<typeof addressRuleSchema>;

function template(max: number) {
  return z.string().check(
    z.minLength(1),
    z.maxLength(max),
    z.refine((text) => templateFault(text) === null),
  );
}

/** @returns what is wrong with a rule, as the path of the first fault (`patterns.0`), or null */
export function addressRuleFault(rule: unknown): string | null {
  const result = addressRuleSchema.safeParse(rule);
  if (result.success) return null;
  return result.error.issues[0]?.path.join('.') || 'rule';
}
