import type { CommandModule } from '#kernel/command/module.ts';
import type { Module } from '#kernel/module.ts';
import { rules } from './contract/access.ts';
import { problems } from './contract/problems.ts';
import { settings } from './contract/settings.ts';
import { gatesCommands } from './server/commands.ts';
import type { GatesDoors } from './server/doors.ts';
import { missedReactions } from './server/people/reactions.ts';
import { gatesPersonalData } from './server/personal-data.ts';
import { gatesQueries } from './server/queries.ts';
import { gatesSync } from './server/sync.ts';
import './messages/problems.ts';
import './messages/settings.ts';

/** @param doors readers of people, places and zones, names of members, and testing's `missedReader` */
export function gatesModule(doors: GatesDoors): Module {
  return {
    name: 'gates',
    migrations: new URL('./migrations/', import.meta.url),
    commands: gatesCommands(doors) as CommandModule<never>,
    reactions: missedReactions,
    sync: [gatesSync(doors)],
    rules,
    queries: gatesQueries(doors),
    problems,
    personalData: gatesPersonalData,
    settings: Object.values(settings),
  };
}
