import type { BuildingList, ExcusedPerson } from '../../contract/plan-events.ts';
import type { Planned } from '../../contract/rows.ts';
import type { ListedPerson } from '../state.ts';

/**
 * The list as it will be frozen: everybody of the scope, under what was said before the opening, else as the register
 * says. A word about somebody who was merged since holds for the entry that stands, unless that entry has its own.
 *
 * @param standing merged residents → the one that stands
 */
export function openList(
  people: readonly ListedPerson[],
  planned: readonly Planned[],
  standing: ReadonlyMap<string, string>,
): readonly BuildingList[] {
  const said = new Map<string, Planned>();
  for (const row of planned) {
    const id = standing.get(row.residentId) ?? row.residentId;
    if (id === row.residentId || !said.has(id)) said.set(id, row);
  }
  const buildings = new Map<string, { expected: string[]; away: string[]; excused: ExcusedPerson[] }>();
  for (const { residentId, buildingId, away } of people) {
    const list = buildings.get(buildingId) ?? { expected: [], away: [], excused: [] };
    buildings.set(buildingId, list);
    const { status, reason } = said.get(residentId) ?? { status: away ? 'away' : 'expected', reason: null };
    if (status === 'expected') list.expected.push(residentId);
    else if (reason === null) list.away.push(residentId);
    else list.excused.push({ residentId, status, reason });
  }
  return [...buildings].map(([buildingId, list]) => ({ buildingId, ...list }));
}
