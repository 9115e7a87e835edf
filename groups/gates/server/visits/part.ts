import { cleanPlate } from '#core/codes/contract.ts';
import { maskName } from '#core/people/contract.ts';
import { selectByKeys } from '#kernel/db/select.ts';
import { upsertRows } from '#kernel/db/upsert.ts';
import type { PulledRow } from '#kernel/sync/protocol.ts';
import { isInside, type Visit } from '../../contract/visit-rows.ts';
import { VISIT_COLLECTION } from '../../contract/visit-sync.ts';
import type { GatesCommand } from '../../domain/command.ts';
import type { ServerPart } from '../part.ts';
import { passageTable } from '../tables.ts';
import { namesInside } from './names-inside.ts';
import { insideByPlate, visitsByIds, visitsSince } from './store.ts';
import { lookTable, toRecord, visitTable } from './tables.ts';

/** Who came in without living here. After the passages: a visit goes with the passage that is taken back. */
export const visitsPart: ServerPart = {
  async load(tx, doors, state, commands) {
    const { places, zones } = doors;
    const needs = needsOf(commands);
    if (needs.isLookingBack) {
      for (const { visitId } of state.passages.all()) if (visitId !== null) needs.visits.add(visitId);
    }
    const [passages, visits, byPlate, labels, declared] = await Promise.all([
      selectByKeys(tx, passageTable, { id: needs.passages }),
      visitsByIds(tx, needs.visits),
      insideByPlate(tx, [...needs.plates]),
      needs.buildings.size === 0 ? new Map() : places.buildingLabels(tx, [...needs.buildings]),
      needs.from === null ? [] : zones.declaredSince(tx, needs.from),
    ]);
    state.passages.load(passages);
    state.visitRows.load([...byPlate, ...visits]);
    for (const [id, { compoundId }] of labels) state.buildings.set(id, compoundId);
    for (const status of declared) state.statuses.set(status.id, status);
    for (const id of needs.lookedAt) {
      state.insideCounts.set(id, Object.keys(await namesInside(tx, doors, id)).length);
    }
  },

  async save(tx, state) {
    const changed = state.visitRows.changed().map((visit) => toRecord(tx, visit));
    await upsertRows(tx, visitTable, changed);
    await upsertRows(tx, lookTable, state.insideLooks.changed());
  },

  async delta(tx, _doors, { since }) {
    const visits = await visitsSince(tx, since);
    const inside = visits.filter(isInside).map(masked) as readonly object[];
    return {
      [VISIT_COLLECTION]: {
        rows: inside as readonly PulledRow[],
        gone: since === 0 ? [] : visits.filter((visit) => !isInside(visit)).map(({ id }) => id),
      },
    };
  },
};

/** As phones and desks see it. */
export const masked = (visit: Visit): Visit => ({
  ...visit,
  name: visit.name === null ? null : maskName(visit.name),
});

/** What the commands of a batch name of visits. */
function needsOf(commands: readonly GatesCommand[]) {
  const needs = {
    passages: new Set<string>(),
    visits: new Set<string>(),
    plates: new Set<string>(),
    buildings: new Set<string>(),
    /** Buildings whose names are looked at. */
    lookedAt: new Set<string>(),
    /** When the first of them came or left, epoch ms. */
    from: null as number | null,
    isLookingBack: false,
  };
  for (const { kind, body, at } of commands) {
    if (kind === 'gates.register-visit' || kind === 'gates.end-visit') {
      needs.passages.add(body.passageId);
      if (body.visitId !== null) needs.visits.add(body.visitId);
      if (body.plate !== null) needs.plates.add(cleanPlate(body.plate));
      if (kind === 'gates.register-visit' && body.buildingId !== null) needs.buildings.add(body.buildingId);
      needs.from = Math.min(needs.from ?? at, at);
    } else if (kind === 'gates.extend-visit') needs.visits.add(body.visitId);
    else if (kind === 'gates.look-inside') {
      needs.buildings.add(body.buildingId);
      needs.lookedAt.add(body.buildingId);
    } else if (LOOKING_BACK.has(kind)) needs.isLookingBack = true;
  }
  return needs;
}

const LOOKING_BACK: ReadonlySet<string> = new Set([
  'gates.undo-passage',
  'gates.void-passage',
  'gates.settle',
]);
