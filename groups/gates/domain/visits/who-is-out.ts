import type { Presence } from '../../contract/rows.ts';

/** A resident who went out through a gate and has not come back through one since. */
export interface Outing {
  readonly residentId: string;
  /** Epoch ms. */
  readonly since: number;
  readonly gateId: string;
}

/** Who is out, by where each resident was seen last. */
export function whoIsOut(presence: Iterable<Presence>): ReadonlyMap<string, Outing> {
  const out = new Map<string, Outing>();
  for (const { residentId, direction, at, gateId } of presence) {
    if (residentId !== null && direction === 'out') out.set(residentId, { residentId, since: at, gateId });
  }
  return out;
}
