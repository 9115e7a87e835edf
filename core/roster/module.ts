import type { CommandModule } from '#kernel/command/module.ts';
import type { Module } from '#kernel/module.ts';
import { rosterProblems, rosterRules, rosterSettings } from './contract.ts';
import { endDutiesOfEnded, moveDutiesOfMerged, rosterCommands } from './server/commands.ts';
import { rosterPersonalData } from './server/personal-data.ts';
import { rosterRouter } from './server/queries.ts';
import { mineSource } from './server/sync.ts';
import './messages/settings.ts';

/** What apps/server mounts. Its tables refer to those of accounts: it is migrated after them. */
export const rosterModule: Module = {
  name: 'roster',
  migrations: new URL('./migrations/', import.meta.url),
  commands: rosterCommands as unknown as CommandModule<never>,
  reactions: [moveDutiesOfMerged, endDutiesOfEnded],
  sync: [mineSource],
  rules: rosterRules,
  queries: rosterRouter,
  problems: rosterProblems,
  personalData: rosterPersonalData,
  settings: Object.values(rosterSettings),
};
