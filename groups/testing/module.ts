import type { CommandModule } from '#kernel/command/module.ts';
import type { Module } from '#kernel/module.ts';
import { rules } from './contract/access.ts';
import { problems } from './contract/problems.ts';
import { settings } from './contract/settings.ts';
import { testingCommands } from './server/commands.ts';
import type { TestingDoors } from './server/doors.ts';
import { mergeReactions } from './server/follow-merge.ts';
import { sealedHandover } from './server/handover/sealed.ts';
import { testingKept } from './server/kept.ts';
import { testingFigures } from './server/kept-figures.ts';
import { missedReactions } from './server/missed/follow-people.ts';
import { missedPersonalData } from './server/missed/personal-data.ts';
import { testingPersonalData } from './server/personal-data.ts';
import { testingQueries } from './server/queries.ts';
import { testingRoutes } from './server/routes.ts';
import { sealedSample } from './server/sample-codes.ts';
import { setUpSync } from './server/set-up/sync.ts';
import { testingSync } from './server/sync.ts';
import './messages/settings.ts';

export type { TestingDoors } from './server/doors.ts';
export { testingLooks } from './server/looks/source.ts';
export { missedReader } from './server/missed/reader.ts';
export { testingPositives } from './server/positives.ts';
export { testingCondition } from './server/step-condition.ts';
export { testingSubject } from './server/subject-source.ts';
export { testingConsequences } from './server/zone-consequences.ts';

/** @param doors `peopleReader` of core/people, `placesReader` of core/places, `zonesReader` of core/zones, `memberNames` of core/accounts */
export function testingModule(doors: TestingDoors): Module {
  return {
    name: 'testing',
    migrations: new URL('./migrations/', import.meta.url),
    commands: testingCommands(doors) as CommandModule<never>,
    // Who is missed is judged after what follows a merge has followed.
    reactions: [...mergeReactions, ...missedReactions(doors)],
    sync: [testingSync(doors), setUpSync],
    rules,
    queries: testingQueries(doors),
    routes: (app, host) => testingRoutes(app, host, doors),
    problems,
    sealed: [sealedSample, ...sealedHandover],
    personalData: [...testingPersonalData, missedPersonalData],
    settings: Object.values(settings),
    kept: testingKept,
    keptFigures: [testingFigures],
  };
}
