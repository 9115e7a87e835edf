import { WorkingSet } from '#kernel/command/working-set.ts';
import type { InsideLook } from '../../contract/visit-look.ts';
import { isInside, type Visit } from '../../contract/visit-rows.ts';
import type { ShownVisit } from '../decision/attempt.ts';

/** What the rules of visits look at beside the gates themselves. */
export interface VisitState {
  readonly visitRows: WorkingSet<Visit, 'plate'>;
  /** Living buildings: id → compound. On the server those a batch names. */
  readonly buildings: Map<string, string>;
  readonly insideLooks: WorkingSet<InsideLook>;
  /** Building → how many names a look at it opens now; on the server, of those a batch looks at. */
  readonly insideCounts: Map<string, number>;
}

export const createVisitState = (): VisitState => ({
  // Only those inside are looked up by plate.
  visitRows: new WorkingSet<Visit, 'plate'>({ plate: (row) => (isInside(row) ? row.plate : null) }),
  buildings: new Map(),
  insideLooks: new WorkingSet<InsideLook>({}),
  insideCounts: new Map(),
});

/** Where somebody goes, nearest first: what the zones are asked about. */
export function pathTo(
  to: Pick<Visit, 'compoundId' | 'buildingId' | 'entranceId'>,
  buildings: ReadonlyMap<string, string>,
): readonly string[] {
  const { buildingId, entranceId, compoundId } = to;
  const path = buildingId === null ? [compoundId] : [buildingId, buildings.get(buildingId) ?? compoundId];
  return entranceId === null ? path : [entranceId, ...path];
}

/** A visit as the decision at a gate sees it. */
export const shownVisit = (state: VisitState, visitId: string): ShownVisit | undefined => {
  const visit = state.visitRows.get(visitId);
  return visit && { visitId, path: pathTo(visit, state.buildings) };
};
