import type { CommandModule } from '#kernel/command/module.ts';
import type { Module } from '#kernel/module.ts';
import { zonesProblems, zonesRules } from './contract.ts';
import { zonesCommands } from './server/commands.ts';
import { zonesRouter } from './server/queries.ts';
import { allSource } from './server/sync.ts';

export { zonesReader } from './server/reader.ts';

/** What apps/server mounts. It reads the tables of places and accounts. */
export const zonesModule: Module = {
  name: 'zones',
  migrations: new URL('./migrations/', import.meta.url),
  commands: zonesCommands as unknown as CommandModule<never>,
  sync: [allSource],
  rules: zonesRules,
  queries: zonesRouter,
  problems: zonesProblems,
};
