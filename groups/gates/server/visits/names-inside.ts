import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { GatesDoors } from '../doors.ts';
import { readHolders } from './holders.ts';
import { insideOf } from './store.ts';

/** Full names of those a building's evacuation list may hold, by the id they stand under there. Only behind a look. */
export async function namesInside(
  tx: AreaTx,
  doors: GatesDoors,
  buildingId: string,
): Promise<Record<string, string>> {
  const { people, places, passes } = doors;
  const cards = await people.residentsInScope(tx, { compoundIds: [], buildingIds: [buildingId] });
  const full = await people.fullByIds(
    tx,
    cards.map(({ id }) => id),
  );
  const visits = await insideOf(tx, buildingId);
  const label = (await places.buildingLabels(tx, [buildingId])).get(buildingId);
  const holders = await readHolders(tx, doors, label?.compoundId ?? null);
  const labels = await passes?.fullLabels(
    tx,
    holders.map(({ passId }) => passId),
  );
  return Object.fromEntries([
    ...[...full].map(([id, { name }]) => [id, name]),
    ...visits.flatMap(({ id, name }) => (name === null ? [] : [[id, name]])),
    ...(labels ?? []),
  ]) as Record<string, string>;
}
