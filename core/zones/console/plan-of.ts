import type { PlacesTree } from '#core/places/contract.ts';
import { type Status, statusAt, type ZoneStatus } from '../contract.ts';

export interface PlanEntrance {
  readonly id: string;
  readonly label: string;
  readonly status: ZoneStatus;
}

export interface PlanBuilding {
  readonly id: string;
  readonly label: string;
  readonly status: ZoneStatus;
  /** Those that are something else than their building. */
  readonly apart: readonly PlanEntrance[];
}

export interface PlanCompound {
  readonly id: string;
  readonly name: string;
  readonly status: ZoneStatus;
  readonly buildings: readonly PlanBuilding[];
}

/** Today's zones in address order: every building with what holds there. @param at epoch ms */
export function planOf(tree: PlacesTree, statuses: readonly Status[], at: number): readonly PlanCompound[] {
  const of = (...path: readonly string[]) => statusAt(statuses, path, at).status;
  return tree.compounds.map(({ id: compoundId, name, buildings }) => ({
    id: compoundId,
    name,
    status: of(compoundId),
    buildings: buildings.map(({ id, label, entrances }) => {
      const status = of(id, compoundId);
      const inside = entrances.map((one) => ({ ...one, status: of(one.id, id, compoundId) }));
      return { id, label, status, apart: inside.filter((one) => one.status !== status) };
    }),
  }));
}

/** Buildings by what holds there; one whose entrances differ counts in each of them. */
export function buildingsByStatus(plan: readonly PlanCompound[]): Readonly<Record<ZoneStatus, number>> {
  const counts = { lockdown: 0, control: 0, precaution: 0, normal: 0 };
  for (const building of plan.flatMap(({ buildings }) => buildings)) {
    for (const status of statusesIn(building)) counts[status] += 1;
  }
  return counts;
}

export const statusesIn = ({ status, apart }: PlanBuilding): ReadonlySet<ZoneStatus> =>
  new Set([status, ...apart.map((one) => one.status)]);
