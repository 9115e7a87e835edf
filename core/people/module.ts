import type { CommandModule } from '#kernel/command/module.ts';
import type { Module } from '#kernel/module.ts';
import { problems, rules } from './contract/rules.ts';
import { type PlacesDoor, peopleCommands } from './server/commands.ts';
import { exportRoutes } from './server/export-routes.ts';
import { importProblems } from './server/import-problems.ts';
import { importRoutes } from './server/import-routes.ts';
import { peopleQueries } from './server/queries.ts';
import { sealedResident } from './server/tools.ts';

export { dwellingOccupancy, peopleReader } from './server/reader.ts';

/** @param places `placesReader` and `placesWriter` of core/places */
export function peopleModule(places: PlacesDoor): Module {
  return {
    name: 'people',
    migrations: new URL('./migrations/', import.meta.url),
    commands: peopleCommands(places) as CommandModule<never>,
    rules,
    queries: peopleQueries,
    routes(app, host) {
      importRoutes(app, host, places.reader);
      exportRoutes(app, host);
    },
    problems: { ...problems, ...importProblems },
    sealed: [sealedResident],
  };
}
