import type { CommandModule } from '#kernel/command/module.ts';
import type { Module } from '#kernel/module.ts';
import { conductProblems } from './contract/problems.ts';
import { conductRules } from './contract/rules.ts';
import { conductSettings } from './contract/settings.ts';
import { conductCommands } from './server/commands.ts';
import type { ConductDoors } from './server/doors.ts';
import { moveLearningOfMerged } from './server/merge-member.ts';
import { conductPersonalData } from './server/personal-data.ts';
import { conductRouter } from './server/queries.ts';
import { mineSource } from './server/sync.ts';
import './messages/problems.ts';
import './messages/settings.ts';

export { passedFirst } from './server/duty-condition.ts';

export const conductMigrations = {
  name: 'conduct',
  migrations: new URL('./migrations/', import.meta.url),
};

/** What apps/server mounts. Its tables refer to those of accounts, and it reads the duties of the roster. */
export function conductModule(doors: ConductDoors): Module {
  return {
    ...conductMigrations,
    commands: conductCommands(doors) as unknown as CommandModule<never>,
    reactions: [moveLearningOfMerged],
    sync: [mineSource],
    rules: conductRules,
    queries: conductRouter(doors),
    problems: conductProblems,
    personalData: conductPersonalData,
    settings: Object.values(conductSettings),
  };
}
