import type { AreaTx } from '#kernel/db/area-tx.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import type { ZoneConsequences, ZoneShift } from '../contract/consequences.ts';
import type { ConsequencesOf, Foreseen } from '../contract/foresee.ts';
import type { Status } from '../contract/rows.ts';
import { zonesProblems } from '../contract.ts';
import { shiftsBetween } from '../domain/shifts.ts';
import { buildingPaths, loadStatuses, standingPlaces, statusesInForce } from './store.ts';

/**
 * What would be different, asked of every module that lists its consequences. A change that lies back is told as it
 * would be now, one to come as it would be when it begins.
 * @param now epoch ms
 */
export async function foresee(
  tx: AreaTx,
  modules: readonly ZoneConsequences[],
  asked: ConsequencesOf,
  now: number,
): Promise<Foreseen> {
  const at = Math.max(now, asked.change === 'set' ? asked.from : asked.at);
  const before = await statusesInForce(tx, at);
  const after = await changed(tx, before, asked);
  const shifts = shiftsBetween(before, after, await buildingPaths(tx), at);
  const told: Foreseen['shifts'] = [];
  for (const shift of shifts) told.push(await tell(tx, modules, shift, at));
  return { at, shifts: told };
}

async function tell(
  tx: AreaTx,
  modules: readonly ZoneConsequences[],
  shift: ZoneShift,
  at: number,
): Promise<Foreseen['shifts'][number]> {
  const { before, after, places } = shift;
  const buildings = new Set([...places.buildingIds, ...places.looseBuildingIds]).size;
  const said: Foreseen['shifts'][number]['modules'] = [];
  for (const { name, foresee } of modules) {
    const lines = await foresee(tx, shift, at);
    if (lines.length > 0) said.push({ name, lines: [...lines] });
  }
  return { before, after, buildings, entrances: places.entranceIds.length, modules: said };
}

async function changed(
  tx: AreaTx,
  before: readonly Status[],
  asked: ConsequencesOf,
): Promise<readonly Status[]> {
  if (asked.change === 'end') {
    const [status] = await loadStatuses(tx, [asked.statusId]);
    if (!status) throw new ProblemError(zonesProblems['unknown-status']);
    return before.map((one) => (one.id === status.id ? { ...one, until: asked.at } : one));
  }
  const { placeKind, placeId, status, from, until } = asked;
  if (!(await standingPlaces(tx, [placeId])).has(`${placeKind}/${placeId}`)) {
    throw new ProblemError(zonesProblems['unknown-place']);
  }
  // Of two that began together the later id decides: this one would be the latest.
  return [...before, { id: LATEST, placeKind, placeId, status, from, until, reason: '', source: '' }];
}

const LATEST = 'ffffffff-ffff-7fff-bfff-ffffffffffff';
