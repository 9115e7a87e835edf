import type { CommandModule } from '#kernel/command/module.ts';
import type { Module } from '#kernel/module.ts';
import type { DwellingOccupancy } from './contract/readers.ts';
import { problems, rules } from './contract/rules.ts';
import { placesCommands } from './server/commands.ts';
import { placesKept } from './server/kept.ts';
import { placesQueries } from './server/queries.ts';
import { placesSync } from './server/sync.ts';

export { placesReader, placesWriter } from './server/reader.ts';

/** @param occupancy what core/people knows of dwellings: `dwellingOccupancy` of its module */
export function placesModule(occupancy: DwellingOccupancy): Module {
  return {
    name: 'places',
    migrations: new URL('./migrations/', import.meta.url),
    commands: placesCommands(occupancy) as CommandModule<never>,
    sync: [placesSync],
    rules,
    queries: placesQueries,
    problems,
    kept: placesKept,
  };
}
