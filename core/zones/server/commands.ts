import type { CommandKind, CommandModule } from '#kernel/command/module.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { PositiveSource } from '../contract/positives.ts';
import { bodies, type ZonesCommand, type ZonesCommandKind, type ZonesEvent } from '../contract.ts';
import { decide } from '../domain/decide.ts';
import { evolve } from '../domain/evolve.ts';
import { emptyState, type ZonesState } from '../domain/state.ts';
import { loadKnown } from './known.ts';
import { loadStatuses, saveAnswers, saveStatuses, standingPlaces } from './store.ts';

const ACTIONS: Readonly<Record<ZonesCommandKind, string>> = {
  'zones.set-status': 'zones:set-status',
  'zones.end-status': 'zones:end-status',
  'zones.withdraw-status': 'zones:withdraw-status',
  'zones.accept-proposal': 'zones:answer-proposal',
  'zones.set-aside-proposal': 'zones:answer-proposal',
};

const kinds = Object.fromEntries(
  Object.entries(ACTIONS).map(([kind, action]): [string, CommandKind] => [
    kind,
    { nature: 'wish', action, v: 1, body: bodies[kind as ZonesCommandKind] },
  ]),
);

/** @param sources where positives come from */
export const zonesCommands = (
  sources: readonly PositiveSource[],
): CommandModule<ZonesState, ZonesCommand, ZonesEvent> => ({
  kinds,
  load: (tx, commands) => load(tx, sources, commands),
  decide,
  evolve,
  async save(tx, state) {
    await saveStatuses(tx, state.statuses.changed());
    await saveAnswers(tx, state.answers.changed());
  },
});

async function load(
  tx: AreaTx,
  sources: readonly PositiveSource[],
  commands: readonly ZonesCommand[],
): Promise<ZonesState> {
  const answering = commands.filter(({ body }) => 'proposalId' in body);
  const now =
    answering.length === 0 ? null : await loadKnown(tx, sources, Math.max(...answering.map(({ at }) => at)));
  const statusIds = commands.flatMap(({ body }) => statusIdsOf(body));
  const named = commands.flatMap(({ body }) => ('placeId' in body ? [body.placeId] : []));
  const placeIds = [...named, ...(now === null ? [] : placesOf(now))];
  const state = emptyState(await standingPlaces(tx, placeIds), now?.known ?? null);
  state.statuses.load(now?.statuses ?? []).load(await loadStatuses(tx, statusIds, placeIds));
  state.answers.load(now?.answers ?? []);
  return state;
}

function statusIdsOf(body: ZonesCommand['body']): readonly string[] {
  if ('statusId' in body) return [body.statusId];
  return 'declare' in body && body.declare !== null ? [body.declare.statusId] : [];
}

/** Where something may be proposed. */
const placesOf = ({ known, statuses }: Awaited<ReturnType<typeof loadKnown>>): readonly string[] => [
  ...known.cases.flatMap(({ buildingId, entranceId }) =>
    entranceId === null ? [buildingId] : [buildingId, entranceId],
  ),
  ...statuses.map(({ placeId }) => placeId),
];
