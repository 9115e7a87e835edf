import type { CommandModule } from '#kernel/command/module.ts';
import type { Module } from '#kernel/module.ts';
import { type DutyCondition, rosterProblems, rosterRules, rosterSettings } from './contract.ts';
import { endDutiesOfEnded, moveDutiesOfMerged, rosterCommands } from './server/commands.ts';
import { rosterPersonalData } from './server/personal-data.ts';
import { rosterRouter } from './server/queries.ts';
import { mineSource } from './server/sync.ts';
import './messages/settings.ts';

export const rosterMigrations = {
  name: 'roster',
  migrations: new URL('./migrations/', import.meta.url),
};

/**
 * What apps/server mounts. Its tables refer to those of accounts: it is migrated after them.
 * @param conditions of modules that ask something of whoever is given a duty
 */
export const rosterModule = (conditions: readonly DutyCondition[]): Module => ({
  ...rosterMigrations,
  commands: rosterCommands(conditions) as unknown as CommandModule<never>,
  reactions: [moveDutiesOfMerged, endDutiesOfEnded],
  sync: [mineSource],
  rules: rosterRules,
  queries: rosterRouter,
  problems: rosterProblems,
  personalData: rosterPersonalData,
  settings: Object.values(rosterSettings),
});
