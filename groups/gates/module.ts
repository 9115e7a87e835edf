import type { CommandModule } from '#kernel/command/module.ts';
import type { Module } from '#kernel/module.ts';
import { rules } from './contract/access.ts';
import { flowSettings } from './contract/flow-settings.ts';
import { problems } from './contract/problems.ts';
import { settings } from './contract/settings.ts';
import { gatesCommands } from './server/commands.ts';
import type { GatesDoors } from './server/doors.ts';
import { flowPersonalData } from './server/flow/personal-data.ts';
import { flowRoutes } from './server/flow/routes.ts';
import { gatesReactions } from './server/people/reactions.ts';
import { gatesPersonalData } from './server/personal-data.ts';
import { gatesQueries } from './server/queries.ts';
import { gatesSync } from './server/sync.ts';
import { lookRoutes } from './server/visits/looks.ts';
import { visitsPersonalData } from './server/visits/personal-data.ts';
import { sealedVisit } from './server/visits/tables.ts';
import './messages/flow-settings.ts';
import './messages/problems.ts';
import './messages/settings.ts';
import './messages/visit-settings.ts';

export { passageLooks } from './server/flow/looks.ts';
export { residentWords } from './server/resident-words.ts';
export { gatesSubject } from './server/subject-source.ts';
export { gatesLooks } from './server/visits/looks.ts';

export { gatesConsequences } from './server/zone-consequences.ts';

/** @param doors readers of people, places and zones, names of members, and testing's `missedReader` */
export function gatesModule(doors: GatesDoors): Module {
  return {
    name: 'gates',
    migrations: new URL('./migrations/', import.meta.url),
    commands: gatesCommands(doors) as CommandModule<never>,
    reactions: gatesReactions(doors),
    sync: [gatesSync(doors)],
    rules,
    queries: gatesQueries(doors),
    problems,
    routes: (app, host) => {
      flowRoutes(app, host, doors);
      lookRoutes(app, host, doors);
    },
    sealed: [sealedVisit],
    personalData: [...gatesPersonalData, ...visitsPersonalData, ...flowPersonalData],
    settings: [...Object.values(settings), ...Object.values(flowSettings)],
  };
}
