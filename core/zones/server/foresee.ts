import type { AreaTx } from '#kernel/db/area-tx.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import type { ZoneConsequences, ZoneShift } from '../contract/consequences.ts';
import type { ConsequencesOf, Foreseen } from '../contract/foresee.ts';
import { type Status, type ZonesEvent, zonesProblems } from '../contract.ts';
import { evolve } from '../domain/evolve.ts';
import { shiftsBetween } from '../domain/shifts.ts';
import { emptyState, type StatusRow } from '../domain/state.ts';
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
  const { event, from, ofPlace } = await asEvent(tx, asked);
  const at = Math.max(now, from);
  const before = [...ofPlace, ...(await statusesInForce(tx, at))];
  const shifts = shiftsBetween(before, after(before, event), await buildingPaths(tx), at);
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

interface Asked {
  readonly event: ZonesEvent;
  /** When it would begin to hold, epoch ms. */
  readonly from: number;
  /** Every declaration of that place: where one ends depends on the others. */
  readonly ofPlace: readonly StatusRow[];
}

async function asEvent(tx: AreaTx, asked: ConsequencesOf): Promise<Asked> {
  if (asked.change === 'set') return toSet(tx, asked);
  const { statusId } = asked;
  const ofPlace = await loadStatuses(tx, [statusId], []);
  const status = ofPlace.find(({ id }) => id === statusId);
  if (!status) throw new ProblemError(zonesProblems['unknown-status']);
  if (asked.change === 'withdraw') {
    const event: ZonesEvent = { type: 'zones.status-withdrawn', data: { statusId, reason: '' } };
    return { event, from: status.from, ofPlace };
  }
  const until = Math.max(asked.at, status.from);
  return {
    event: { type: 'zones.status-ended', data: { statusId, until, reason: '' } },
    from: asked.at,
    ofPlace,
  };
}

async function toSet(tx: AreaTx, asked: Extract<ConsequencesOf, { change: 'set' }>): Promise<Asked> {
  const { change: _, ...data } = asked;
  const { placeKind, placeId, from, until } = data;
  if (!(await standingPlaces(tx, [placeId])).has(`${placeKind}/${placeId}`)) {
    throw new ProblemError(zonesProblems['unknown-place']);
  }
  const said = { ...data, statusId: LATEST, replaces: until === null, reason: '', source: '' };
  const ofPlace = await loadStatuses(tx, [], [placeId]);
  return { event: { type: 'zones.status-set', data: said }, from, ofPlace };
}

/** Of two that began together the later id decides: this one would be the latest. */
const LATEST = 'ffffffff-ffff-7fff-bfff-ffffffffffff';

function after(before: readonly StatusRow[], event: ZonesEvent): readonly Status[] {
  const state = emptyState(new Set());
  state.statuses.load(before);
  evolve(state, event, { version: 0, commandId: '', actorId: '', deviceId: null, at: 0, receivedAt: 0 });
  return [...state.statuses.all()];
}
