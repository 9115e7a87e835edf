import type { PlacesReader, PlacesWriter } from '#core/places/contract.ts';
import type { NoticeDoor } from '#core/privacy/contract.ts';
import type { CommandKind, CommandModule } from '#kernel/command/module.ts';
import { freshened } from '#kernel/crypto/sealed-table.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { insertRows, upsertRows } from '#kernel/db/upsert.ts';
import { byHandKinds } from '../contract/by-hand.ts';
import { kinds } from '../contract/commands.ts';
import type { PeopleEvent } from '../contract/events.ts';
import { actions } from '../contract/rules.ts';
import type { MoveRow } from '../domain/by-hand-rows.ts';
import { decide, type PeopleCommand } from '../domain/decide.ts';
import { evolve } from '../domain/evolve.ts';
import { importRowsBodySchema } from '../domain/import/rows.ts';
import { removeMappingBody, saveMappingBody } from '../domain/import/saved-mapping.ts';
import type { PeopleState } from '../domain/state.ts';
import { loadPeople } from './load.ts';
import {
  householdTable,
  lookTable,
  mappingTable,
  mergeTable,
  moveTable,
  requestTable,
  residentTable,
  toldApartTable,
} from './tables.ts';
import { sealedResident } from './tools.ts';

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

/** @param notice asked before anybody is entered; without it, nothing is */
export function peopleCommands(
  places: PlacesDoor,
  notice?: NoticeDoor,
): CommandModule<PeopleState, PeopleCommand, PeopleEvent> {
  return {
    kinds: { ...kinds, ...byHandKinds, ...importKinds },
    load: (tx, commands) => loadPeople(tx, places.reader, commands, notice),
    decide,
    evolve,
    save: (tx, state) => save(tx, places.writer, state),
  };
}

async function save(tx: AreaTx, writer: PlacesWriter, state: PeopleState): Promise<void> {
  for (const { places, version } of state.places?.added ?? []) await writer.addPlaces(tx, places, version);
  await upsertRows(tx, householdTable, state.households.changed());
  // What a merge taken back brings again may be sealed under keys from before a rotation.
  const residents = state.residents.changed().map((row) => freshened(tx.keys, sealedResident, row));
  await upsertRows(tx, residentTable, residents);
  await insertRows(tx, lookTable, state.looks);
  await upsertRows(tx, mappingTable, state.mappings.changed());
  await insertRows(tx, moveTable, lastMoves(state.moves));
  await upsertRows(tx, mergeTable, state.merges.changed());
  await upsertRows(tx, toldApartTable, state.toldApart);
  await upsertRows(tx, requestTable, state.requests.changed());
}

/** A register that names somebody twice moves him or her once: where the last line says. */
const lastMoves = (moves: readonly MoveRow[]): MoveRow[] => [
  ...new Map(moves.map((move) => [`${move.residentId}/${move.version}`, move])).values(),
];
