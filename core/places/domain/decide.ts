import { type Command, type Decision, refuse } from '#kernel/command/command.ts';
import { type ProblemKind, problem } from '#kernel/problem/problem.ts';
import type { PlacesBodies, PlacesCommandKind } from '../contract/commands.ts';
import type { PlaceKind, PlacesEvent } from '../contract/events.ts';
import { problems } from '../contract/rules.ts';
import { addressRuleFault } from './address/rule.ts';
import type { PlacesState } from './state.ts';

export type PlacesCommand = {
  [K in PlacesCommandKind]: Command<K, PlacesBodies[K]>;
}[PlacesCommandKind];

type Verdict = Decision<PlacesEvent>;

const accept = (...events: PlacesEvent[]): Verdict => ({ events });
const no = (kind: ProblemKind, details = {}): Verdict => refuse(problem(kind, details));

/** All are wishes of the committee's desk: the first thing that does not hold is the reason given. */
export function decide(state: PlacesState, command: PlacesCommand): Verdict {
  switch (command.kind) {
    case 'places.add-compound':
      return addCompound(state, command.body);
    case 'places.add-building':
      return addBuilding(state, command.body);
    case 'places.add-entrance':
      return addEntrance(state, command.body);
    case 'places.add-dwelling':
      return addDwelling(state, command.body);
    case 'places.rename-compound': {
      const { compoundId: id, name } = command.body;
      return rename(state, 'compound', id, name, (to) => state.compoundNamed(to));
    }
    case 'places.rename-building': {
      const { buildingId: id, label } = command.body;
      const parent = state.buildings.get(id)?.compoundId ?? '';
      return rename(state, 'building', id, label, (to) => state.buildingNamed(parent, to));
    }
    case 'places.rename-entrance': {
      const { entranceId: id, label } = command.body;
      const parent = state.entrances.get(id)?.buildingId ?? '';
      return rename(state, 'entrance', id, label, (to) => state.entranceNamed(parent, to));
    }
    case 'places.rename-dwelling': {
      const { dwellingId: id, room } = command.body;
      const row = state.dwellings.get(id);
      return rename(state, 'dwelling', id, room, (to) => row && state.dwellingAt({ ...row, room: to }));
    }
    case 'places.end-compound':
      return end(state, 'compound', command.body.compoundId);
    case 'places.end-building':
      return end(state, 'building', command.body.buildingId);
    case 'places.end-entrance':
      return end(state, 'entrance', command.body.entranceId);
    case 'places.end-dwelling':
      return end(state, 'dwelling', command.body.dwellingId);
    case 'places.save-address-rule': {
      const path = addressRuleFault(command.body.rule);
      if (path !== null) return no(problems['address-rule-wrong'], { path });
      return accept({ type: 'places.address-rule-saved', data: command.body });
    }
    case 'places.set-address-rule':
      return setAddressRule(state, command.body);
  }
}

function addCompound(state: PlacesState, body: PlacesBodies['places.add-compound']): Verdict {
  if (state.compounds.get(body.compoundId)) return no(problems['id-taken']);
  if (state.compoundNamed(body.name)) return no(problems['label-taken'], { label: body.name });
  if (body.addressRuleId !== null && !state.addressRules.get(body.addressRuleId)) {
    return no(problems['address-rule-unknown']);
  }
  return accept({ type: 'places.compound-added', data: body });
}

function addBuilding(state: PlacesState, body: PlacesBodies['places.add-building']): Verdict {
  if (state.buildings.get(body.buildingId)) return no(problems['id-taken']);
  const parent = standing(state, 'compound', body.compoundId);
  if (parent) return parent;
  if (state.buildingNamed(body.compoundId, body.label)) {
    return no(problems['label-taken'], { label: body.label });
  }
  return accept({ type: 'places.building-added', data: body });
}

function addEntrance(state: PlacesState, body: PlacesBodies['places.add-entrance']): Verdict {
  if (state.entrances.get(body.entranceId)) return no(problems['id-taken']);
  const parent = standing(state, 'building', body.buildingId);
  if (parent) return parent;
  if (state.entranceNamed(body.buildingId, body.label)) {
    return no(problems['label-taken'], { label: body.label });
  }
  return accept({ type: 'places.entrance-added', data: body });
}

function addDwelling(state: PlacesState, body: PlacesBodies['places.add-dwelling']): Verdict {
  if (state.dwellings.get(body.dwellingId)) return no(problems['id-taken']);
  const parent = standing(state, 'building', body.buildingId);
  if (parent) return parent;
  if (body.entranceId !== null) {
    const entrance = state.entrances.get(body.entranceId);
    if (entrance?.buildingId !== body.buildingId) return no(problems['entrance-unknown']);
  }
  if (state.dwellingAt(body)) return no(problems['label-taken'], { label: body.room });
  return accept({ type: 'places.dwelling-added', data: body });
}

function setAddressRule(state: PlacesState, body: PlacesBodies['places.set-address-rule']): Verdict {
  const missing = standing(state, 'compound', body.compoundId);
  if (missing) return missing;
  if (body.addressRuleId !== null && !state.addressRules.get(body.addressRuleId)) {
    return no(problems['address-rule-unknown']);
  }
  return accept({ type: 'places.address-rule-set', data: body });
}

const labelOf = (state: PlacesState, place: PlaceKind, id: string): string | undefined => {
  if (place === 'compound') return state.compounds.get(id)?.name;
  if (place === 'building') return state.buildings.get(id)?.label;
  return place === 'entrance' ? state.entrances.get(id)?.label : state.dwellings.get(id)?.room;
};

function rename(
  state: PlacesState,
  place: PlaceKind,
  id: string,
  to: string,
  neighbourNamed: (to: string) => { readonly id: string } | undefined,
): Verdict {
  const missing = standing(state, place, id);
  if (missing) return missing;
  const from = labelOf(state, place, id) ?? '';
  if (from === to) return accept();
  if (neighbourNamed(to)) return no(problems['label-taken'], { label: to });
  return accept({ type: 'places.renamed', data: { place, id, from, to } });
}

function end(state: PlacesState, place: PlaceKind, id: string): Verdict {
  const missing = standing(state, place, id);
  if (missing) return missing;
  const count = livingChildren(state, place, id);
  if (count > 0) return no(problems['still-in-use'], { count });
  return accept({ type: 'places.ended', data: { place, id } });
}

function livingChildren(state: PlacesState, place: PlaceKind, id: string): number {
  if (place === 'compound') return state.buildings.by('compound', id).length;
  if (place === 'building') {
    return state.dwellings.by('building', id).length + state.entrances.by('building', id).length;
  }
  if (place === 'entrance') return state.dwellings.by('entrance', id).length;
  return state.occupied.has(id) ? 1 : 0;
}

/** The reason why that place cannot be worked on, or null when it stands. */
function standing(state: PlacesState, place: PlaceKind, id: string): Verdict | null {
  const row = state.rowsOf(place).get(id);
  if (!row) return no(problems[`${place}-unknown`]);
  return row.endedAt === null ? null : no(problems['already-ended']);
}
