import type { CommandModule } from '#kernel/command/module.ts';
import type { ModuleMigrations } from '#kernel/db/migration-files.ts';
import type { Module } from '#kernel/module.ts';
import type { ZoneConsequences } from './contract/consequences.ts';
import { zonesProblems, zonesRules } from './contract.ts';
import { zonesCommands } from './server/commands.ts';
import { zonesRouter } from './server/queries.ts';
import { allSource } from './server/sync.ts';

export { zonesReader } from './server/reader.ts';

export const zonesMigrations = {
  name: 'zones',
  migrations: new URL('./migrations/', import.meta.url),
} satisfies ModuleMigrations;

/**
 * What apps/server mounts. It reads the tables of places and accounts.
 * @param consequences of every module whose work turns on zones
 */
export function zonesModule(consequences: readonly ZoneConsequences[]): Module {
  return {
    ...zonesMigrations,
    commands: zonesCommands as unknown as CommandModule<never>,
    sync: [allSource],
    rules: zonesRules,
    queries: zonesRouter(consequences),
    problems: zonesProblems,
  };
}
