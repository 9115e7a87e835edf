import type { CommandModule } from '#kernel/command/module.ts';
import type { Module } from '#kernel/module.ts';
import { problems, rules } from './contract/rules.ts';
import { closingCommands } from './server/commands.ts';
import { closingKept, closingPersonalData } from './server/personal-data.ts';
import type { Declared } from './server/preview.ts';
import { closingQueries } from './server/queries.ts';
import './messages/index.ts';

export { type Closer, openCloser } from './server/closer.ts';
export { noteFresh } from './server/finish.ts';
export { closingFolder, type Journal, readJournal, readJournals } from './server/journal.ts';
export type { BackupsDoor, ClosingHelp } from './server/parts.ts';
export { previewOf } from './server/preview.ts';
export { closingRoutes } from './server/routes.ts';

export const closingMigrations = {
  name: 'closing',
  migrations: new URL('./migrations/', import.meta.url),
};

/** What it holds of people itself, for the page of all modules. */
export { closingPersonalData };

/** What apps/server mounts; its routes are mounted with the closer that the house opens. @param declared by all modules, this one too */
export function closingModule(declared: () => Declared): Module {
  return {
    ...closingMigrations,
    commands: closingCommands as unknown as CommandModule<never>,
    rules,
    queries: closingQueries(declared),
    problems,
    personalData: [closingPersonalData],
    kept: [closingKept],
  };
}
