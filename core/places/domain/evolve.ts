import type { Stamp } from '#kernel/command/module.ts';
import type { PlacesEvent } from '../contract/events.ts';
import type { Building, Compound, Dwelling, Entrance } from '../contract/rows.ts';
import { naturalSortKey } from './natural-sort.ts';
import type { PlacesState } from './state.ts';

const born = { endedAt: null } as const;

export function evolve(state: PlacesState, event: PlacesEvent, stamp: Stamp): void {
  const { version } = stamp;
  switch (event.type) {
    case 'places.compound-added': {
      const { compoundId: id, name, addressRuleId } = event.data;
      state.compounds.put({ id, name, addressRuleId, sort: naturalSortKey(name), ...born, version });
      return;
    }
    case 'places.building-added': {
      const { buildingId: id, compoundId, label } = event.data;
      state.buildings.put({ id, compoundId, label, sort: naturalSortKey(label), ...born, version });
      return;
    }
    case 'places.entrance-added': {
      const { entranceId: id, buildingId, label } = event.data;
      state.entrances.put({ id, buildingId, label, sort: naturalSortKey(label), ...born, version });
      return;
    }
    case 'places.dwelling-added': {
      const { dwellingId: id, buildingId, entranceId, room, floor } = event.data;
      const sort = naturalSortKey(room);
      state.dwellings.put({ id, buildingId, entranceId, room, floor, sort, ...born, version });
      return;
    }
    case 'places.renamed': {
      const { to } = event.data;
      const changed = { sort: naturalSortKey(to), version };
      const renamed: Changes = {
        compound: { ...changed, name: to },
        building: { ...changed, label: to },
        entrance: { ...changed, label: to },
        dwelling: { ...changed, room: to },
      };
      change(state, event.data.place, event.data.id, renamed);
      return;
    }
    case 'places.ended': {
      const ended = { endedAt: stamp.at, version };
      const all = { compound: ended, building: ended, entrance: ended, dwelling: ended };
      change(state, event.data.place, event.data.id, all);
      return;
    }
    case 'places.address-rule-saved': {
      const { ruleId: id, name, rule } = event.data;
      state.addressRules.put({ id, name, rule, version });
      return;
    }
    case 'places.address-rule-set': {
      const { addressRuleId } = event.data;
      const row = state.compounds.get(event.data.compoundId);
      if (row) state.compounds.put({ ...row, addressRuleId, version });
      return;
    }
  }
}

interface Changes {
  readonly compound: Partial<Compound>;
  readonly building: Partial<Building>;
  readonly entrance: Partial<Entrance>;
  readonly dwelling: Partial<Dwelling>;
}

function change(state: PlacesState, place: keyof Changes, id: string, changes: Changes): void {
  if (place === 'compound') {
    const row = state.compounds.get(id);
    if (row) state.compounds.put({ ...row, ...changes.compound });
  } else if (place === 'building') {
    const row = state.buildings.get(id);
    if (row) state.buildings.put({ ...row, ...changes.building });
  } else if (place === 'entrance') {
    const row = state.entrances.get(id);
    if (row) state.entrances.put({ ...row, ...changes.entrance });
  } else {
    const row = state.dwellings.get(id);
    if (row) state.dwellings.put({ ...row, ...changes.dwelling });
  }
}
