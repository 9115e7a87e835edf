import type { CommandModule } from '#kernel/command/module.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { upsertRows } from '#kernel/db/upsert.ts';
import { kinds } from '../contract/commands.ts';
import type { PlacesEvent } from '../contract/events.ts';
import type { DwellingOccupancy } from '../contract/readers.ts';
import { decide, type PlacesCommand } from '../domain/decide.ts';
import { evolve } from '../domain/evolve.ts';
import { PlacesState } from '../domain/state.ts';
import {
  findAddressRules,
  findBuildings,
  findCompounds,
  findDwellingsAround,
  findEntrances,
} from './store.ts';
import { addressRuleTable, buildingTable, compoundTable, dwellingTable, entranceTable } from './tables.ts';

export function placesCommands(
  occupancy: DwellingOccupancy,
): CommandModule<PlacesState, PlacesCommand, PlacesEvent> {
  return { kinds, load: (tx, commands) => load(tx, occupancy, commands), decide, evolve, save };
}

/** Labels are few and are all loaded; dwellings only of the buildings that the batch names. */
async function load(
  tx: AreaTx,
  occupancy: DwellingOccupancy,
  commands: readonly PlacesCommand[],
): Promise<PlacesState> {
  const state = new PlacesState();
  state.compounds.load(await findCompounds(tx));
  state.buildings.load(await findBuildings(tx));
  state.entrances.load(await findEntrances(tx));
  if (commands.some(({ kind }) => RULE_KINDS.has(kind))) {
    state.addressRules.load(await findAddressRules(tx));
  }
  const named = namedIds(state, commands);
  state.dwellings.load(await findDwellingsAround(tx, named.dwellings, named.buildings));
  const ending = commands.flatMap((c) => (c.kind === 'places.end-dwelling' ? [c.body.dwellingId] : []));
  for (const id of await occupancy.occupied(tx, ending)) state.occupied.add(id);
  return state;
}

const RULE_KINDS: ReadonlySet<string> = new Set([
  'places.add-compound',
  'places.save-address-rule',
  'places.set-address-rule',
]);

function namedIds(state: PlacesState, commands: readonly PlacesCommand[]) {
  const dwellings = new Set<string>();
  const buildings = new Set<string>();
  for (const { body } of commands) {
    if ('dwellingId' in body) dwellings.add(body.dwellingId);
    if ('buildingId' in body) buildings.add(body.buildingId);
    if ('entranceId' in body && body.entranceId !== null) {
      const entrance = state.entrances.get(body.entranceId);
      if (entrance) buildings.add(entrance.buildingId);
    }
  }
  return { dwellings: [...dwellings], buildings: [...buildings] };
}

/** Parents before children, as the foreign keys want it. */
async function save(tx: AreaTx, state: PlacesState): Promise<void> {
  await upsertRows(tx, addressRuleTable, state.addressRules.changed());
  await upsertRows(tx, compoundTable, state.compounds.changed());
  await upsertRows(tx, buildingTable, state.buildings.changed());
  await upsertRows(tx, entranceTable, state.entrances.changed());
  await upsertRows(tx, dwellingTable, state.dwellings.changed());
}
