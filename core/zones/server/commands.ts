import type { CommandModule } from '#kernel/command/module.ts';
import { bodies, type ZonesCommand, type ZonesEvent } from '../contract.ts';
import { decide, emptyState, evolve, type ZonesState } from '../domain/decide.ts';
import { loadStatuses, saveStatuses, standingPlaces } from './store.ts';

export const zonesCommands: CommandModule<ZonesState, ZonesCommand, ZonesEvent> = {
  kinds: {
    'zones.set-status': {
      nature: 'wish',
      action: 'zones:set-status',
      v: 1,
      body: bodies['zones.set-status'],
    },
    'zones.end-status': {
      nature: 'wish',
      action: 'zones:end-status',
      v: 1,
      body: bodies['zones.end-status'],
    },
  },
  async load(tx, commands) {
    const placeIds = commands.flatMap((c) => ('placeId' in c.body ? [c.body.placeId] : []));
    const state = emptyState(await standingPlaces(tx, placeIds));
    state.statuses.load(
      await loadStatuses(
        tx,
        commands.map((c) => c.body.statusId),
      ),
    );
    return state;
  },
  decide,
  evolve,
  save: (tx, state) => saveStatuses(tx, state.statuses.changed()),
};
