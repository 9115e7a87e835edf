/** A swab as far as its place in a tube goes. */
export interface Swabbed {
  readonly id: string;
  /** Epoch ms of the deed, not of its arrival. */
  readonly at: number;
  /** Withdrawn: keeps its time, loses its place. */
  readonly voidedAt: number | null;
}

/**
 * Before or after in a tube: by the time of the swab, then by its id. Nothing of how records arrived is in it, so a
 * phone, the server and a phone that was late for a day come to one order.
 */
export const inTubeOrder = (a: Swabbed, b: Swabbed): number =>
  a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

export type Placed<S> = S & {
  /** 1, 2, 3 … among the swabs that stand; null for a withdrawn one. */
  readonly position: number | null;
};

/** Members of a tube in order, each with its place; withdrawn ones stay where they were, without one. */
export function placedMembers<S extends Swabbed>(swabs: readonly S[]): Placed<S>[] {
  let position = 0;
  return [...swabs].sort(inTubeOrder).map((swab) => {
    if (swab.voidedAt !== null) return { ...swab, position: null };
    position += 1;
    return { ...swab, position };
  });
}
