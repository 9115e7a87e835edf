import type { CommandModule } from '#kernel/command/module.ts';
import type { Module } from '#kernel/module.ts';
import { rules } from './contract/access.ts';
import { problems } from './contract/problems.ts';
import { settings } from './contract/settings.ts';
import { passesCommands } from './server/commands.ts';
import type { PassesDoors } from './server/doors.ts';
import { passesPersonalData } from './server/personal-data.ts';
import { passesRouter } from './server/queries.ts';
import { passesReactions } from './server/reactions.ts';
import { allPasses, minePasses } from './server/sync.ts';
import { sealedPass } from './server/tables.ts';
import './messages/index.ts';

export type { PassesDoors } from './server/doors.ts';
export { passesReader } from './server/reader.ts';
export { passesSubject } from './server/subject-source.ts';
export { passesConsequences } from './server/zone-consequences.ts';

/** @param doors readers of core/people, core/zones and core/accounts; signing of core/codes */
export function passesModule(doors: PassesDoors): Module {
  return {
    name: 'passes',
    migrations: new URL('./migrations/', import.meta.url),
    commands: passesCommands(doors) as unknown as CommandModule<never>,
    reactions: passesReactions,
    sync: [allPasses, minePasses(doors)],
    rules,
    queries: passesRouter(doors),
    problems,
    sealed: [sealedPass],
    personalData: [passesPersonalData],
    settings: Object.values(settings),
  };
}
