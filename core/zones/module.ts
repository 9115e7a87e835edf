import type { CommandModule } from '#kernel/command/module.ts';
import type { ModuleMigrations } from '#kernel/db/migration-files.ts';
import type { Module } from '#kernel/module.ts';
import { zonesProblems, zonesRules, zonesSettings } from './contract.ts';
import { zonesCommands } from './server/commands.ts';
import { zonesKept } from './server/kept.ts';
import { type ZonesParts, zonesRouter } from './server/queries.ts';
import { allSource } from './server/sync.ts';
import './messages/settings.ts';

export { zonesReader } from './server/reader.ts';
export { readResidentChoices, readResidentView } from './server/resident.ts';

export const zonesMigrations = {
  name: 'zones',
  migrations: new URL('./migrations/', import.meta.url),
} satisfies ModuleMigrations;

/**
 * What apps/server mounts. It reads the tables of places and accounts.
 * @param parts what the modules whose work turns on zones know: what a change means for them, where positives come
 * from, what must be so before a step
 */
export function zonesModule(parts: ZonesParts): Module {
  return {
    ...zonesMigrations,
    commands: zonesCommands(parts.positives ?? []) as unknown as CommandModule<never>,
    sync: [allSource],
    rules: zonesRules,
    queries: zonesRouter(parts),
    problems: zonesProblems,
    settings: Object.values(zonesSettings),
    kept: zonesKept,
  };
}
