import type { AccessRules, Actor } from '../access/access.ts';

/** Stands in the meta of a query whose answer is the same for everybody who may do all these actions. */
export interface SameForAll {
  readonly sameForAll: readonly string[];
}

/**
 * `oc.meta(sameForAll(actions.oversee))`: those who ask together then share one reading. Of the asker the handler may
 * look at nothing but these actions; a test asks each declared query as different people (`tests/access`).
 */
export const sameForAll = (...actions: readonly [string, ...string[]]): SameForAll => ({
  sameForAll: actions,
});

/** What a query's meta declares; null when each asker needs a reading of his own. */
export function sharedBy(meta: Partial<SameForAll>): readonly string[] | null {
  return meta.sameForAll ?? null;
}

const WHOEVER = 'whoever';

/**
 * In whose name a shared reading is made: somebody who may do these actions and nothing else. A handler that was
 * declared wrongly shows the least that anybody may see.
 */
export function whoeverMay(actions: readonly string[]): {
  readonly actor: Actor;
  readonly rules: AccessRules;
} {
  return {
    actor: { id: WHOEVER, grants: [{ grant: WHOEVER, from: Number.NEGATIVE_INFINITY, until: null }] },
    rules: Object.fromEntries(actions.map((action) => [action, [WHOEVER]])),
  };
}
