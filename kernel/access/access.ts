/**
 * The mechanism of permission: grants with a period against rules. What the grants mean is declared by the modules
 * of core (roles, duties); they are compared only here.
 */

/** A standing an actor holds from–until, e.g. `role:secretary`, `role:leader:testing`, `duty:testing`. */
export interface Grant {
  readonly grant: string;
  /** Epoch ms, inclusive. */
  readonly from: number;
  /** Epoch ms, exclusive; null while open-ended. */
  readonly until: number | null;
}

export interface Actor {
  /** The member's id in the area, or a system actor's name. */
  readonly id: string;
  readonly grants: readonly Grant[];
}

/** action → the grants any one of which allows it. */
export type AccessRules = Readonly<Record<string, readonly string[]>>;

/** The server acting by itself: set-up, the CLI on the server's own shell. Holds every permission. */
export const SYSTEM_GRANT = 'system';

export function can(rules: AccessRules, actor: Actor, action: string, at: number): boolean {
  const allowing = rules[action];
  return actor.grants.some(
    (g) =>
      g.from <= at &&
      (g.until === null || at < g.until) &&
      (g.grant === SYSTEM_GRANT || (allowing?.includes(g.grant) ?? false)),
  );
}
