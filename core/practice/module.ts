import type { CommandModule } from '#kernel/command/module.ts';
import type { Module } from '#kernel/module.ts';
import { practiceProblems, practiceRules } from './contract/rules.ts';
import { practiceCommands } from './server/commands.ts';

export { openPractice } from './server/open-practice.ts';
export type { Practice } from './server/parts.ts';
export type { Ground, SeedCommand } from './server/seed.ts';

/** What apps/server mounts. It reads the tables of places, accounts and roster. */
export const practiceModule: Module = {
  name: 'practice',
  migrations: new URL('./migrations/', import.meta.url),
  commands: practiceCommands as unknown as CommandModule<never>,
  rules: practiceRules,
  problems: practiceProblems,
};
