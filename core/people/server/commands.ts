import type { PlacesReader, PlacesWriter } from '#core/places/contract.ts';
import type { CommandKind, CommandModule } from '#kernel/command/module.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { insertRows, upsertRows } from '#kernel/db/upsert.ts';
import { kinds } from '../contract/commands.ts';
import type { PeopleEvent } from '../contract/events.ts';
import { actions } from '../contract/rules.ts';
import { cleanChanges } from '../domain/clean-changes.ts';
import { decide, type PeopleCommand } from '../domain/decide.ts';
import { evolve } from '../domain/evolve.ts';
import { importRowsBodySchema } from '../domain/import/rows.ts';
import { removeMappingBody, saveMappingBody } from '../domain/import/saved-mapping.ts';
import { PlaceBook } from '../domain/place-book.ts';
import { PeopleState } from '../domain/state.ts';
import { findHouseholds, findMappings, findResidents } from './store.ts';
import { householdTable, lookTable, mappingTable, residentTable } from './tables.ts';
import { blindsOf, residentTools } from './tools.ts';

export interface PlacesDoor {
  readonly reader: PlacesReader;
  readonly writer: PlacesWriter;
}

/** Kinds that no phone needs to know: their bodies' schemas stay out of its script. */
const wish = (body: CommandKind['body']): CommandKind => ({
  nature: 'wish',
  action: actions.import,
  v: 1,
  body,
});
const importKinds: Readonly<Record<string, CommandKind>> = {
  'people.import-rows': wish(importRowsBodySchema),
  'people.save-import-mapping': wish(saveMappingBody),
  'people.remove-import-mapping': wish(removeMappingBody),
};

export function peopleCommands(places: PlacesDoor): CommandModule<PeopleState, PeopleCommand, PeopleEvent> {
  return {
    kinds: { ...kinds, ...importKinds },
    load: (tx, commands) => load(tx, places.reader, commands),
    decide,
    evolve,
    save: (tx, state) => save(tx, places.writer, state),
  };
}

/** A handful of queries, whatever the number of commands. */
async function load(
  tx: AreaTx,
  reader: PlacesReader,
  commands: readonly PeopleCommand[],
): Promise<PeopleState> {
  const imports = commands.flatMap((c) => (c.kind === 'people.import-rows' ? [c.body] : []));
  const book = imports.length > 0 ? new PlaceBook(await reader.livingPlaces(tx)) : null;
  const named = idsNamed(commands);
  for (const body of imports) {
    const resolved = book?.resolve(body.places);
    for (const { id, householdId, dwellingId } of body.residents) {
      named.residents.add(id);
      named.households.add(householdId);
      named.homes.add(resolved?.idFor(dwellingId) ?? dwellingId);
    }
    for (const { id, dwellingId } of body.places.households) {
      named.households.add(id);
      named.homes.add(resolved?.idFor(dwellingId) ?? dwellingId);
    }
  }
  const labels = await reader.dwellingLabels(tx, [...named.dwellings]);
  const state = new PeopleState(residentTools(tx), labels, book);
  state.residents.load(await findResidents(tx, [...named.residents], blindsNamed(tx, commands)));
  state.households.load(await findHouseholds(tx, [...named.households], [...named.homes]));
  if (commands.some(({ kind }) => kind.endsWith('-import-mapping')))
    state.mappings.load(await findMappings(tx));
  return state;
}

function idsNamed(commands: readonly PeopleCommand[]) {
  const named = {
    residents: new Set<string>(),
    households: new Set<string>(),
    dwellings: new Set<string>(),
    /** Dwellings whose households are wanted. */
    homes: new Set<string>(),
  };
  for (const { body } of commands) {
    if ('residentId' in body) named.residents.add(body.residentId);
    if ('householdId' in body) named.households.add(body.householdId);
    if ('dwellingId' in body) named.dwellings.add(body.dwellingId);
  }
  return named;
}

/** Blind indexes of the identity numbers that commands set, to see who has them already. */
function blindsNamed(tx: AreaTx, commands: readonly PeopleCommand[]): string[] {
  const blinds: string[] = [];
  for (const { body, at } of commands) {
    if (!('set' in body)) continue;
    for (const kind of [null, 'other'] as const) {
      const cleaned = cleanChanges(body.set, kind, at);
      if ('set' in cleaned && typeof cleaned.set.idNumber === 'string') {
        blinds.push(...blindsOf(tx, 'idNumber', cleaned.set.idNumber));
      }
    }
  }
  return blinds;
}

async function save(tx: AreaTx, writer: PlacesWriter, state: PeopleState): Promise<void> {
  for (const { places, version } of state.places?.added ?? []) await writer.addPlaces(tx, places, version);
  await upsertRows(tx, householdTable, state.households.changed());
  await upsertRows(tx, residentTable, state.residents.changed());
  await insertRows(tx, lookTable, state.looks);
  await upsertRows(tx, mappingTable, state.mappings.changed());
}
