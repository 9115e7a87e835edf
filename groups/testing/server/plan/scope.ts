import type { PeopleScope, PersonCard } from '#core/people/contract.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { selectByKeys } from '#kernel/db/select.ts';
import type { Round, Scope } from '../../contract/rows.ts';
import type { TestingDoors } from '../doors.ts';
import { scopeListTable } from '../tables.ts';

/** A round's whole scope, its people by name too. */
export async function getScope(tx: AreaTx, round: Pick<Round, 'id' | 'scope'>): Promise<Scope> {
  const [list] = await selectByKeys(tx, scopeListTable, { id: [round.id] });
  return { ...round.scope, residentIds: list?.residentIds ?? [] };
}

/**
 * A scope as the register is asked for it: zone statuses become the places where they hold, and somebody listed who was
 * merged since is whoever stands for both.
 * @param at epoch ms
 */
export async function peopleScope(
  tx: AreaTx,
  { people, zones }: TestingDoors,
  scope: Scope,
  at: number,
): Promise<PeopleScope> {
  const inZones = await zones.placesIn(tx, scope.zones, at);
  const { residentIds } = scope;
  const standing = residentIds.length === 0 ? null : await people.standingIds(tx, residentIds);
  return {
    compoundIds: scope.compoundIds,
    buildingIds: [...scope.buildingIds, ...inZones.buildingIds],
    entranceIds: [...scope.entranceIds, ...inZones.entranceIds],
    looseBuildingIds: inZones.looseBuildingIds,
    residentIds: residentIds.map((id) => standing?.get(id) ?? id),
  };
}

/** Living people of a round's scope in address order, away ones too, as register and zones stand at a time. */
export async function peopleOfRound(
  tx: AreaTx,
  doors: TestingDoors,
  round: Pick<Round, 'id' | 'scope'>,
  at: number,
): Promise<readonly PersonCard[]> {
  const scope = await peopleScope(tx, doors, await getScope(tx, round), at);
  return doors.people.residentsInScope(tx, scope);
}
