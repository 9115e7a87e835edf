import type { NoticeDoor } from '#core/privacy/contract.ts';
import type { CommandModule } from '#kernel/command/module.ts';
import type { Module } from '#kernel/module.ts';
import type { LookSource } from './contract/readers.ts';
import { problems, rules } from './contract/rules.ts';
import { peopleSettings } from './contract/settings.ts';
import type { SubjectSource } from './contract/subject.ts';
import { type PlacesDoor, peopleCommands } from './server/commands.ts';
import type { MemberNames } from './server/discrepancy-views.ts';
import { exportRoutes } from './server/export-routes.ts';
import { importProblems } from './server/import-problems.ts';
import { importRoutes } from './server/import-routes.ts';
import { peoplePersonalData } from './server/personal-data.ts';
import { peopleQueries } from './server/queries.ts';
import { subjectRoutes } from './server/subject-routes.ts';
import { sealedResident } from './server/tools.ts';
import './messages/settings.ts';

export { dwellingOccupancy, peopleReader } from './server/reader.ts';
export { peopleConsequences } from './server/zone-consequences.ts';

/**
 * @param places `placesReader` and `placesWriter` of core/places
 * @param around `memberNames` of core/accounts, what each module that keeps something of residents tells them,,
 * `noticeDoor` of core/privacy, and who else keeps looks at many people at once
 */
export function peopleModule(
  places: PlacesDoor,
  around: {
    readonly members: MemberNames;
    readonly subjects: readonly SubjectSource[];
    readonly notice?: NoticeDoor;
    readonly lookLists?: readonly LookSource[];
  },
): Module {
  const doors = { places: places.reader, members: around.members, sources: around.subjects };
  return {
    name: 'people',
    migrations: new URL('./migrations/', import.meta.url),
    commands: peopleCommands(places, around.notice) as CommandModule<never>,
    rules,
    queries: peopleQueries(doors, around.lookLists),
    routes(app, host) {
      importRoutes(app, host, places.reader);
      exportRoutes(app, host, around.members, around.lookLists);
      subjectRoutes(app, host, doors);
    },
    problems: { ...problems, ...importProblems },
    sealed: [sealedResident],
    personalData: peoplePersonalData,
    settings: Object.values(peopleSettings),
  };
}
