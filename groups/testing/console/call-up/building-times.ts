import type { CallUpView } from '../../contract/call-up-queries.ts';
import { isAhead } from '../../domain/call-up/slot-state.ts';

/** When people of one building are called: for its chat group and its door. No names, no rooms. */
export interface BuildingTimes {
  readonly buildingId: string;
  readonly compound: string;
  readonly building: string;
  readonly lines: readonly BuildingLine[];
  /** Households visited at their doors. */
  readonly doors: number;
}

export interface BuildingLine {
  readonly startsAt: number;
  readonly site: string;
  readonly priority: boolean;
  readonly entrance: string | null;
  /** Empty: the whole entrance or building. */
  readonly floors: readonly number[];
  readonly people: number;
}

/** Buildings in the order in which they are first called; what was called already is left out. */
export function buildingTimes(view: Pick<CallUpView, 'slots' | 'sites' | 'doors'>): BuildingTimes[] {
  const names = new Map(view.sites.map(({ siteId, name }) => [siteId, name]));
  const found = new Map<string, { head: Omit<BuildingTimes, 'lines' | 'doors'>; lines: BuildingLine[] }>();
  for (const slot of view.slots.filter(isAhead)) {
    const priority = slot.kind === 'priority';
    for (const { buildingId, compound, building, entrance, floors, people } of slot.parts) {
      const times = found.get(buildingId) ?? { head: { buildingId, compound, building }, lines: [] };
      found.set(buildingId, times);
      const same = times.lines.find((line) => line.startsAt === slot.startsAt && line.priority && priority);
      // Which entrance or floor an elder lives at is nobody's business.
      if (same) continue;
      times.lines.push({
        startsAt: slot.startsAt,
        site: names.get(slot.siteId) ?? '',
        priority,
        entrance: priority ? null : entrance,
        floors: priority ? [] : floors,
        people,
      });
    }
  }
  return [...found.values()].map(({ head, lines }) => ({
    ...head,
    lines,
    doors: view.doors.filter((door) => door.buildingId === head.buildingId && door.visit !== 'done').length,
  }));
}
