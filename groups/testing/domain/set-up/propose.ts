import { type SetUpPoint, STANDARD_POINTS } from '../../contract/set-up-rows.ts';

export type ProposedPoint = Pick<SetUpPoint, 'part' | 'standard' | 'name' | 'wantsPhoto'>;

/** An earlier round's sites with their lists, in the order of its plan. */
export interface EarlierSite {
  readonly name: string;
  readonly points: readonly ProposedPoint[];
}

/**
 * The list proposed for a site that has none: that of the earlier round's site of the same name, else of the one in
 * the same place of the plan, else its first; without an earlier round the standard points.
 */
export function proposeFor(
  site: { readonly name: string; readonly place: number },
  earlier: readonly EarlierSite[],
): { readonly points: readonly ProposedPoint[]; readonly carried: boolean } {
  const listed = earlier.filter(({ points }) => points.length > 0);
  const found = listed.find(({ name }) => name === site.name) ?? listed[site.place] ?? listed[0];
  if (found) return { points: found.points, carried: true };
  return { points: STANDARD_POINTS.map((point) => ({ ...point, name: '' })), carried: false };
}
